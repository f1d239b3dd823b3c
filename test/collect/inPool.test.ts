import { expect, test } from 'vitest';
import { inPool } from '../../src/collect/inPool.ts';

test('two calls at once, whatever becomes of them; the others wait in turn', async () => {
  const started: string[] = [];
  const ends = new Map<string, (error: Error | null) => void>();
  const run = (name: string): Promise<string> =>
    inPool((done) => {
      started.push(name);
      ends.set(name, (error) => done(error, name));
    });
  const calls = ['a', 'b', 'c', 'd'].map(run);
  expect(started).toEqual(['a', 'b']);
  ends.get('b')?.(new Error('made up'));
  await expect(calls[1]).rejects.toThrow('made up');
  expect(started).toEqual(['a', 'b', 'c']);
  ends.get('a')?.(null);
  ends.get('c')?.(null);
  ends.get('d')?.(null);
  expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
});
