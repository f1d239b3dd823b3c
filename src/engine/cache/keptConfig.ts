import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedConfig } from '../checkedConfig.ts';
import { keepCacheFile } from './cacheFile.ts';
import { codeVersion } from './codeVersion.ts';

/** The config of the last run as it was checked, beside the digests of a data folder. */
export function keptConfigFile(data: string): string {
  return join(data, '.curate', 'config.checked');
}

/**
 * Keeps a config that was checked: to check it takes the schemas of all stages, and longer than all else that a run
 * does when every digest is kept. One config is kept, the last; nothing in here can make a run fail.
 *
 * The file is a line with a hash and a line of JSON. The hash is over the code that checked, the text that it checked
 * and what came of it, so a file that fits is whole, and says what the check would say.
 */
export class KeptConfig {
  readonly #path: string;
  readonly #text: string;
  readonly #writes: boolean;
  readonly #code: string;
  #isKept = false;

  /**
   * @param text what the config file says; nothing when there is none
   * @param writes false to use what is there and leave the disk as it is
   * @param code the code that checks
   */
  constructor(data: string, text: string, writes: boolean, code = codeVersion()) {
    this.#path = keptConfigFile(data);
    this.#text = text;
    this.#writes = writes;
    this.#code = code;
  }

  /** What the check of this text gave, if that was kept. */
  find(): CheckedConfig | undefined {
    const [hash, json] = read(this.#path).split('\n');
    if (json === undefined || hash !== this.#hash(json)) return undefined;
    const found: CheckedConfig = JSON.parse(json);
    this.#isKept = true;
    return found;
  }

  /** Keeps what the check of this text gave, unless it is kept already. */
  keep({ config, warnings, stages, reasons }: CheckedConfig): void {
    if (!this.#writes || this.#isKept) return;
    const json = JSON.stringify({ config, warnings, stages, reasons });
    keepCacheFile(this.#path, [Buffer.from(`${this.#hash(json)}\n${json}`)]);
  }

  #hash(json: string): string {
    return createHash('sha256')
      .update(JSON.stringify([this.#code, this.#text, json]))
      .digest('hex');
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
