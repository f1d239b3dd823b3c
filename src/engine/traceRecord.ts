import type { Conversation } from '../pipeline/conversation.ts';
import type { Benchmark } from '../pipeline/decontaminate/benchmark.ts';
import { SharedTextFinder } from '../pipeline/decontaminate/sharedText.ts';
import { RecordPipeline, type Step } from '../pipeline/recordPipeline.ts';
import type { RecordPlan } from '../pipeline/recordPlan.ts';
import { rewriteTexts } from '../pipeline/rewriteTexts.ts';
import { Drop } from '../pipeline/stage.ts';
import { RECORD_STAGES } from '../pipeline/stages.ts';
import { TURNS } from '../pipeline/turns.ts';
import type { ExplainChange, ExplainStep } from '../report/types.ts';
import { benchmarkOf } from './benchmark/benchmarkOf.ts';
import { whereShared } from './benchmark/whereShared.ts';
import type { Project } from './project.ts';
import { recognizerOf } from './recognizer/recognizerOf.ts';
import { tokensOf } from './tokenizer/tokensOf.ts';

export interface Trace {
  readonly steps: readonly ExplainStep[];
  /** What came in, fit to be shown. */
  readonly shown: Conversation;
  /** What the record stages made of it; `undefined` when they dropped it. */
  readonly final: Conversation | undefined;
}

/** Runs one conversation through the record stages and writes down what each did. What is shown is scrubbed unless `raw`. */
export async function traceRecord(logged: Conversation, project: Project, raw: boolean): Promise<Trace> {
  const disguise = raw ? (text: string) => text : scrubber(project);
  const steps: ExplainStep[] = [];
  const plan = project.plans.survey;
  const benchmark = (await benchmarkOf(plan))?.benchmark;
  let shares: Step | undefined;
  const onStep = (step: Step) => {
    steps.push(explained(step, disguise, raw));
    if (step.stage === 'decontaminate' && (step.drop !== undefined || step.after !== step.before)) shares = step;
  };
  const pipeline = new RecordPipeline(plan, {
    onStep,
    recognize: recognizerOf(plan),
    tokens: tokensOf(plan),
    benchmark,
  });
  const rewritten = pipeline.rewrite(logged);
  const judged = 'drop' in rewritten ? rewritten : pipeline.judge(rewritten);
  if (shares !== undefined && benchmark !== undefined) await tellWhere(steps, shares, plan, benchmark);
  return {
    steps: withoutIdleRepeat(steps),
    shown: rewriteTexts(logged, disguise),
    final: 'drop' in judged ? undefined : judged,
  };
}

/** Adds to the step that found text of a benchmark in which row of it that stands. */
async function tellWhere(
  steps: ExplainStep[],
  { before }: Step,
  plan: RecordPlan,
  benchmark: Benchmark,
): Promise<void> {
  const place = steps.findIndex(({ stage }) => stage === 'decontaminate');
  const step = steps[place];
  const found = new SharedTextFinder(benchmark).find(before.messages);
  const shares = found === undefined ? undefined : await whereShared(plan, before.messages, found.words);
  if (step !== undefined && shares !== undefined) steps[place] = { ...step, shares };
}

/** Turns are put in order once more after cleaning; where that found nothing to do, it is not worth a line. */
function withoutIdleRepeat(steps: readonly ExplainStep[]): ExplainStep[] {
  return steps.filter(({ stage, outcome }, place) => place === 0 || stage !== TURNS.name || outcome !== 'kept');
}

function explained(
  { stage, kind, before, after, drop }: Step,
  disguise: (text: string) => string,
  raw: boolean,
): ExplainStep {
  if (drop !== undefined) {
    const { reasons } = [TURNS, ...RECORD_STAGES].find(({ name }) => name === stage) ?? TURNS;
    const sentence = Object.entries(reasons).find(([reason]) => reason === drop.reason)?.[1] ?? drop.reason;
    return {
      stage,
      kind,
      outcome: 'dropped',
      reason: drop.reason,
      sentence,
      ...(drop.measured === undefined ? {} : { measured: drop.measured }),
      ...(drop.limit === undefined ? {} : { limit: drop.limit }),
    };
  }
  if (before === after) return { stage, kind, outcome: 'kept' };
  if (after.messages.length < before.messages.length && (kind === 'filter' || kind === 'trim'))
    return { stage, kind, outcome: 'cut' };
  // Without --raw there is nothing to show of what was scrubbed but the tags, and those stand in the messages.
  const diff = kind === 'scrub' && !raw ? [] : changesOf(before, after, disguise);
  return { stage, kind, outcome: 'changed', ...(diff.length === 0 ? {} : { diff }) };
}

function changesOf(before: Conversation, after: Conversation, disguise: (text: string) => string): ExplainChange[] {
  const rest = new Map(after.messages.map(({ index, content }) => [index, content]));
  return before.messages.flatMap(({ index, content }) => {
    const now = rest.get(index);
    if (now === undefined || now === content) return [];
    const shown = { message: index, before: disguise(content), after: disguise(now) };
    return shown.before === shown.after ? [] : [shown];
  });
}

/**
 * The scrub stage with every entity tagged, those of the team's own patterns and recogniser as well, whatever the config says is
 * to become of them: what is shown must not depend on it.
 */
export function scrubber({ config, plans }: Project): (text: string) => string {
  const stage = RECORD_STAGES.find(({ kind }) => kind === 'scrub');
  const { regions, patterns } = config.privacy;
  const options = { regions, patterns: patterns.map((pattern) => ({ ...pattern, action: 'tag' })) };
  const worker = stage?.create(options, { recognize: recognizerOf(plans.survey) });
  return (text) => {
    const one: Conversation = {
      id: '',
      timestamp: undefined,
      user: undefined,
      session: undefined,
      facets: {},
      messages: [{ role: 'user', content: text, index: 0 }],
    };
    const scrubbed = worker?.apply(one);
    if (scrubbed === undefined || scrubbed instanceof Drop) return '[removed]';
    return scrubbed.messages[0]?.content ?? '';
  };
}
