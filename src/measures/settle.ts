/** Ours: damage done twice or three times happens, more only in texts made for it. */
const ROUNDS = 8;

/**
 * Applies `step` to `text` until it changes nothing more. A text that has not come to rest after a few rounds is given back
 * as it was, so that the result is always one that settling again leaves alone.
 */
export function settle(text: string, step: (text: string) => string): string {
  let settled = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = step(settled);
    if (next === settled) return settled;
    settled = next;
  }
  return text;
}
