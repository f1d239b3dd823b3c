import { decimalPairAt, MIN_PAIR_DIGITS } from '../coordinates/decimalPairs.ts';
import { NAME_STEMS, namedDegreesAt } from '../coordinates/namedDegrees.ts';
import { sexagesimalPairAt } from '../coordinates/sexagesimalPairs.ts';
import type { Detector, Span } from '../detector.ts';
import type { Traits } from '../reading/traits.ts';

const detector: Detector = {
  entity: 'COORDINATES',
  summary:
    'latitude and longitude: decimal with four places each or beside a word, in degrees, minutes and seconds, by name, in geo: and map URLs',
  score: 0.85,
  unmasked: 0,
  needs: [
    { digits: MIN_PAIR_DIGITS, dottedNumbers: 2 },
    { digits: 4, text: '°' },
    { digits: 4, text: 'º' },
    ...['geo:', ...NAME_STEMS].map((text) => ({ dottedNumbers: 2, text })),
  ],
  create: () => findCoordinates,
};
export default detector;

function findCoordinates(text: string, { numbers }: Traits): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const number of numbers) {
    if (number.start < covered || number.end - number.start > 3) continue;
    const span = coordinatesAt(text, number);
    if (span === undefined || span.start < covered) continue;
    covered = span.end;
    spans.push(span);
  }
  return spans;
}

function coordinatesAt(text: string, number: Span): Span | undefined {
  if (text[number.end] === '.') return decimalPairAt(text, number) ?? namedDegreesAt(text, number);
  return sexagesimalPairAt(text, number);
}
