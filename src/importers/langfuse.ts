import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { exchangeOf } from './exchange.ts';
import type { Imported, Importer } from './importer.ts';
import { conversationLine, type FeedbackFacts, feedbackLine, saysSomething } from './lines.ts';
import { ScoreScales } from './scoreScales.ts';
import { FIT, TraceChoice } from './traceChoice.ts';
import { firstText, hasObject, listAt, objectAt, textAt, timeAt, unpacked } from './values.ts';

const TRACE_ID = ['trace_id', 'traceId'];
const USER = ['user_id', 'userId'];
const SESSION = ['session_id', 'sessionId'];
const PARENT = ['parent_observation_id', 'parentObservationId'];

/** Langfuse: traces, observations and scores of its blob storage export, its tables, and its API (names with `_` or in camel case). */
export const langfuse: Importer = {
  name: 'langfuse',
  summary: 'traces, observations and scores of Langfuse, as JSON or JSONL',
  sources: [
    'https://langfuse.com/docs/api-and-data-platform/features/blob-storage-export-fields',
    'https://langfuse.com/docs/api-and-data-platform/features/export-from-ui',
    'https://langfuse.com/docs/evaluation/scores/data-model',
  ],
  recognises: (entry) => isObservation(entry) || isScore(entry) || isTrace(entry) || isTrace(objectAt(entry, 'trace')),
  open: () => new LangfuseReading(),
};

/** The kinds of observation are in capitals. */
function isObservation(entry: JsonObject): boolean {
  return /^[A-Z]+$/.test(textAt(entry, 'type') ?? '') && firstText(entry, TRACE_ID) !== undefined;
}

function isScore(entry: JsonObject): boolean {
  const typed = firstText(entry, ['data_type', 'dataType']) !== undefined || Object.hasOwn(entry, 'value');
  return (
    /^(?:API|ANNOTATION|EVAL)$/.test(textAt(entry, 'source') ?? '') && textAt(entry, 'name') !== undefined && typed
  );
}

function isTrace(entry: JsonObject): boolean {
  const known = [...USER, ...SESSION, 'bookmarked', 'release'].some((name) => Object.hasOwn(entry, name));
  const timed = textAt(entry, 'id') !== undefined && textAt(entry, 'timestamp') !== undefined;
  return timed && known && (Object.hasOwn(entry, 'output') || Array.isArray(entry.observations)) && !isScore(entry);
}

/** What a trace says of the observations in it, where these do not say it themselves. */
interface TraceFacts {
  readonly user: string | undefined;
  readonly session: string | undefined;
}

class LangfuseReading {
  readonly #choice = new TraceChoice();
  readonly #scales = new ScoreScales();
  readonly #traces = new Map<string, TraceFacts>();

  see(entry: JsonObject): void {
    for (const part of parts(entry)) this.#seeOne(part);
  }

  #seeOne(entry: JsonObject): void {
    if (isScore(entry)) {
      this.#scales.see(textAt(entry, 'name') ?? '', entry.value);
      return;
    }
    const trace = traceOf(entry);
    const whole = isWhole(entry);
    if (isTrace(entry)) this.#traces.set(trace, { user: firstText(entry, USER), session: firstText(entry, SESSION) });
    if (!whole && entry.type !== 'GENERATION') return;
    if (typeof exchange(entry) === 'string') return;
    this.#choice.see(trace, String(entry.id), whole ? FIT.whole : FIT.call, timeOf(entry));
  }

  read(entry: JsonObject): Imported {
    const [only, ...others] = parts(entry).map((part) => this.#own(part));
    if (only === undefined) return { problem: 'unknown_shape' };
    if (others.length === 0) return only;
    const all = [only, ...others];
    const conversations = all.flatMap((one) => one.conversations ?? []);
    const problem = all.find((one) => one.problem !== undefined)?.problem;
    return {
      conversations,
      feedback: all.flatMap((one) => one.feedback ?? []),
      ...(conversations.length === 0 && (problem === undefined ? { pass: 'not_a_chat' } : { problem })),
    };
  }

  #own(entry: JsonObject): Imported {
    if (isScore(entry)) return this.#score(entry);
    if (!isObservation(entry) && !isTrace(entry)) return { problem: 'unknown_shape' };
    const trace = traceOf(entry);
    if (!this.#choice.isChosen(trace, String(entry.id))) return this.#whyNot(entry, trace);
    const said = exchange(entry);
    if (typeof said === 'string') return { problem: said };
    const known = this.#traces.get(trace);
    const offered = Object.values(objectAt(entry, 'tool_definitions')).map(unpacked).filter(isObject);
    const facts = {
      id: trace,
      time: timeOf(entry),
      user: firstText(entry, USER) ?? known?.user,
      session: firstText(entry, SESSION) ?? known?.session,
      model: firstText(entry, ['provided_model_name', 'providedModelName', 'model']),
      tools: said.tools.length > 0 ? said.tools : offered,
    };
    return { conversations: [conversationLine(facts, said.messages)] };
  }

  #whyNot(entry: JsonObject, trace: string): Imported {
    if (this.#choice.has(trace)) return { pass: 'part_of_a_trace' };
    if (entry.type !== 'GENERATION') return { pass: 'not_a_chat' };
    const said = exchange(entry);
    return { problem: typeof said === 'string' ? said : 'no_messages' };
  }

  #score(entry: JsonObject): Imported {
    const trace = firstText(entry, TRACE_ID);
    // The word of a model that judges is no user's.
    if (entry.source === 'EVAL' || trace === undefined) return { pass: 'not_feedback' };
    const name = textAt(entry, 'name') ?? '';
    const text = firstText(entry, ['string_value', 'stringValue']);
    const type = firstText(entry, ['data_type', 'dataType']);
    const value =
      type === 'CATEGORICAL' || type === 'TEXT' ? text : type === 'BOOLEAN' ? Number(entry.value) === 1 : entry.value;
    const rating = this.#scales.ratingOf(name, value);
    const facts: FeedbackFacts = {
      ...rating,
      comment: textAt(entry, 'comment') ?? (type === 'TEXT' && rating === undefined ? text : undefined),
      time: timeAt(entry, ['timestamp', 'updated_at', 'updatedAt']),
    };
    const byUser = rating !== undefined || (type === 'TEXT' && this.#scales.isByUsers(name));
    if (!byUser || !saysSomething(facts)) return { pass: 'not_feedback' };
    return { feedback: [feedbackLine(trace, undefined, facts)] };
  }
}

/** An entry, and what is in it where it is a trace that was downloaded with its observations and scores. */
function parts(entry: JsonObject): JsonObject[] {
  const trace = hasObject(entry, 'trace') ? objectAt(entry, 'trace') : entry;
  const inside = [entry, ...(trace === entry ? [] : [trace])].flatMap((one) => [
    ...listAt(one, 'observations'),
    ...listAt(one, 'scores'),
  ]);
  return [trace, ...inside.filter(isObject)];
}

function traceOf(entry: JsonObject): string {
  return firstText(entry, [...TRACE_ID, 'id']) ?? '';
}

/** A trace, or the observation that stands for it: the one without a parent that is no call of a model. */
function isWhole(entry: JsonObject): boolean {
  return isTrace(entry) || (entry.type !== 'GENERATION' && firstText(entry, PARENT) === undefined);
}

function exchange(entry: JsonObject) {
  return exchangeOf(entry.input, entry.output);
}

function timeOf(entry: JsonObject): number | undefined {
  return timeAt(entry, ['start_time', 'startTime', 'timestamp']);
}
