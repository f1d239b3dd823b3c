import type { Balance, PairBalance, RatedBalance } from '../pipeline/signals/balance.ts';
import { counted, grouped, table } from './cardText.ts';

/** The section of a data card on what became of ratings: labels with the weights of a trainer, or where pairs come from. */
export function ratingsUsed(balance: Balance): string {
  return balance.kind === 'rated' ? labels(balance) : pairs(balance);
}

function labels({ desirable, undesirable, weights }: RatedBalance): string {
  const advice =
    weights === null
      ? 'All have the same label; a trainer of labels needs both.'
      : `Weights for the train split: \`desirable_weight=${weights.desirable}\`, \`undesirable_weight=${weights.undesirable}\`, so that the desirable answers, times theirs, are 1 to 4/3 as many as the others, times theirs (TRL, KTO trainer).`;
  return `## Labels

A row is an answer that users rated: true from \`feedback.min_stars\` on, false up to \`preference.max_bad_stars\`, by the mean over users of everyone's latest word. When written: ${grouped(desirable)} desirable and ${grouped(undesirable)} undesirable.

${advice}`;
}

function pairs({ origins, margin }: PairBalance): string {
  const apart =
    margin === null
      ? ''
      : `\n\nThe two answers are ${margin.min} to ${margin.max} stars apart, ${margin.mean} in the mean; a correction is taken to deserve five.`;
  return `## Pairs

Two answers to the same question in the same context, the better one first. When written, ${counted(origins.correction + origins.regenerated + origins.same_prompt, 'pair')}:

${table(
  ['origin', 'what it means', 'pairs'],
  [
    ['correction', 'a user wrote what the answer should have been', grouped(origins.correction)],
    ['regenerated', 'one session got several answers and rated them differently', grouped(origins.regenerated)],
    [
      'same_prompt',
      'the question was asked more than once, and the answers rated far apart',
      grouped(origins.same_prompt),
    ],
  ],
)}${apart}`;
}
