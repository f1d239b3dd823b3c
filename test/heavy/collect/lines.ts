export interface LoggerTask {
  readonly folder: string;
  readonly durability: 'os' | 'batch' | 'fsync';
  /** What the ids of its lines begin with. */
  readonly name: string;
  readonly count: number;
  /** Most bytes of a line. */
  readonly size: number;
  /** How many lines it waits for at once. */
  readonly together: number;
  readonly now: number;
  /** Whether ids are told as they are acknowledged. */
  readonly tell: boolean;
  /** Whether it closes its files before it ends; otherwise it just has nothing more to do. */
  readonly close?: false;
}

export const DAY = '2026-03-04';
export const NOON = Date.parse(`${DAY}T12:00:00Z`);

/** A line of up to `size` bytes, which its id says all of. */
export function lineOf(id: string, size: number): string {
  let hash = 0;
  for (const sign of id) hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) >>> 0;
  return `{"id":"${id}","text":"${'x'.repeat(hash % size)}"}`;
}
