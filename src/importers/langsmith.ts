import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { exchangeOf } from './exchange.ts';
import type { Imported, ImportedLine, Importer } from './importer.ts';
import { conversationLine, type FeedbackFacts, feedbackLine, saysSomething } from './lines.ts';
import { ScoreScales } from './scoreScales.ts';
import { FIT, TraceChoice } from './traceChoice.ts';
import { firstText, listAt, objectAt, textAt, timeAt } from './values.ts';

/** Keys of metadata by which LangSmith knows a thread. A run's own `session_id` is that of its project. */
const THREAD = ['session_id', 'thread_id', 'conversation_id'];

/** Runs of LangSmith as its SDK lists them (`run.json()`, one a line), and feedback listed likewise. */
export const langsmith: Importer = {
  name: 'langsmith',
  summary: 'runs of LangSmith listed by its SDK, one a line, and feedback likewise',
  sources: [
    'https://docs.langchain.com/langsmith/run-data-format',
    'https://docs.langchain.com/langsmith/feedback-data-format',
    'https://docs.langchain.com/langsmith/log-llm-trace',
    'https://docs.langchain.com/langsmith/threads',
  ],
  recognises: (entry) => isRun(entry) || isFeedback(entry),
  open: () => new LangsmithReading(),
};

function isRun(entry: JsonObject): boolean {
  return typeof entry.run_type === 'string' && typeof entry.id === 'string' && Object.hasOwn(entry, 'inputs');
}

function isFeedback(entry: JsonObject): boolean {
  return typeof entry.run_id === 'string' && typeof entry.key === 'string' && !Object.hasOwn(entry, 'run_type');
}

function isRoot(run: JsonObject): boolean {
  return textAt(run, 'parent_run_id') === undefined && listAt(run, 'parent_run_ids').length === 0;
}

function traceOf(run: JsonObject): string {
  return firstText(run, ['trace_id', 'id']) ?? '';
}

class LangsmithReading {
  readonly #choice = new TraceChoice();
  readonly #scales = new ScoreScales();
  /** Runs of which the feedback is there one by one, so that its sums are not needed. */
  readonly #rated = new Set<string>();

  see(entry: JsonObject): void {
    if (isFeedback(entry)) {
      this.#scales.see(String(entry.key), entry.score);
      this.#rated.add(String(entry.run_id));
      return;
    }
    for (const [key, stats] of Object.entries(objectAt(entry, 'feedback_stats')))
      if (isObject(stats)) for (const value of [stats.avg, stats.min, stats.max]) this.#scales.see(key, value);
    const root = isRoot(entry);
    if (!root && entry.run_type !== 'llm') return;
    if (typeof exchangeOf(entry.inputs, entry.outputs) === 'string') return;
    const time = timeAt(entry, ['start_time']);
    this.#choice.see(traceOf(entry), String(entry.id), root ? FIT.whole : FIT.call, time);
  }

  read(entry: JsonObject): Imported {
    if (isFeedback(entry)) return this.#feedback(entry);
    return isRun(entry) ? this.#run(entry) : { problem: 'unknown_shape' };
  }

  #run(run: JsonObject): Imported {
    const trace = traceOf(run);
    const id = String(run.id);
    const feedback = this.#rated.has(id) ? [] : this.#summed(run, trace);
    if (!this.#choice.isChosen(trace, id)) return { feedback, ...this.#whyNot(run, trace) };
    const exchange = exchangeOf(run.inputs, run.outputs);
    if (typeof exchange === 'string') return { problem: exchange };
    const extra = objectAt(run, 'extra');
    const metadata = objectAt(extra, 'metadata');
    const offered = listAt(objectAt(extra, 'invocation_params'), 'tools');
    const facts = {
      id: trace,
      time: timeAt(run, ['start_time']),
      user: textAt(metadata, 'user_id'),
      session: firstText(metadata, THREAD),
      model:
        textAt(metadata, 'ls_model_name') ?? firstText(objectAt(extra, 'invocation_params'), ['model', 'model_name']),
      tools: exchange.tools.length > 0 ? exchange.tools : offered,
    };
    return { conversations: [conversationLine(facts, exchange.messages)], feedback };
  }

  #whyNot(run: JsonObject, trace: string): Imported {
    if (this.#choice.has(trace)) return { pass: 'part_of_a_trace' };
    if (run.run_type !== 'llm' && !isRoot(run)) return { pass: 'not_a_chat' };
    const exchange = exchangeOf(run.inputs, run.outputs);
    return { problem: typeof exchange === 'string' ? exchange : 'no_messages' };
  }

  /** Feedback of which only the mean is exported with the run. */
  #summed(run: JsonObject, trace: string): ImportedLine[] {
    return Object.entries(objectAt(run, 'feedback_stats')).flatMap(([key, stats]) => {
      if (!isObject(stats)) return [];
      const rating = this.#scales.ratingOf(key, stats.avg);
      if (rating === undefined) return [];
      const comment = listAt(stats, 'comments').filter((one) => typeof one === 'string' && one !== '');
      const facts = { ...rating, comment: comment.length === 0 ? undefined : comment.join('\n') };
      return [feedbackLine(trace, undefined, { ...facts, time: timeAt(run, ['end_time', 'start_time']) })];
    });
  }

  #feedback(entry: JsonObject): Imported {
    // An evaluator's word is no user's.
    if (textAt(objectAt(entry, 'feedback_source'), 'type') === 'model') return { pass: 'not_feedback' };
    const rating = this.#scales.ratingOf(String(entry.key), entry.score ?? entry.value);
    if (rating === undefined) return { pass: 'not_feedback' };
    const facts: FeedbackFacts = {
      ...rating,
      comment: textAt(entry, 'comment'),
      user: textAt(objectAt(objectAt(entry, 'feedback_source'), 'metadata'), 'user_id'),
      time: timeAt(entry, ['modified_at', 'created_at']),
    };
    if (!saysSomething(facts)) return { pass: 'not_feedback' };
    return { feedback: [feedbackLine(firstText(entry, ['trace_id', 'run_id']) ?? '', undefined, facts)] };
  }
}
