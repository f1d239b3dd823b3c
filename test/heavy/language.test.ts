import { readdirSync, readFileSync, statSync } from 'node:fs';
import { eld } from 'eld/small';
import { expect } from 'vitest';
import { guessLanguage } from '../../src/measures/languageModel.ts';
import { corpus, testOnCorpora } from './corpora.ts';

/** As long as what `detect_language` looks at. */
const SAMPLE = 160;

testOnCorpora('guessLanguage says what eld says, of every stretch of every corpus', () => {
  let [texts, reliable] = [0, 0];
  const different: unknown[] = [];
  const languages = new Set<string>();
  for (const text of stretches()) {
    const theirs = eld.detect(text);
    const ours = guessLanguage(text);
    texts += 1;
    if (theirs.isReliable()) {
      reliable += 1;
      languages.add(theirs.language);
    }
    if ((ours.language ?? '') !== theirs.language || ours.reliable !== theirs.isReliable()) different.push(text);
  }
  process.stdout.write(`language: ${texts} texts, ${reliable} reliable, in ${languages.size} languages\n`);
  expect(different).toEqual([]);
  expect(reliable).toBeGreaterThan(100_000);
  expect(languages.size).toBeGreaterThan(40);
});

/** Every line, and every line in pieces; what is damaged stands among them as it reads. */
function* stretches(): Generator<string> {
  for (const name of readdirSync(corpus(''), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.gz') || !statSync(corpus(name)).isFile()) continue;
    for (const line of readFileSync(corpus(name), 'utf8').split('\n')) {
      yield line;
      for (let at = 0; at + SAMPLE < line.length; at += SAMPLE) yield line.slice(at, at + SAMPLE);
    }
  }
}
