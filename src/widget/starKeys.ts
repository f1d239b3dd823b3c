/** What a keyboard event says of keys. */
interface Keys {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * The star that a key leads to from the one that has the focus, both 1 to 5; nothing for other keys. It does not choose it: what is chosen is
 * sent (a radio group in which arrows only move, as in toolbars: https://www.w3.org/WAI/ARIA/apg/patterns/radio/).
 */
export function starAfter(
  { key, altKey, ctrlKey, metaKey }: Keys,
  star: number,
  isRightToLeft: boolean,
): number | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const right = isRightToLeft ? 4 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: 4,
    ArrowRight: right,
    ArrowLeft: 5 - right,
    Home: 6 - star,
    End: 5 - star,
  };
  const step = steps[key];
  return step === undefined ? undefined : ((star - 1 + step) % 5) + 1;
}
