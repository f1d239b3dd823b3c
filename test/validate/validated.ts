import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openPool } from '../../src/engine/pool.ts';
import type { ScanPlan } from '../../src/engine/scan/scanPlan.ts';
import { openDataSet } from '../../src/engine/validate/dataSet.ts';
import { validateData } from '../../src/engine/validate/validateData.ts';
import type { ValidateReport } from '../../src/report/types.ts';

export type Files = Readonly<Record<string, string | Buffer | readonly object[]>>;

export interface ValidateOptions {
  readonly target?: string;
  readonly format?: string;
  readonly max_tokens?: number;
  readonly scan?: ScanPlan;
  readonly tokenizer?: string;
  readonly max_line_bytes?: number;
  /** The file that is named, instead of the folder. */
  readonly file?: string;
}

/** A data set that holds these files, checked on this thread. A list is one row a line. */
export async function validated(files: Files, options: ValidateOptions = {}): Promise<Omit<ValidateReport, 'seconds'>> {
  const folder = mkdtempSync(join(tmpdir(), 'curate-validate-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      const bytes = Buffer.isBuffer(content)
        ? content
        : Buffer.from(typeof content === 'string' ? content : lines(content));
      writeFileSync(join(folder, name), name.endsWith('.gz') && !Buffer.isBuffer(content) ? gzipSync(bytes) : bytes);
    }
    return await validatedFolder(options.file === undefined ? folder : join(folder, options.file), options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function validatedFolder(
  path: string,
  { target, format, scan, max_tokens, tokenizer, max_line_bytes = 16_000_000 }: ValidateOptions = {},
): Promise<Omit<ValidateReport, 'seconds'>> {
  const set = await openDataSet(path, { target, format });
  const settings = {
    scan,
    max_tokens,
    tokenizer: tokenizer === undefined ? undefined : { name: tokenizer },
    max_line_bytes,
  };
  return validateData(set, settings, openPool(0), { update() {} });
}

export function lines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Each problem as `severity problem file:line key`, by its places; notes of places left out. */
export function placesOf({ problems }: Pick<ValidateReport, 'problems'>): string[] {
  return problems.flatMap(({ problem, severity, places }) =>
    places.map(({ file, line, key }) => `${severity} ${problem} ${file}:${line} ${key}`.trimEnd()),
  );
}
