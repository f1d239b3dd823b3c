import { deflateRawSync } from 'node:zlib';
import { proseOf } from './code.ts';

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

/**
 * Says quickly of nearly all texts that they are no loop: few stretches of their first half come again. Where it says
 * otherwise, the text has to be packed.
 */
export function mayLoop(text: string): boolean {
  const half = text.length >> 1;
  if (half < PROBES * PROBE) return true;
  let again = 0;
  for (let probe = 0; probe < PROBES; probe++) {
    const start = Math.floor(half * ((probe * GOLDEN_RATIO) % 1));
    if (text.includes(text.slice(start, start + PROBE), start + PROBE)) again++;
  }
  return again >= LEAST_AGAIN;
}

/** Six bits a character, as noise of three quarters has, take as many kinds of characters as letters of both cases and digits. */
const LEAST_OTHERS = 0.35;

/** Says quickly of nearly all texts that they are no noise: most of what they have is small letters and spaces. */
export function mayBeNoise(text: string): boolean {
  let plain = 0;
  const enough = (1 - LEAST_OTHERS) * text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit >= 0x61 && unit <= 0x7a) || unit === 0x20 || unit > 0x7f) plain++;
  }
  return plain < enough;
}
