import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DecidePlan } from '../../pipeline/setStage.ts';
import type { EarlierNear, FoundNear } from '../dedup/foundNear.ts';
import type { Survey } from '../surveyLogs.ts';
import { findCacheFile, keepCacheFile, touch } from './cacheFile.ts';
import { encodeColumnFile } from './columnFile.ts';
import type { CacheKeys } from './digestCache.ts';
import { columnsOf, joinsFrom, renumbered } from './joinsColumns.ts';
import { type JoinedFile, type JoinsHeader, parseJoinsHeader } from './joinsHeader.ts';

/**
 * Near duplicates that an earlier run found, and pairs that turned out to be none. Later conversations change nothing of
 * what was found of earlier ones, so the next run compares only what is new with what was there.
 */
export class JoinsCache {
  readonly #folder: string;
  readonly #keys: CacheKeys;
  readonly #writes: boolean;

  /** @param writes false to use what is there and leave the disk as it is */
  constructor(folder: string, keys: CacheKeys, writes: boolean) {
    this.#folder = folder;
    this.#keys = keys;
    this.#writes = writes;
  }

  /** What is known of the rows of this survey; nothing when a log that took part was changed or is gone. */
  find(survey: Survey, dedup: DecidePlan['dedup']): EarlierNear | undefined {
    const path = this.#pathOf(dedup);
    const found = findCacheFile(path);
    const header = found === undefined ? undefined : parseJoinsHeader(found.header);
    if (found === undefined || header === undefined || !this.#fits(header, dedup)) return undefined;
    const rowOf = rowsNow(header.files, survey);
    const bytes = rowOf === undefined ? undefined : found.columns();
    const columns = bytes === undefined ? undefined : joinsFrom(bytes, header);
    if (rowOf === undefined || columns === undefined) return undefined;
    if (this.#writes) touch(path);
    const known = new Uint8Array(survey.digest.count);
    for (const row of rowOf) known[row] = 1;
    const { shingles, ...rest } = renumbered(columns, rowOf);
    return { ...rest, known, isLimited: header.limited === 1, canned: { ...header.canned, shingles } };
  }

  /** Keeps what was found, unless a file was changed while it was read. */
  keep(survey: Survey, dedup: DecidePlan['dedup'], found: FoundNear): void {
    if (!this.#writes) return;
    const files: JoinedFile[] = [];
    for (const [place, { file, beginnings }] of survey.files.entries()) {
      const rows = (survey.firstRow[place + 1] ?? 0) - (survey.firstRow[place] ?? 0);
      const whole = beginnings.find((beginning) => beginning.rows === rows);
      if (whole === undefined) return;
      files.push({ file: hashOf(file.name), ...whole });
    }
    const { shingles, ...canned } = found.canned;
    const header: JoinsHeader = {
      ...this.#keys,
      dedup: textOf(dedup),
      files,
      limited: found.isLimited ? 1 : 0,
      canned: { ...canned, passages: [...canned.passages] },
      pairs: found.pairs.one.length,
      asked: found.asked.one.length,
      covered: found.covered.length,
      signed: found.signed.rows.length,
      shingles: shingles.length,
    };
    keepCacheFile(this.#pathOf(dedup), encodeColumnFile(header, columnsOf({ ...found, shingles })));
  }

  #fits({ code, settings, dedup }: JoinsHeader, asked: DecidePlan['dedup']): boolean {
    return code === this.#keys.code && settings === this.#keys.settings && dedup === textOf(asked);
  }

  #pathOf(dedup: DecidePlan['dedup']): string {
    const name = createHash('sha256')
      .update(`joins\n${textOf(dedup)}\n${this.#keys.settings}`)
      .digest('hex');
    return join(this.#folder, `${name.slice(0, 32)}.joins`);
  }
}

function textOf({ exact, near }: DecidePlan['dedup']): string {
  const { threshold, ngram, min_words, bands, max_canned_share } = near;
  return JSON.stringify([exact, threshold, ngram, min_words, bands, max_canned_share]);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** For each row of the earlier run the row that it is now; nothing when one of its files does not begin as it did. */
function rowsNow(files: readonly JoinedFile[], survey: Survey): Uint32Array | undefined {
  const places = new Map(survey.files.map(({ file }, place) => [hashOf(file.name), place]));
  const now = new Uint32Array(files.reduce((sum, { rows }) => sum + rows, 0));
  let row = 0;
  for (const { file, sha256, rows } of files) {
    const place = places.get(file) ?? -1;
    const same = survey.files[place]?.beginnings.some((one) => one.sha256 === sha256 && one.rows === rows);
    if (same !== true) return undefined;
    const first = survey.firstRow[place] ?? 0;
    for (let i = 0; i < rows; i++) now[row++] = first + i;
  }
  return now;
}
