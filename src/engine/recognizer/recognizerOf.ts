import type { RecordPlan } from '../../pipeline/recordPlan.ts';
import type { Recognize } from '../../pipeline/scrub/recognizer.ts';
import { type RecognizerOptions, recognizerSchema } from '../../pipeline/scrub/recognizerSchema.ts';
import { createPresidioRecognizer } from './presidio.ts';

let made: { readonly settings: string; readonly recognize: Recognize } | undefined;

/** The recogniser that the `scrub` stage of a plan asks for. */
export function recognizerOf({ stages }: RecordPlan): Recognize | undefined {
  const scrub = stages.find(({ use }) => use === 'scrub');
  const options = recognizerSchema.parse(scrub?.options.recognizer);
  return options === null ? undefined : recognizerFor(options);
}

/** The recogniser with these options; it is kept for the next task of the run, with its thread. */
export function recognizerFor(options: RecognizerOptions): Recognize {
  const settings = JSON.stringify(options);
  if (made?.settings !== settings) made = { settings, recognize: createPresidioRecognizer(options) };
  return made.recognize;
}
