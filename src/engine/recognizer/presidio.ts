import { CurateError } from '../../errors.ts';
import type { EntityFinding } from '../../pipeline/scrub/finder.ts';
import type { Recognize } from '../../pipeline/scrub/recognizer.ts';
import type { RecognizerOptions } from '../../pipeline/scrub/recognizerSchema.ts';
import { type Guarded, isCount, isListOf, isNumber, isObjectOf, isText } from '../cache/guards.ts';
import { type Answer, postAndWait } from './postAndWait.ts';

/** What Presidio's analyzer answers to `POST /analyze` (its REST interface): offsets count code points, as Python does. */
const isAnalysis = isListOf(isObjectOf({ start: isCount, end: isCount, score: isNumber, entity_type: isText }));

/** What it calls entities that have another name here. */
const OUR_NAMES: ReadonlyMap<string, string> = new Map([
  ['EMAIL_ADDRESS', 'EMAIL'],
  ['PHONE_NUMBER', 'PHONE'],
  ['IBAN_CODE', 'IBAN'],
]);

/**
 * Asks a service that speaks as Presidio's analyzer does.
 * @returns a function that throws a CurateError when there is no answer in time, or none that can be read
 */
export function createPresidioRecognizer(options: RecognizerOptions): Recognize {
  const { url, language, entities, min_score, timeout_ms } = options;
  return (text) => {
    const request = { text, language, score_threshold: min_score, ...(entities === null ? {} : { entities }) };
    const answer = postAndWait(url, JSON.stringify(request), timeout_ms);
    return findingsIn(answer, text, options).filter(({ score }) => score >= min_score);
  };
}

function findingsIn(answer: Answer, text: string, options: RecognizerOptions): EntityFinding[] {
  if (answer.kind === 'late') throw failure(options, `did not answer within ${options.timeout_ms} ms`);
  if (answer.kind === 'unreachable') throw failure(options, `cannot be reached (${answer.why})`);
  if (answer.status !== 200) throw failure(options, `answered with the HTTP status ${answer.status}`);
  const analysis = analysisIn(answer.body);
  if (analysis === undefined)
    throw failure(options, 'gave an answer that is no list of {start, end, score, entity_type}');
  const units = unitPlaces(text);
  return analysis.map(({ start, end, score, entity_type }) => {
    const from = units(start);
    const to = units(end);
    if (from === undefined || to === undefined || from >= to || !/^[A-Z][A-Z0-9_]*$/.test(entity_type))
      throw failure(options, 'gave an answer with an entity outside the text, or without a proper name');
    return { start: from, end: to, score, entity: OUR_NAMES.get(entity_type) ?? entity_type };
  });
}

function analysisIn(body: string): Guarded<typeof isAnalysis> | undefined {
  try {
    const found: unknown = JSON.parse(body);
    return isAnalysis(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Brings a count of code points to a place in UTF-16 units; `undefined` beyond the end. */
function unitPlaces(text: string): (points: number) => number | undefined {
  if (!/[\ud800-\udfff]/.test(text)) return (points) => (points <= text.length ? points : undefined);
  const places = [0];
  for (const character of text) places.push((places.at(-1) ?? 0) + character.length);
  return (points) => places[points];
}

function failure({ url }: RecognizerOptions, what: string): CurateError {
  return new CurateError(
    `privacy.recognizer: ${url} ${what}. No text goes on without its word, so nothing was written. Start the service, or take \`recognizer\` out of the config.`,
  );
}
