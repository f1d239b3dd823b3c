import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { ExchangeSource } from '../exchanges.ts';
import { filesBelow, textsIn } from '../pii/corpora.ts';

const cases = z.object({ worst: z.array(z.string()) });

/** The worst strings of every detector by its entity, as `test/scrub/cases.ts` has them; ¦ is taken out, as there. */
export function worstStrings(folder = 'test/scrub/detectors'): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readdirSync(folder).map((file) => {
      const text = readFileSync(join(folder, file), 'utf8').replaceAll('¦', '');
      return [file.replace('.yaml', '').toUpperCase(), cases.parse(load(text)).worst] as const;
    }),
  );
}

const MEGABYTE = 1_000_000;

/** `seed` over and over, `length` UTF-16 units. */
export function repeated(seed: string, length = MEGABYTE): string {
  return flat(seed.repeat(Math.ceil(length / seed.length)).slice(0, length));
}

/** A string in one piece: `repeat` makes one of many, which whoever reads it first would have to put together. */
function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Ours: half a minute of work, for all detectors in turn. */
const MOST_CHARACTERS = 4_000_000;

/** Ordinary messages: those of the corpora, where they are, and the benchmark's own. */
export function ordinaryTexts(corpora: string): ReadonlyMap<string, readonly string[]> {
  const made = new Map<string, readonly string[]>();
  if (existsSync(corpora)) made.set('chats of the corpora', upTo(MOST_CHARACTERS, messagesIn(corpora)));
  else process.stderr.write(`passed over: there is no ${corpora}\n`);
  made.set('the log of the benchmark', upTo(MOST_CHARACTERS, generated()));
  return made;
}

/** All texts of several words: ids, roles and labels are none. */
function* messagesIn(folder: string): Generator<string> {
  for (const file of filesBelow(folder)) for (const text of textsIn(file)) if (/\S\s+\S+\s+\S/.test(text)) yield text;
}

function* generated(): Generator<string> {
  const source = new ExchangeSource(1);
  for (;;) {
    const { question, answer } = source.next();
    yield question;
    yield answer;
  }
}

/** So many characters of texts, evenly taken from all there are where these have an end. */
function upTo(characters: number, texts: Iterable<string>): string[] {
  const taken: string[] = [];
  let length = 0;
  for (const text of texts) {
    taken.push(text);
    length += text.length;
    if (length >= characters * 4) break;
  }
  const step = Math.max(1, length / characters);
  return taken.filter((_text, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).map(flat);
}
