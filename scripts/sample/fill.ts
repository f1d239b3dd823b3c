import type { Random } from '../random.ts';

/** The slots of one exchange: what was drawn once stays, so that question and answer speak of the same thing. */
export type Slots = ReadonlyMap<string, string>;

/**
 * Fills `{name}` from `slots` and `{5-20}` with a number drawn anew. Sentences begin with a capital letter afterwards.
 * @throws Error when a template names a slot that does not exist
 */
export function fill(template: string, slots: Slots, language: string, random: Random): string {
  const text = fillNumbers(template, random).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots.get(name);
    if (value === undefined) throw new Error(`No slot is called ${name}: add it to the rows or slots of the topic.`);
    return value;
  });
  return text.replace(
    /(^|[.!?] |[¿¡])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + capital(letter, language),
  );
}

/** Puts a number between the two ends in the place of each `{5-20}`. */
export function fillNumbers(template: string, random: Random): string {
  return template.replace(/\{(\d+)-(\d+)\}/g, (_, least: string, most: string) =>
    String(random.whole(Number(least), Number(most))),
  );
}

/** Turkish has a dotted capital; without the locale calls of the runtime, which differ between builds. */
function capital(letter: string, language: string): string {
  return language === 'tr' && letter === 'i' ? 'İ' : letter.toUpperCase();
}
