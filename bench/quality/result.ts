import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asked, ScoreTable } from '../pii/result.ts';

/** What was measured of one corpus, or of the junk. */
export interface QualityScore {
  readonly corpus: string;
  readonly tables: readonly ScoreTable[];
  readonly asked: readonly Asked[];
  /** What was dropped, or was not though it is junk: by place, never a text. */
  readonly listed: readonly Listed[];
}

export interface Listed {
  readonly place: string;
  readonly stage: string | null;
  readonly reason: string | null;
  readonly measured: number | null;
  /** Of answers that people preferred: what somebody who looked at it says, where somebody did. */
  readonly review?: string | null;
}

/** One line each; an old list is replaced. @returns where it stands */
export function writeListed({ corpus, listed }: QualityScore, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${corpus}.jsonl`);
  writeFileSync(path, listed.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return path;
}
