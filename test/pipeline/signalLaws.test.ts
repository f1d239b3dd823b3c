import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { selectPairs } from '../../src/pipeline/signals/pairs.ts';
import { selectRated } from '../../src/pipeline/signals/rated.ts';
import type { PairSignal, RatedSignal } from '../../src/pipeline/signals/signal.ts';
import { anyWorld, keptItems, settings } from './laws.ts';
import { decideOn, feedbackOn, planOf, type Settings } from './world.ts';

/** Laws of rows made of ratings, on random logs full of duplicates, beside the conversations that are kept of the same logs. */
interface Chosen {
  readonly decisions: Decisions;
  readonly own: Settings;
  readonly rated: readonly RatedSignal[];
  readonly pairs: readonly PairSignal[];
  readonly reasons: readonly Uint8Array[];
}

function always(check: (chosen: Chosen) => void): void {
  const preference = fc.record({
    min_margin: fc.constantFrom(0, 1, 2),
    max_pairs_per_prompt: fc.constantFrom(1, 3),
    min_question_chars: fc.constantFrom(0, 20),
  });
  fc.assert(
    fc.property(anyWorld, settings, preference, fc.boolean(), ({ rows, feedback }, set, preferring, correcting) => {
      const own = { ...set, preference: preferring };
      const given = feedback.map((one, n) =>
        correcting && n % 3 === 0 ? { ...one, correction: `Better ${n}.` } : one,
      );
      const decisions = decideOn(rows, feedbackOn(...given), own);
      const [rated, pairs] = [selectRated(decisions, planOf(own)), selectPairs(decisions, planOf(own))];
      check({ decisions, own, rated: rated.signals, pairs: pairs.signals, reasons: [rated.reasons, pairs.reasons] });
    }),
    { numRuns: 200 },
  );
}

/** The items whose text a row takes. */
function itemsOf(signal: RatedSignal | PairSignal): number[] {
  const rejected = 'rejected' in signal ? signal.rejected : undefined;
  return rejected === undefined ? [signal.answer.item] : [signal.answer.item, rejected.item];
}

/** Every item that goes out in any format, with its split. */
function outgoing({ decisions, rated, pairs }: Chosen): [item: number, split: number][] {
  const kept = keptItems(decisions).map((item): [number, number] => [item, decisions.split[item] ?? -1]);
  const signals = [...rated, ...pairs].flatMap((signal) =>
    itemsOf(signal).map((item): [number, number] => [item, signal.split]),
  );
  return [...kept, ...signals];
}

test('no session, no user and no cluster of duplicates stands in two splits, whatever the formats', () => {
  always((chosen) => {
    const { decisions } = chosen;
    const splits = new Map<string, Set<number>>();
    for (const [item, split] of outgoing(chosen)) {
      for (const key of [`group ${decisions.group[item]}`, `cluster ${decisions.leader[item]}`])
        splits.set(key, (splits.get(key) ?? new Set()).add(split));
    }
    for (const [key, found] of splits) expect([key, found.size]).toEqual([key, 1]);
  });
});

test('every record is in a row, or has a reason', () => {
  always(({ decisions, rated, pairs, reasons }) => {
    for (const [place, signals] of [rated, pairs].entries()) {
      const used = new Set(signals.flatMap((signal) => rowsOf(decisions, signal)));
      for (let row = 0; row < decisions.digest.count; row++)
        expect(used.has(row) || reasons[place]?.[row] !== 0 || decisions.verdict[row] !== 0).toBe(true);
    }
  });
});

test('a record that was dropped for its text, or is out of the period, is in no row', () => {
  always(({ decisions, rated, pairs }) => {
    for (const signal of [...rated, ...pairs])
      for (const row of rowsOf(decisions, signal)) expect(decisions.digest.rows.verdict[row]).toBe(0);
  });
});

test('the better answer of a pair is rated higher, both follow the same question, and no answer is in two', () => {
  always(({ pairs, own }) => {
    const { min_margin, max_pairs_per_prompt } = planOf(own).preference;
    const used = new Set<string>();
    const questions = new Map<number, number>();
    for (const { answer, rejected, origin, margin } of pairs) {
      expect(margin).toBeGreaterThan(0);
      questions.set(answer.question, (questions.get(answer.question) ?? 0) + 1);
      if (rejected === undefined) continue;
      expect(rejected.question).toBe(answer.question);
      expect(rejected.content).not.toBe(answer.content);
      if (origin === 'same_prompt') expect(margin).toBeGreaterThanOrEqual(min_margin);
      for (const { row, exchange } of [answer, rejected]) {
        expect(used.has(`${row}#${exchange}`)).toBe(false);
        used.add(`${row}#${exchange}`);
      }
    }
    for (const count of questions.values()) expect(count).toBeLessThanOrEqual(max_pairs_per_prompt);
  });
});

test('of one answer there is one label, and of conversations for which one stands one row of each', () => {
  always(({ decisions, rated, own }) => {
    const { exact, near } = planOf(own).dedup;
    if (!exact && !near.enabled) return;
    const contents = rated.map(({ answer }) => answer.content);
    expect(new Set(contents).size).toBe(contents.length);
    const keys = rated.map(({ answer, label }) =>
      [decisions.representative[answer.item], answer.place, answer.exchange, label].join(),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

function rowsOf(decisions: Decisions, signal: RatedSignal | PairSignal): number[] {
  const { answer } = signal;
  const start = decisions.itemStart[answer.item] ?? 0;
  const rejected = 'rejected' in signal && signal.rejected !== undefined ? [signal.rejected.row] : [];
  return [...decisions.itemRows.subarray(start + answer.from, start + answer.before), answer.row, ...rejected];
}
