import type { Slots } from './fill.ts';

/** What people say of themselves, and how the assistant says it back to them. */
const SPOKEN_BACK: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bI am\b/g, 'you are'],
    [/\bI\b/g, 'you'],
    [/\b(?:my|our)\b/g, 'your'],
  ],
  de: [[/\b(?:mein|unser)(?=e|\b)/g, 'Ihr']],
  fr: [
    [/\b(?:mon|ma|notre)\b/g, 'votre'],
    [/\bmes\b/g, 'vos'],
  ],
  es: [
    [/\bmi\b/g, 'tu'],
    [/\bmis\b/g, 'tus'],
  ],
  tr: [
    [/larım\b/g, 'larınız'],
    [/teyzem/g, 'teyzeniz'],
    [/projemde/g, 'projenizde'],
    [/sitemizde/g, 'sitenizde'],
    [/yazdığım programda/g, 'yazdığınız programda'],
  ],
};

/** The slots as the assistant says them: “my thesis” becomes “your thesis”. */
export function spokenBack(slots: Slots, language: string): Slots {
  const changes = SPOKEN_BACK[language] ?? [];
  return new Map(
    [...slots].map(([name, value]) => [
      name,
      name === 'code' ? value : changes.reduce((text, [said, back]) => text.replace(said, back), value),
    ]),
  );
}
