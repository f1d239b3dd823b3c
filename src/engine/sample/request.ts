import { didYouMean } from '../../config/nearest.ts';
import { CurateError } from '../../errors.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';

export interface SampleRequest {
  /** A stage, a `stage.reason`, or '' for all that is dropped; what is kept where it is left out. */
  readonly dropped: string | undefined;
  readonly split: string | undefined;
  readonly language: string | undefined;
  /** The most conversations to show. */
  readonly most: number;
  readonly seed: number;
  /** Show the text as it was logged. */
  readonly raw: boolean;
}

/** What is asked for in the codes of the digest. */
export interface SampleFilter {
  /** By verdict: 1 for those asked for; the place 0 is for what is kept. */
  readonly verdicts: Uint8Array;
  /** Place in `SPLITS`; all where it is left out. */
  readonly split: number | undefined;
  /** Code of the label; all where it is left out. */
  readonly language: number | undefined;
}

/** @throws CurateError for a stage, reason, split or language that there is not */
export function filterOf({ dropped, split, language }: SampleRequest, decisions: Decisions): SampleFilter {
  if (dropped !== undefined && split !== undefined)
    throw new CurateError('What is dropped has no split: leave out either --dropped or --split.');
  return {
    verdicts: verdictsOf(dropped, decisions.reasons),
    split: split === undefined ? undefined : splitNamed(split),
    language: language === undefined ? undefined : languageNamed(language, decisions),
  };
}

function verdictsOf(dropped: string | undefined, reasons: readonly string[]): Uint8Array {
  const verdicts = new Uint8Array(reasons.length + 1);
  if (dropped === undefined) verdicts[0] = 1;
  else for (const [place, reason] of reasons.entries()) if (fits(reason, dropped)) verdicts[place + 1] = 1;
  if (verdicts.includes(1)) return verdicts;
  const known = [...new Set(reasons.flatMap((reason) => [stageOf(reason), reason]))];
  const asked = dropped?.slice(0, 80) ?? '';
  throw new CurateError(
    `--dropped ${asked}: no stage of this config has that name, and none has that reason${didYouMean(asked, known)} \`curate stages\` lists them all.`,
  );
}

/** Days that were not asked for are no loss, as in `stats`. */
function fits(reason: string, dropped: string): boolean {
  const stage = stageOf(reason);
  return dropped === '' ? stage !== 'period' : reason === dropped || stage === dropped;
}

function splitNamed(name: string): number {
  const names: readonly string[] = SPLITS;
  const split = names.indexOf(name);
  if (split !== -1) return split;
  throw new CurateError(`--split ${name.slice(0, 80)}: there are ${SPLITS.join(', ')}.`);
}

function languageNamed(name: string, { digest }: Decisions): number {
  const { language: labels } = digest.labels;
  const code = labels.indexOf(name);
  if (code > 0) return code;
  const known = labels.filter((label) => label !== '');
  throw new CurateError(
    `--language ${name.slice(0, 80)}: no conversation is in it. There are ${known.slice(0, 30).join(', ') || 'no languages known'}.`,
  );
}

export function stageOf(reason: string): string {
  return reason.slice(0, reason.lastIndexOf('.'));
}
