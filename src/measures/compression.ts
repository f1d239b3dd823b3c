import { deflateRawSync } from 'node:zlib';
import { proseOf } from './code.ts';
import { BLOCK_UNITS, copyUnits, UNITS } from './codeUnits.ts';
import { SkipTable } from './skipTable.ts';

// A constant of this module, because one imported is looked up at every step of a loop.
const units = UNITS;

/** How well a text packs: a loop to next to nothing, noise hardly at all. */
export interface Compression {
  /** Bytes in UTF-8, code and white space at the ends left out. */
  readonly bytes: number;
  /** Bytes after DEFLATE (RFC 1951, level 1) by bytes before, 0 to a little over 1. */
  readonly ratio: number;
  /** Whether nearly all of it is ASCII; a sign of another script takes two or three bytes, so its ratio says less. */
  readonly ascii: boolean;
}

/** Bytes by characters up to which a text counts as ASCII; ours: lets typographic quotes and a name with accents pass. */
const ASCII_BYTES = 1.1;

/** Packs the prose of `text`, in linear time; some 20 µs for 2 KB. */
export function compressionOf(text: string): Compression {
  const prose = proseOf(text).trim();
  const bytes = Buffer.from(prose);
  if (bytes.length === 0) return { bytes: 0, ratio: 1, ascii: true };
  const { length } = deflateRawSync(bytes, { level: 1 });
  return { bytes: bytes.length, ratio: length / bytes.length, ascii: bytes.length <= ASCII_BYTES * prose.length };
}

/** Characters of a probe: a loop says so many of them again also when it changes a number or a name each time. */
const PROBE = 8;
/** Ours: of a text that packs to a fifth some nine tenths stood before, so nearly all of so many probes come again … */
const PROBES = 8;
/** … and of other texts one in twelve has so many phrases that do, and is packed for nothing. */
const LEAST_AGAIN = 3;
/** Steps by it never fall into the beat of a loop (Knuth, TAOCP 3, 6.4). */
const GOLDEN_RATIO = 0.618034;

/** Where probes stand, as shares of the half. */
const STARTS = Array.from({ length: PROBES }, (_, probe) => (probe * GOLDEN_RATIO) % 1);
const probes = new SkipTable(PROBE);

/**
 * Says quickly of nearly all texts that they are no loop: few stretches of their first half come again. Where it says
 * otherwise, the text has to be packed.
 */
export function mayLoop(text: string): boolean {
  const half = text.length >> 1;
  if (half < PROBES * PROBE) return true;
  const starts = STARTS.map((share) => Math.floor(half * share));
  return text.length <= BLOCK_UNITS ? comeAgainInBlock(text, starts) : comeAgain(text, starts);
}

/** Whether enough of the probes at `starts` stand once more in what follows each. */
function comeAgain(text: string, starts: readonly number[]): boolean {
  let again = 0;
  for (const start of starts) {
    if (text.includes(text.slice(start, start + PROBE), start + PROBE)) again++;
    if (again === LEAST_AGAIN) return true;
  }
  return false;
}

/** The same in one go, which takes a third of the time. */
function comeAgainInBlock(text: string, starts: readonly number[]): boolean {
  const last = copyUnits(text, 0) - PROBE;
  probes.clear();
  for (const start of starts) probes.add(start);
  let left = starts;
  for (let at = probes.next(PROBE, last); at <= last; at = probes.next(at + 1, last)) {
    if (!left.some((start) => standsAgain(start, at))) continue;
    left = left.filter((start) => !standsAgain(start, at));
    if (starts.length - left.length >= LEAST_AGAIN) return true;
  }
  return false;
}

/** Whether the probe at `start` stands at `at`, behind it, as well. */
function standsAgain(start: number, at: number): boolean {
  if (at < start + PROBE) return false;
  for (let place = 0; place < PROBE; place++) if (units[start + place] !== units[at + place]) return false;
  return true;
}

/** Six bits a character, as noise of three quarters has, take as many kinds of characters as letters of both cases and digits. */
const LEAST_OTHERS = 0.35;
/** 1 for small letters and spaces, by their code. */
const PLAIN = Uint8Array.from({ length: 0x80 }, (_, unit) => ((unit >= 0x61 && unit <= 0x7a) || unit === 0x20 ? 1 : 0));

/** Says quickly of nearly all texts that they are no noise: most of what they have is small letters and spaces. */
export function mayBeNoise(text: string): boolean {
  const enough = Math.ceil((1 - LEAST_OTHERS) * text.length);
  let plain = 0;
  for (let start = 0, length = 0; start < text.length && plain < enough; start += length) {
    length = copyUnits(text, start);
    for (let at = 0; at < length && plain < enough; at++) {
      const unit = units[at] ?? 0;
      plain += unit > 0x7f ? 1 : (PLAIN[unit] ?? 0);
    }
  }
  return plain < enough;
}
