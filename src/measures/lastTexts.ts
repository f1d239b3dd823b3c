/** Ours: more than most conversations have messages. Longer texts are not kept, lest they fill the memory. */
const PLACES = 64;
const LONGEST_KEPT = 32_768;

/**
 * `measure` with a memory for the last few texts, as one stage after the other asks the same about the messages of one
 * conversation. Each has its place by its length, so that looking takes no longer when it is not there (10 ns).
 */
export function forLastTexts<Value>(measure: (text: string) => Value): (text: string) => Value {
  const last: { readonly text: string; readonly value: Value }[] = [];
  return (text) => {
    const place = text.length % PLACES;
    const kept = last[place];
    if (kept?.text === text) return kept.value;
    const value = measure(text);
    if (text.length <= LONGEST_KEPT) last[place] = { text, value };
    return value;
  };
}
