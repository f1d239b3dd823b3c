export interface LanguageShares {
  /** ISO 639 codes, most frequent first. */
  readonly known: readonly { readonly code: string; readonly examples: number }[];
  readonly unknown: number;
}

/** An ISO 639 code, perhaps with a region after it (`pt-BR`). */
const LANGUAGE_TAG = /^([a-z]{2,3})(?:[-_][a-z0-9_-]*)?$/i;
/** ISO 639 codes that name no language: undetermined, uncoded, several, no linguistic content. */
const NO_LANGUAGE = new Set(['und', 'mis', 'mul', 'zxx']);

/** Sums examples by language. A log may say anything in its language field; what is no code is only counted. */
export function languageShares(languages: Readonly<Record<string, number>>): LanguageShares {
  const counts = new Map<string, number>();
  let unknown = 0;
  for (const [label, examples] of Object.entries(languages)) {
    const code = LANGUAGE_TAG.exec(label)?.[1]?.toLowerCase();
    if (code === undefined || NO_LANGUAGE.has(code)) unknown += examples;
    else counts.set(code, (counts.get(code) ?? 0) + examples);
  }
  const known = [...counts].map(([code, examples]) => ({ code, examples }));
  known.sort((a, b) => b.examples - a.examples || (a.code < b.code ? -1 : 1));
  return { known, unknown };
}
