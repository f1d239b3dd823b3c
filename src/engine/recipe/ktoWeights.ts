/**
 * By how much either kind of rated answer is to count for a KTO trainer, so that both count the same in all; the lower one is
 * 1. TRL wants desirable answers, times their weight, to be 1 to 4/3 times the undesirable, times theirs (trl KTOTrainer).
 */
export function ktoWeights({ desirable, undesirable }: { desirable: number; undesirable: number }): {
  desirable: number;
  undesirable: number;
} {
  if (desirable === 0 || undesirable === 0) return { desirable: 1, undesirable: 1 };
  const ratio = desirable / undesirable;
  // Two decimals, rounded to the side on which desirable answers count for no less.
  if (ratio < 1) return { desirable: Math.ceil(100 / ratio) / 100, undesirable: 1 };
  return ratio <= 4 / 3
    ? { desirable: 1, undesirable: 1 }
    : { desirable: 1, undesirable: Math.floor(ratio * 100) / 100 };
}
