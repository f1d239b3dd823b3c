import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findJournal, Journal, type Step } from '../../../src/engine/forget/journal.ts';
import {
  forgottenFile,
  journalFile,
  newestEntry,
  readForgotten,
  unknowable,
} from '../../../src/engine/privacy/forgottenList.ts';
import { optOutEntries, readOptOut } from '../../../src/engine/privacy/optOut.ts';
import { peopleLeftOut } from '../../../src/engine/privacy/peopleLeftOut.ts';
import { hash53 } from '../../../src/measures/hash.ts';
import { keyMark, pseudonymizer } from '../../../src/measures/pseudonym.ts';

const data = mkdtempSync(join(tmpdir(), 'curate-lists-'));
afterAll(() => rmSync(data, { recursive: true }));
mkdirSync(join(data, 'privacy'));

const hash = pseudonymizer('one');
const entry = (more: object = {}) => ({
  kind: 'user',
  pseudonym: hash('ann'),
  keyed: true,
  key: keyMark('one'),
  at: '2026-11-20T12:00:00.000Z',
  ...more,
});
const list = (...lines: readonly (object | string)[]): void =>
  writeFileSync(
    forgottenFile(data),
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );

describe('the list of who opted out', () => {
  test('one id a line, without comments, blanks and repeats', () => {
    writeFileSync(join(data, 'out.txt'), `\uFEFF# people\r\n\r\n ann \r\n${hash('ben')}\nann\n#cleo`);
    const { hashes, pseudonyms } = readOptOut(data, 'out.txt');
    expect(new Set(hashes)).toEqual(new Set([hash53('ann'), hash53(hash('ben'))]));
    expect(pseudonyms).toEqual([hash('ben')]);
  });

  test('lines that came with a pseudonym of theirs are theirs', () => {
    writeFileSync(join(data, 'out.txt'), 'ann\n');
    const plain = pseudonymizer(undefined)('ann');
    const { opted_out } = peopleLeftOut(data, 'out.txt', 'one');
    expect(new Set(opted_out)).toEqual(new Set(['ann', hash('ann'), plain].map(hash53)));
  });

  test('a comment behind an id is none of it', () => {
    writeFileSync(join(data, 'out.txt'), 'ann # by mail\nben\t#\nc#d\n');
    expect(readOptOut(data, 'out.txt').hashes).toEqual([...['ann', 'ben', 'c#d'].map(hash53)].sort((a, b) => a - b));
  });

  test('quotation marks and the dashes of a list are none of it', () => {
    writeFileSync(join(data, 'out.txt'), '"ann"\n- ben\n  - \'c, d\' # two words\n');
    expect(readOptOut(data, 'out.txt').hashes).toEqual([...['ann', 'ben', 'c, d'].map(hash53)].sort((a, b) => a - b));
  });

  test.each(['ann\nben, cleo\n', 'ann\nben;cleo', 'ann\nben cleo'])('several in a line are refused: %j', (text) => {
    writeFileSync(join(data, 'out.txt'), text);
    expect(() => readOptOut(data, 'out.txt')).toThrow(/out\.txt, line 2: one id a line/);
  });

  test('its lines keep their ends, whatever these are, for whoever writes some of them again', () => {
    expect(optOutEntries('a\rb\r\nc\n\nd')).toEqual(['a\r', 'b\r\n', 'c\n', '\n', 'd']);
  });

  test('what is no UTF-8 is refused', () => {
    writeFileSync(join(data, 'out.txt'), Buffer.from('ann\n', 'utf16le'));
    expect(() => readOptOut(data, 'out.txt')).toThrow(/no text in UTF-8/);
  });

  test('none is asked for, and one that is not there', () => {
    expect(readOptOut(data, null)).toEqual({ ids: [], hashes: [], pseudonyms: [] });
    expect(() => readOptOut(data, 'missing.txt')).toThrow(/missing\.txt: there is no such file\. `privacy\.opt_out`/);
    expect(() => readOptOut(data, 'privacy')).toThrow(/cannot be read \(EISDIR\)/);
  });
});

describe('the list of the forgotten', () => {
  test('is read with its blank lines, and tells when the newest entry came', () => {
    list(entry(), '', entry({ at: '2026-11-21T12:00:00.000Z' }));
    const entries = readForgotten(data);
    expect(entries).toHaveLength(2);
    expect(newestEntry(entries)).toBe(Date.parse('2026-11-21T12:00:00.000Z'));
    expect(newestEntry([])).toBeUndefined();
  });

  test.each([
    ['no JSON', '{"kind":'],
    ['no kind of ours', JSON.stringify(entry({ kind: 'group' }))],
    ['a raw id', JSON.stringify(entry({ pseudonym: 'ann' }))],
    ['no time', JSON.stringify(entry({ at: 'lately' }))],
    ['a field too few', JSON.stringify({ kind: 'user', pseudonym: hash('ann') })],
  ])('a line with %s stops every run', (_name, line) => {
    list(entry(), line);
    expect(() => readForgotten(data)).toThrow(/forgotten\.jsonl, line 2: this is no entry/);
    try {
      readForgotten(data);
    } catch (error) {
      expect(String(error)).not.toContain(hash('ann'));
    }
  });

  test('entries of another key are told of', () => {
    list(entry(), entry({ keyed: false, key: '' }), entry({ key: '' }));
    const entries = readForgotten(data);
    expect([unknowable(entries, 'one'), unknowable(entries, 'two'), unknowable(entries, undefined)]).toEqual([0, 1, 1]);
    expect(peopleLeftOut(data, null, 'two').warnings).toHaveLength(1);
    expect(peopleLeftOut(data, null, 'one')).toMatchObject({ warnings: [], left_out: { users: [hash('ann')] } });
  });

  test('nobody is left out where there is no list', () => {
    rmSync(forgottenFile(data));
    expect(peopleLeftOut(data, null, undefined)).toEqual({
      left_out: undefined,
      opted_out: [],
      forgotten_until: undefined,
      warnings: [],
    });
  });
});

describe('the journal', () => {
  const known = { self: [], sessions: [], conversations: [], lone_sessions: [], hashed: [], raw: [], ledger_keys: [] };
  const subject = { kind: 'user' as const, given: 'ann' };
  const head = { subject, known, began: '2026-11-20T12:00:00.000Z', receipt: 'r.json', also: [] };
  const step: Step = { step: 'folder', path: '/somewhere', manifest_sha256: 'a', records: [] };

  test('holds what was announced, and nothing of a line that was cut off', () => {
    expect(findJournal(data)).toBeUndefined();
    const journal = new Journal(data, head, [step]);
    journal.announce({ ...step, manifest_sha256: 'b' });
    journal.close();
    expect(findJournal(data)).toEqual({ head, steps: [step, { ...step, manifest_sha256: 'b' }] });
    writeFileSync(journalFile(data), `${JSON.stringify(head)}\n${JSON.stringify(step)}\n{"step":"folder","pa`);
    expect(findJournal(data)).toEqual({ head, steps: [step] });
    journal.remove();
    expect(findJournal(data)).toBeUndefined();
  });

  test('one that cannot be read says so, without a word of it', () => {
    writeFileSync(journalFile(data), 'ann is half');
    expect(() => findJournal(data)).toThrow(/cannot be read\. Delete it/);
  });
});
