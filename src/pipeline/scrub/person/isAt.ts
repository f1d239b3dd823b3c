/** Whether a sticky pattern matches at `at`; one that looks back, before it. */
export function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
