/** Formats whose rows may look alike, by the name of the one that rows were taken for. */
const SAME_ROWS: Readonly<Record<string, readonly string[]>> = {
  chatml: ['mistral', 'bedrock-claude'],
  mistral: ['chatml'],
  json: ['chatml'],
  'bedrock-claude': ['chatml'],
  'sharegpt-preference': ['sharegpt'],
  'sharegpt-kto': ['sharegpt'],
  'axolotl-preference': ['preference'],
  'chatml-text': ['text'],
  text: ['chatml-text'],
};

/** The one of `formats` that rows taken for `format` are in; nothing where it is none of them. */
export function sameRows(format: string, formats: readonly string[]): string | undefined {
  if (formats.includes(format)) return format;
  return (SAME_ROWS[format] ?? []).find((other) => formats.includes(other));
}
