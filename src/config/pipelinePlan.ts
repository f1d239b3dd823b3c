import type { PlannedStage } from '../pipeline/recordPlan.ts';
import type { RecordStage } from '../pipeline/stage.ts';
import { RECORD_STAGES } from '../pipeline/stages.ts';
import { explainIssues } from './explain.ts';
import { found } from './inWords.ts';
import { jsonSchemaOf } from './jsonSchema.ts';
import { isMapping } from './mapping.ts';
import { nearest } from './nearest.ts';
import { type Problem, shown } from './problems.ts';

interface Plan {
  readonly stages: readonly PlannedStage[];
  readonly problems: readonly Problem[];
}

/**
 * Resolves the entries of `pipeline:`, each a stage's name or `{ use: name, ...options }`.
 *
 * @param entries what the config says; its problems are all found, and no exception is thrown for them
 * @param sections the parsed sections of the config, from which stages such as `scrub` take their options
 */
export function planPipeline(entries: readonly unknown[], sections: Readonly<Record<string, unknown>>): Plan {
  const stages: PlannedStage[] = [];
  const problems: Problem[] = [];
  const firstUse = new Map<string, number>();
  let latest: RecordStage | undefined;
  for (const [index, entry] of entries.entries()) {
    const { stage, options, problem } = readEntry(entry, index);
    if (problem !== undefined) problems.push(problem);
    if (stage === undefined) continue;
    const first = firstUse.get(stage.name);
    if (first === undefined) firstUse.set(stage.name, index);
    else problems.push(usedTwice(stage, index, first));
    if (latest === undefined || TURN[stage.kind] > TURN[latest.kind]) latest = stage;
    else if (TURN[stage.kind] < TURN[latest.kind]) problems.push(tooLate(stage, index, latest));
    if (stage.kind === 'trim' && sections.tokenizer === null) problems.push(countsNothing(stage, index));
    const checked = checkOptions(stage, options, index, sections);
    problems.push(...checked.problems);
    stages.push({ use: stage.name, options: checked.options });
  }
  return { stages, problems };
}

interface Entry {
  readonly stage?: RecordStage;
  readonly options: Readonly<Record<string, unknown>>;
  readonly problem?: Problem;
}

function readEntry(entry: unknown, index: number): Entry {
  const { use, ...options } = typeof entry === 'string' ? { use: entry } : isMapping(entry) ? entry : {};
  if (typeof use !== 'string') return { options, problem: { path: ['pipeline', index], what: notAnEntry(entry) } };
  const stage = RECORD_STAGES.find(({ name }) => name === use);
  if (stage === undefined) return { options, problem: { path: ['pipeline', index], what: unknownStage(use) } };
  return { stage, options };
}

function notAnEntry(entry: unknown): string {
  const names = isMapping(entry)
    ? Object.keys(entry).filter((key) => RECORD_STAGES.some(({ name }) => name === key))
    : [];
  const mend = names.length === 1 ? `; write \`- use: ${names[0]}\` and its options beneath` : '';
  const without = isMapping(entry) ? ' without `use`' : '';
  return `expected the name of a stage, or a mapping with \`use\`, found ${found(entry)}${without}${mend}.`;
}

function unknownStage(use: string): string {
  const names = RECORD_STAGES.map(({ name }) => name);
  const near = nearest(use, names);
  const mend = near === undefined ? `. Known stages: ${names.join(', ')}.` : `; did you mean \`${near}\`?`;
  return `unknown stage \`${shown(use)}\`${mend}`;
}

function usedTwice(stage: RecordStage, index: number, first: number): Problem {
  return {
    path: ['pipeline', index],
    stage: stage.name,
    what: `a stage runs once, and pipeline[${first}] has it already.`,
  };
}

/**
 * Which stages run before which: rows are written by the rewriting stages alone, so what a filter judges must be what they
 * leave; and what is counted must be what the others leave of the text.
 */
const TURN: Readonly<Record<RecordStage['kind'], number>> = { clean: 0, scrub: 0, trim: 1, label: 2, filter: 2 };

function tooLate(stage: RecordStage, index: number, later: RecordStage): Problem {
  const does = stage.kind === 'trim' ? 'takes messages away' : 'changes text';
  const others = later.kind === 'trim' ? 'what counts it' : 'every label and filter';
  const what = `a ${stage.kind} stage ${does}, so it stands before ${others}; move it above \`${later.name}\`.`;
  return { path: ['pipeline', index], stage: stage.name, what };
}

function countsNothing(stage: RecordStage, index: number): Problem {
  const what =
    'it counts tokens, and the config names no `tokenizer`; set `tokenizer: o200k_base`, or the path to the tokenizer.json of your model.';
  return { path: ['pipeline', index], stage: stage.name, what };
}

interface CheckedOptions {
  readonly options: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

function checkOptions(
  stage: RecordStage,
  written: Readonly<Record<string, unknown>>,
  index: number,
  sections: Readonly<Record<string, unknown>>,
): CheckedOptions {
  const path = ['pipeline', index];
  if (stage.section !== undefined) {
    const what = `the options of this stage stand in the section \`${stage.section}\`.`;
    const problems = Object.keys(written).map((key) => ({ path: [...path, key], stage: stage.name, what }));
    const section = sections[stage.section];
    return { options: isMapping(section) ? ownOptions(stage, section) : {}, problems };
  }
  const result = stage.options.safeParse(written, { reportInput: true });
  if (result.success) return { options: result.data, problems: [] };
  const problems = explainIssues(result.error.issues, jsonSchemaOf(stage.options), path);
  return { options: {}, problems: problems.map((problem) => ({ ...problem, stage: stage.name })) };
}

/** Of a parsed section what its stage knows: `privacy` also says what is kept of whom. */
function ownOptions(stage: RecordStage, section: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(stage.options.shape).map((key) => [key, section[key]]));
}
