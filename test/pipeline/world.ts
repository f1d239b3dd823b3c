import { configSchema } from '../../src/config/schema.ts';
import { hash53 } from '../../src/measures/hash.ts';
import type { Conversation, Message, Role } from '../../src/pipeline/conversation.ts';
import { decide } from '../../src/pipeline/decide.ts';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import type { Digest } from '../../src/pipeline/digest.ts';
import type { FeedbackDigest } from '../../src/pipeline/feedback/feedbackRows.ts';
import { type FeedbackEntry, FeedbackSurveyor } from '../../src/pipeline/feedback/feedbackSurvey.ts';
import { recordReasons } from '../../src/pipeline/recordReasons.ts';
import type { DecidePlan } from '../../src/pipeline/setStage.ts';
import { SPLITS } from '../../src/pipeline/split/assign.ts';
import type { Ledger } from '../../src/pipeline/split/ledger.ts';
import { Publication } from '../../src/pipeline/split/publish.ts';
import { Surveyor, type SurveyPlan } from '../../src/pipeline/survey.ts';
import { MessageTokens } from '../../src/pipeline/tokens/messageTokens.ts';

/** Messages from a shorthand: `u:`, `a:`, `s:`, `t:` before the text, for user, assistant, system and tool. */
export function messages(...spoken: readonly string[]): Message[] {
  return spoken.map((text, index) => ({ role: roleOf(text), content: text.slice(2), index }));
}

function roleOf(text: string): Role {
  const role = { u: 'user', a: 'assistant', s: 'system', t: 'tool' } as const;
  const letter = text[0];
  if ((letter === 'u' || letter === 'a' || letter === 's' || letter === 't') && text[1] === ':') return role[letter];
  throw new RangeError(`${text} names no role`);
}

let made = 0;

/** A conversation; what is not given is absent, the id is one of its own. */
export function conversation(given: Partial<Conversation> = {}): Conversation {
  return {
    id: `c${made++}`,
    timestamp: undefined,
    user: undefined,
    session: undefined,
    messages: messages('u:A question?', 'a:An answer.'),
    facets: {},
    ...given,
  };
}

/** `count` words that no other `salt` has: texts of different salts never resemble each other. */
export function words(salt: number | string, count: number): string {
  return Array.from({ length: count }, (_, n) => `w${salt}x${n}`).join(' ');
}

/** Survey without any stage: texts stand as they are given. */
export const SURVEY: SurveyPlan = { stages: [], bad_turn: 'cut', ngram: 3 };

/** Every word is a token. */
export const wordTokens = (): MessageTokens => new MessageTokens((text) => text.split(' ').length);

export function survey(conversations: readonly Conversation[], plan = SURVEY, tokens?: MessageTokens): Digest {
  const surveyor = new Surveyor(plan, 0, { tokens });
  for (const [place, one] of conversations.entries())
    surveyor.add(one, { offset: place * 100, bytes: 99, line: place + 1 });
  return surveyor.finish();
}

export type FeedbackGiven = Partial<FeedbackEntry> & { readonly id: string };

export const feedbackOn = (...given: readonly FeedbackGiven[]): FeedbackDigest => feedbackOf(given);

export function feedbackOf(given: readonly FeedbackGiven[]): FeedbackDigest {
  const surveyor = new FeedbackSurveyor();
  for (const [place, entry] of given.entries()) {
    const line = {
      user: undefined,
      timestamp: undefined,
      message_index: undefined,
      rating: undefined,
      stars: entry.rating !== undefined,
      comment: undefined,
      correction: undefined,
      ...entry,
    };
    surveyor.add(line, { offset: place * 100, bytes: 99, line: place + 1 });
  }
  return surveyor.finish();
}

export const NO_FEEDBACK = feedbackOn();

/** Sections of the config as a user would write them; what is left out has its default. */
export interface Settings {
  readonly conversation?: object;
  readonly feedback?: object;
  readonly preference?: object;
  readonly dedup?: object;
  readonly caps?: object;
  readonly mix?: object;
  readonly balance?: object;
  readonly split?: object;
  readonly since?: number;
  readonly until?: number;
  /** Raw ids of users. */
  readonly opted_out?: readonly string[];
  readonly tokens?: DecidePlan['tokens'];
}

const CONFIG = configSchema();

export function planOf({ since, until, opted_out: users = [], tokens = null, ...sections }: Settings = {}): DecidePlan {
  const opted_out = users.map(hash53);
  const { conversation: unit, feedback, preference, dedup, caps, mix, balance, split } = CONFIG.parse(sections);
  return {
    conversation: unit,
    feedback,
    preference,
    dedup,
    caps,
    mix,
    balance,
    split,
    period: { since, until },
    tokens,
    privacy: { opted_out },
  };
}

export function decideOn(
  conversations: readonly Conversation[],
  feedback: FeedbackDigest = NO_FEEDBACK,
  settings: Settings = {},
  plan = SURVEY,
  ledger?: Ledger,
): Decisions {
  return decideOnDigest(survey(conversations, plan), feedback, settings, plan, ledger);
}

export function decideOnDigest(
  digest: Digest,
  feedback = NO_FEEDBACK,
  settings: Settings = {},
  plan = SURVEY,
  ledger?: Ledger,
): Decisions {
  return decide(digest, feedback, recordReasons(plan), planOf(settings), undefined, ledger);
}

/** What the ledger knows once all kept conversations were exported. */
export function published(decisions: Decisions, settings: Settings = {}, before?: Ledger): Ledger {
  const publication = new Publication(decisions, planOf(settings));
  for (let item = 0; item < decisions.itemCount; item++) if (decisions.isKept(item)) publication.addItem(item);
  return publication.ledger(before);
}

/** The rows of an item that go out. */
export function keptRows(decisions: Decisions, item: number): number[] {
  return [...decisions.rowsOf(item)].filter((row) => decisions.verdict[row] === 0);
}

/** By row: `train`, `val` or `test` for what is kept, else the reason for which it was dropped. */
export function fates(decisions: Decisions): string[] {
  const found = Array.from(decisions.verdict, (verdict) =>
    verdict === 0 ? '' : (decisions.reasons[verdict - 1] ?? '?'),
  );
  for (let item = 0; item < decisions.itemCount; item++) {
    if (!decisions.isKept(item)) continue;
    for (const row of keptRows(decisions, item)) found[row] += SPLITS[decisions.split[item] ?? -1] ?? '';
  }
  return found;
}

/** As `fates`, with `kept` for any split. */
export function verdicts(decisions: Decisions): string[] {
  return fates(decisions).map((fate) => (fate === 'train' || fate === 'val' || fate === 'test' ? 'kept' : fate));
}
