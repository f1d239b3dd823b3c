import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { OutputFile } from '../../src/engine/export/outputFile.ts';
import { ScratchFolder } from '../inputs/scratchFolder.ts';

const folder = new ScratchFolder();

describe.each(['none', 'gz'] as const)('compress: %s', (compress) => {
  test('what was written is there, and its hash is that of the file', async () => {
    const path = join(folder.path, 'new', `rows.${compress}`);
    const file = new OutputFile(path, compress);
    const reused = Buffer.alloc(300_000);
    let expected = '';
    for (let round = 0; round < 20; round++) {
      await file.write(reused.fill(`${round},`)); // belongs to the caller again, who writes over it
      await file.write(round % 2 === 0 ? 'ü\n' : '');
      expected += reused.toString('latin1') + (round % 2 === 0 ? 'ü\n' : '');
    }
    const { bytes, sha256 } = await file.close();
    const written = readFileSync(path);
    expect((compress === 'gz' ? gunzipSync(written) : written).toString('utf8')).toBe(expected);
    expect([bytes, sha256]).toEqual([written.length, createHash('sha256').update(written).digest('hex')]);
  });

  test('a full disk is told in a sentence, and never waited for', async () => {
    const write = async (): Promise<void> => {
      const file = new OutputFile('/dev/full', compress);
      // Noise, which does not compress.
      for (let round = 0; round < 100; round++) await file.write(createHash('sha256').update(`${round}`).digest());
      for (let round = 0; round < 100; round++) await file.write(Buffer.alloc(100_000, `${Math.sin(round)}`));
      await file.close();
    };
    await expect(write()).rejects.toThrow('/dev/full: the disk is full');
  });
});
