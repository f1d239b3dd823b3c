import type { Detector, Span } from '../detector.ts';
import { readName } from '../person/names.ts';
import { repeatsOf } from '../person/repeats.ts';
import { smallNames } from '../person/smallNames.ts';
import type { Traits } from '../reading/traits.ts';

const detector: Detector = {
  entity: 'PERSON',
  summary:
    'names of persons: a given name of the list and a surname, or a name behind words such as "my name is"; a lone given name is none',
  score: 0.6,
  unmasked: 0,
  needs: [{}],
  create: () => findPersons,
};
export default detector;

function findPersons(text: string, { capitals }: Traits): Span[] {
  if (capitals.length === 0) return smallNames(text);
  const spans: Span[] = [];
  let next = 0;
  for (const start of capitals) if (start >= next) next = readName(text, start, spans);
  return spans.length === 0 ? spans : repeatsOf(text, capitals, spans);
}
