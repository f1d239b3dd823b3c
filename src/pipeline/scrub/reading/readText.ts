import { fold, foldUnits } from './fold.ts';
import { FOLDABLE, INITIAL, KINDS } from './kinds.ts';
import { longTextTraits } from './longTextTraits.ts';
import { TraitCounter } from './traitCounter.ts';
import type { Traits } from './traits.ts';
import { loadUnits, MAX_UNITS, UNITS } from './units.ts';

/** A text as detectors see it. */
export interface Reading {
  /** Folded (see `fold.ts`); the same string where there was nothing to fold. */
  readonly folded: string;
  readonly traits: Traits;
}

// An imported name is looked up at each use, a constant of the module is not: that halves the time of the loop below.
const units = UNITS;
const kindsOf = KINDS;

/** A line end: what a text begins with may stand behind one. */
const BEFORE_ALL = 10;

/** Reads a text once for all detectors, so that most of them need not read it at all. */
export function readText(text: string): Reading {
  if (text.length > MAX_UNITS) {
    const folded = fold(text);
    return { folded, traits: longTextTraits(folded) };
  }
  loadUnits(text);
  return readUnits(text);
}

/** Reads a text whose units are loaded. */
function readUnits(text: string): Reading {
  const traits = new TraitCounter(text);
  let watched = nextWatched(0, text.length);
  while (watched < text.length) {
    const kinds = kindsOf[units[watched] ?? 0] ?? 0;
    if ((kinds & FOLDABLE) !== 0) return readUnits(foldUnits(text.length));
    if ((kinds & INITIAL) !== 0) traits.lookAtCapital(watched);
    else traits.look(watched);
    watched = nextWatched(watched + 1, text.length);
  }
  return { folded: text, traits };
}

/**
 * The first place from `start` on that is worth a look (see `kinds.ts`), `end` where there is none. The calls that a place
 * leads to are not made in here: with them the loop takes twice as long.
 */
function nextWatched(start: number, end: number): number {
  let before = kindsOf[start === 0 ? BEFORE_ALL : (units[start - 1] ?? 0)] ?? 0;
  for (let at = start; at < end; at++) {
    const kinds = kindsOf[units[at] ?? 0] ?? 0;
    if ((kinds & (before >> 8)) !== 0) return at;
    before = kinds;
  }
  return end;
}
