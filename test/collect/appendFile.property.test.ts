import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppendFile } from '../../src/collect/appendFile.ts';
import { WaitingBytes } from '../../src/collect/lineQueue.ts';
import { NotWritten } from '../../src/collect/types.ts';
import { type Event, SimulatedDisk } from './simulatedDisk.ts';

const PATH = '/logs/conversations_2026-03-04.jsonl';

const events = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.constant<Event>({ what: 'nothing' }) },
    fc.constantFrom<Event>({ what: 'line' }, { what: 'piece' }, { what: 'move' }),
    fc.nat(60).map((bytes): Event => ({ what: 'short', bytes })),
    fc.constantFrom('ENOSPC', 'EIO', 'ENOENT').map((code): Event => ({ what: 'fail', code })),
    fc.nat(60).map((bytes): Event => ({ what: 'kill', bytes })),
    fc.nat(6).map((calls): Event => ({ what: 'rewrite', calls })),
  ),
  { maxLength: 80 },
);

/** How many lines are handed over at once, and before the next. */
const handedOver = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 });

interface Outcome {
  readonly acknowledged: readonly string[];
  readonly reasons: readonly unknown[];
}

/** Two processes on one file; the second goes on when the first was killed. */
async function run(disk: SimulatedDisk, durability: 'os' | 'fsync', together: readonly number[]): Promise<Outcome> {
  const acknowledged: string[] = [];
  const reasons: unknown[] = [];
  const settings = { durability, sync_every_ms: 1000, timeout_ms: 60_000 };
  const writer = async (name: string): Promise<void> => {
    const file = new AppendFile(PATH, { ...settings, files: disk.process() }, new WaitingBytes(10_000));
    for (const [round, count] of together.entries()) {
      const lines = Array.from({ length: count }, (_, at) => `{"id":"${name}${round}-${at}"}`);
      const written = lines.map((line) =>
        file.append(line).then(
          () => acknowledged.push(line),
          (reason) => reasons.push(reason),
        ),
      );
      await Promise.all(written);
    }
    await file.close();
  };
  const idle = new Promise((resolve) => setTimeout(resolve, 2)); // who is killed never answers
  await Promise.race([Promise.all([writer('a'), writer('b')]), idle]);
  return { acknowledged, reasons };
}

test.each(['os', 'fsync'] as const)(
  'whatever others, kills and failing calls do: what is acknowledged stands in a file, on a line of its own (%s)',
  async (durability) => {
    await fc.assert(
      fc.asyncProperty(events, handedOver, async (happens, together) => {
        const disk = new SimulatedDisk(happens);
        const { acknowledged, reasons } = await run(disk, durability, together);
        const lines = disk.lines();
        expect(acknowledged.filter((line) => !lines.has(line))).toEqual([]);
        if (durability === 'fsync') {
          const left = disk.lines(true);
          expect(acknowledged.filter((line) => !left.has(line))).toEqual([]);
        }
        const count = 2 * together.reduce((sum, lines) => sum + lines, 0);
        const isAnswered = acknowledged.length + reasons.length === count;
        expect(isAnswered || happens.some(({ what }) => what === 'kill')).toBe(true);
        expect(reasons.filter((reason) => !(reason instanceof NotWritten))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  },
);
