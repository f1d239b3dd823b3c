import { Random } from '../scripts/random.ts';
import type { WordList } from './words.ts';

/** Entries of a table that is drawn from with one random number; 2^16 is fine enough for the rarest of 6,000 words. */
const TABLE_SIZE = 65_536;
/** Content words of a language with the made-up ones: what an adult's texts hold, so that 3-grams seldom meet. */
const CONTENT_WORDS = 6_000;

/** Writes text of one language that looks like text to filters: sentences, lists, line breaks, code. */
export class Prose {
  private readonly small: readonly string[];
  private readonly content: readonly string[];
  private readonly list: WordList;

  constructor(list: WordList, seed: number) {
    const random = new Random(seed, list.language.charCodeAt(0));
    this.list = list;
    this.small = zipfTable(list.small.split(' '));
    this.content = zipfTable(withMadeUpWords(list, random));
  }

  /** A content word. */
  word(random: Random): string {
    return this.content[random.bits() & (TABLE_SIZE - 1)] ?? '';
  }

  /** 5 to 18 words; small words and content words take turns as in speech. */
  sentence(random: Random, end = this.list.stop): string {
    const { space } = this.list;
    const count = random.whole(5, 18);
    let text = '';
    let smallBefore = false;
    for (let at = 0; at < count; at += 1) {
      const bits = random.bits();
      smallBefore = at < count - 1 && (bits & 0xff) < (smallBefore ? 40 : 190);
      const word = (smallBefore ? this.small : this.content)[bits >>> 16] ?? '';
      const comma = at > 3 && at < count - 2 && (bits & 0x0f00) === 0 ? (space === '' ? '、' : ',') : '';
      text += at === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : space + word;
      text += comma;
    }
    return text + end;
  }

  /** About `length` characters of text in one paragraph. */
  paragraph(length: number, random: Random): string {
    let text = this.sentence(random);
    while (text.length < length) text += this.list.space + this.sentence(random);
    return text;
  }

  /** About `length` characters in paragraphs, with a list or a block of code here and there. */
  document(length: number, random: Random): string {
    let text = this.paragraph(Math.min(length, random.whole(80, 500)), random);
    while (text.length < length - 60) {
      const kind = random.share();
      if (kind < 0.1) text += `\n\n${this.code(random)}`;
      else if (kind < 0.25) text += `\n\n${this.items(random)}`;
      else text += `\n\n${this.paragraph(Math.min(length - text.length, random.whole(150, 600)), random)}`;
    }
    return text;
  }

  private items(random: Random): string {
    const numbered = random.chance(0.5);
    const lines = Array.from(
      { length: random.whole(3, 6) },
      (_, at) => `${numbered ? `${at + 1}.` : '-'} ${this.sentence(random)}`,
    );
    return lines.join('\n');
  }

  private code(random: Random): string {
    const name = () => `value${random.whole(1, 999)}`;
    const lines = Array.from(
      { length: random.whole(3, 8) },
      () => `  const ${name()} = ${name()}.map((item) => item.size * ${random.whole(2, 99)});`,
    );
    return `\`\`\`js\nfunction ${name()}() {\n${lines.join('\n')}\n}\n\`\`\``;
  }
}

/** Each word as often as Zipf's law has it: the second half as often as the first, the third a third as often. */
function zipfTable(words: readonly string[]): string[] {
  // Two words more than its rank in the divisor (Mandelbrot) keep the first words from filling every second place.
  const weights = words.map((_, rank) => 1 / (rank + 3));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const table: string[] = [];
  let reached = 0;
  for (const [rank, word] of words.entries()) {
    reached += ((weights[rank] ?? 0) / sum) * TABLE_SIZE;
    while (table.length < Math.round(reached)) table.push(word);
  }
  return table;
}

function withMadeUpWords(list: WordList, random: Random): string[] {
  const words = new Set(list.content.split(' '));
  const syllables = list.syllables.split(' ');
  while (words.size < CONTENT_WORDS) {
    const length = random.weighted([
      [2, 5],
      [3, 4],
      [4, 1],
    ]);
    words.add(Array.from({ length }, () => random.pick(syllables)).join(''));
  }
  return [...words];
}
