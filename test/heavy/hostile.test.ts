import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import { chatmlRow, exportReport, quarantineLine } from '../commands/contracts.ts';
import { damage, expectAccounted, readLines } from '../commands/exported.ts';
import { Workdir } from '../commands/workdir.ts';
import { corpus, testOnCorpora } from './corpora.ts';

const PARSING = 'hostile/JSONTestSuite/test_parsing/';

testOnCorpora('318 files of broken and odd JSON: no crash, and what is no JSON is in quarantine', async () => {
  const names = readdirSync(corpus(PARSING));
  expect(names.length).toBe(318);
  const folder = new Workdir().write({ 'hostile.yaml': `inputs: { conversations: ["${corpus(PARSING)}*"] }` });
  const { code, stdout } = await folder.run(['export', '--config', 'hostile.yaml', '--json', '--quiet']);
  expect(code).toBe(0);
  const report = exportReport.parse(JSON.parse(stdout));
  expectAccounted(report);
  const chatml = join(folder.path, 'data/curated/chatml');
  expect(damage(chatml)).toEqual([]);
  const entries = readLines(join(chatml, 'quarantine.jsonl'), quarantineLine);
  expect(entries.length).toBe(report.malformed);
  const files = new Set(entries.map(({ file }) => file));
  const refused = names.filter((name) => name.startsWith('n_') && !isJson(readFileSync(corpus(PARSING + name))));
  expect(refused.length).toBeGreaterThan(180);
  expect(refused.filter((name) => !files.has(corpus(PARSING + name)))).toEqual([]);
});

/** What a strict parser says of a whole file that holds more than white space. */
function isJson(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') return true;
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

testOnCorpora('files of odd and of broken UTF-8: no crash, and each of their lines is accounted for', async () => {
  const odd = corpus('hostile/UTF-8-test.txt');
  const broken = corpus('hostile/utf8tests/utf8tests.bin');
  const folder = new Workdir().write({ 'hostile.yaml': `inputs: { conversations: ["${odd}", "${broken}"] }` });
  const { code, stdout } = await folder.run(['export', '--config', 'hostile.yaml', '--json', '--quiet']);
  expect(code).toBe(0);
  const report = exportReport.parse(JSON.parse(stdout));
  expectAccounted(report);
  const lines = [odd, broken].flatMap((path) => linesOf(readFileSync(path)));
  expect(report).toMatchObject({ lines: lines.length, records: 0 });
  const entries = readLines(join(folder.path, 'data/curated/chatml/quarantine.jsonl'), quarantineLine);
  expect(entries.length).toBe(report.malformed);
  const reasons = entries.map(({ reason }) => reason);
  expect(reasons.filter((reason) => reason === 'not_utf8').length).toBe(lines.filter((line) => !isUtf8(line)).length);
  expect(new Set(reasons)).toEqual(new Set(['not_json', 'not_utf8']));
});

function linesOf(bytes: Buffer): Buffer[] {
  const lines = bytes.toString('latin1').split('\n');
  return (lines.at(-1) === '' ? lines.slice(0, -1) : lines).map((line) => Buffer.from(line, 'latin1'));
}

testOnCorpora('naughty strings come out as they went in when nothing is to be cleaned', async () => {
  const strings = z.array(z.string()).parse(JSON.parse(readFileSync(corpus('hostile/blns.json'), 'utf8')));
  const said = strings.filter((text) => text.trim() !== '');
  const folder = new Workdir().write({
    'as_it_is.yaml': 'pipeline: []\ndedup: { exact: false, near: { enabled: false } }\n',
    'data/training_logs/conversations_2026-01-01.jsonl': said.map((text, number) => ({
      ...{ id: `naughty-${number}`, user_message: text, assistant_message: `${text}\nsaid ${number}` },
    })),
  });
  const { code, stdout } = await folder.run([
    'export',
    '--config',
    'as_it_is.yaml',
    '-o',
    'all.jsonl',
    '--json',
    '--quiet',
  ]);
  expect(code).toBe(0);
  const report = exportReport.parse(JSON.parse(stdout));
  expectAccounted(report);
  const rows = readLines(join(folder.path, 'all.jsonl'), chatmlRow);
  const expected = said.map((text, number) => [text.toWellFormed(), `${text.toWellFormed()}\nsaid ${number}`]);
  expect(rows.map(({ messages }) => messages.map(({ content }) => content))).toEqual(expected);
});
