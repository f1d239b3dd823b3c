import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf, codeOf, keepsTo, MOST_EDGES, SHARES } from '../../src/measures/byteScale.ts';

const keeps = fc.constantFrom('at_least', 'at_most');
const scale = fc.oneof(
  fc.constant(SHARES),
  fc
    .uniqueArray(fc.integer({ min: -50, max: 5000 }), { minLength: 1, maxLength: MOST_EDGES })
    .map((edges) => edges.toSorted((a, b) => a - b)),
);

test('a byte never says what is not so, and an edge as the limit is answered without error', () => {
  fc.assert(
    fc.property(
      scale,
      keeps,
      fc.double({ min: -60, max: 6000, noNaN: true }),
      fc.nat(),
      fc.boolean(),
      (edges, side, free, at, onEdge) => {
        const value = onEdge ? (edges[at % edges.length] ?? 0) : free;
        const code = codeOf(value, edges, side);
        expect(code).toBeGreaterThanOrEqual(1);
        expect(code).toBeLessThanOrEqual(254);
        const bounds = boundsOf(code, edges);
        for (const limit of [...edges, free, value]) {
          const truth = side === 'at_most' ? value <= limit : value >= limit;
          const said = keepsTo(bounds, limit, side);
          if (said !== undefined || edges.includes(limit)) expect(said).toBe(truth);
        }
      },
    ),
  );
});

test('shares have an edge at every half percent as the config writes it', () => {
  for (const limit of [0, 0.005, 0.1, 0.3, 0.35, 0.5, 0.7, 0.995, 1]) expect(SHARES).toContain(limit);
});
