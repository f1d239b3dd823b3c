import type { Random } from '../random.ts';
import { dayOf } from './calendar.ts';
import type { Exchange } from './exchange.ts';
import { VERSIONS, type Version, versionOf, WHOLE_CONVERSATIONS } from './versions.ts';

/** A line of a conversation file, and what feedback needs to know of it. */
export interface LoggedExchange extends Exchange {
  /** `undefined` where the line has none: nobody can rate it. */
  readonly id: string | undefined;
  /** Position of the last answer in a `messages` list, where the line has one. */
  readonly messageIndex: number | undefined;
  readonly json: string;
}

/** Gives an exchange the shape of the chatbot version of its day. */
export function logged(exchange: Exchange, random: Random): LoggedExchange {
  const several = exchange.turns.length > 1;
  const strayed = several
    ? random.pick(WHOLE_CONVERSATIONS)
    : random.chance(0.06)
      ? random.whole(0, VERSIONS.length - 1)
      : undefined;
  const version = versionOf(dayOf(exchange.at), strayed);
  const id = random.chance(version.idShare)
    ? `${version.idPrefix}${String(exchange.number).padStart(6, '0')}`
    : undefined;
  const line = { ...head(exchange, version, id), ...body(exchange, version), ...labels(exchange, version, random) };
  const messageIndex =
    version.shape === 'exchange' ? undefined : exchange.turns.length * 2 - 1 + (exchange.system === undefined ? 0 : 1);
  return { ...exchange, id, messageIndex, json: JSON.stringify(line) };
}

function head(exchange: Exchange, version: Version, id: string | undefined): Record<string, unknown> {
  const who = {
    ...(exchange.user === undefined ? {} : { [version.user]: exchange.user }),
    [version.session]: exchange.session,
  };
  return {
    ...(id === undefined ? {} : { [version.id]: id }),
    [version.time]: clockTime(exchange.at, version.clock),
    ...(version.inMetadata ? { metadata: { ...who, client: 'web' } } : who),
  };
}

/** The same moment as different servers write it. */
export function clockTime(at: number, clock: Version['clock']): string | number {
  switch (clock) {
    case 'iso':
      return new Date(at).toISOString();
    case 'iso_offset':
      return `${new Date(at + 2 * 3_600_000).toISOString().slice(0, 19)}+02:00`;
    case 'seconds':
      return Math.floor(at / 1000);
    case 'milliseconds':
      return at;
  }
}

function body(exchange: Exchange, version: Version): Record<string, unknown> {
  const last = exchange.turns.at(-1);
  if (version.shape === 'exchange') return { [version.question]: last?.question, [version.answer]: last?.answer };
  const spoken = [
    ...(exchange.system === undefined ? [] : [['system', exchange.system] as const]),
    ...exchange.turns.flatMap(({ question, answer }) => [['user', question] as const, ['assistant', answer] as const]),
  ];
  if (version.shape === 'messages') return { messages: spoken.map(([role, content]) => ({ role, content })) };
  const names = { system: 'system', user: 'human', assistant: 'gpt' } as const;
  return { conversations: spoken.map(([role, value]) => ({ from: names[role], value })) };
}

function labels(exchange: Exchange, version: Version, random: Random): Record<string, unknown> {
  return {
    ...(random.chance(0.86) ? { language: version.language(exchange.language) } : {}),
    ...(random.chance(0.92) ? { intent: exchange.intent } : {}),
    ...(exchange.framework === undefined ? {} : { framework: exchange.framework }),
    ...(random.chance(0.9) ? { complexity: exchange.complexity } : {}),
    model: version.model,
    ...(random.chance(0.95) ? { source: random.chance(0.92) ? 'real' : 'synthetic' } : {}),
    ...(random.chance(0.1) ? { context: random.pick(['help_centre', 'mobile_app', 'classroom']) } : {}),
  };
}
