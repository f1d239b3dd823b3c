import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { ledgerPath, readLedger } from '../../src/engine/ledger/ledgerFile.ts';
import { openLedger } from '../../src/engine/ledger/openLedger.ts';
import { writeLedger } from '../../src/engine/ledger/writeLedger.ts';
import { KeyMasks } from '../../src/measures/keyMasks.ts';
import { type Ledger, signaturesOf } from '../../src/pipeline/split/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'curate-ledger-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hash = fc.integer({ min: 1, max: 2 ** 53 - 1 });
const splits = fc.integer({ min: 1, max: 7 });

/** Ledgers of any few keys and signatures. */
const ledgers = fc
  .record({
    keys: fc.array(fc.tuple(hash, splits), { maxLength: 20 }),
    signatures: fc.array(fc.tuple(hash, splits, fc.nat(2 ** 31), fc.nat(255)), { maxLength: 5 }),
  })
  .map(({ keys, signatures }): Ledger => {
    const masks = new KeyMasks(0);
    for (const [key, mask] of keys) masks.add(key, mask);
    const kept = signaturesOf(signatures.length);
    for (const [place, [content, mask, maker, byte]] of signatures.entries()) {
      kept.content[place] = content;
      kept.splits[place] = mask;
      kept.maker[place] = maker;
      kept.bytes.fill(byte, place * 128, (place + 1) * 128);
    }
    return { splits: masks, signatures: kept };
  });

function written(ledger: Ledger, name = 'any'): string {
  const curated = join(folder, name);
  mkdirSync(curated, { recursive: true });
  writeLedger(curated, ledger, openLedger(curated, true).mark);
  return curated;
}

test('what is written is read', () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const read = readLedger(ledgerPath(written(ledger)));
      expect(read?.splits.sorted()).toEqual(ledger.splits.sorted());
      expect(read?.signatures).toEqual(ledger.signatures);
    }),
    { numRuns: 30 },
  );
});

test('a byte that changed, or a file that was cut, is told of with the way out', () => {
  const masks = new KeyMasks(0);
  for (let key = 1; key < 50; key++) masks.add(key * 2 ** 47, 1);
  const path = ledgerPath(written({ splits: masks, signatures: signaturesOf(3) }, 'damaged'));
  const whole = readFileSync(path);
  for (const at of [0, 10, 40, whole.length >> 1, whole.length - 200]) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(path, damaged);
    expect(() => readLedger(path), `byte ${at}`).toThrow(/ledger.*--reset-splits/s);
  }
  writeFileSync(path, whole);
  truncateSync(path, whole.length - 8);
  expect(() => readLedger(path)).toThrow(/damaged/);
  expect(openLedger(join(folder, 'damaged'), true).ledger).toBeUndefined();
});

test('whoever read it before another run wrote it may not write', () => {
  const none: Ledger = { splits: new KeyMasks(0), signatures: signaturesOf(0) };
  const curated = written(none, 'raced');
  const { mark } = openLedger(curated);
  writeLedger(curated, none, mark);
  expect(() => writeLedger(curated, none, mark)).toThrow(/another run has published/);
});

test('a ledger that is gone while a data set tells of it is an error, not a new deal', () => {
  const curated = join(folder, 'gone');
  mkdirSync(join(curated, 'chatml'), { recursive: true });
  const manifest = { config_sha256: '', ledger: { groups: { kept: 0, dealt: 1 }, conflicts: 0, reset: false } };
  expect(openLedger(curated).ledger).toBeUndefined();
  writeFileSync(join(curated, 'chatml/manifest.json'), JSON.stringify(manifest, null, 2));
  expect(() => openLedger(curated)).toThrow(/missing.*chatml.*--reset-splits/s);
  expect(openLedger(curated, true).ledger).toBeUndefined();
});
