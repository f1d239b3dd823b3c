import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Random } from '../../scripts/random.ts';
import { exchanges } from '../commands/logs.ts';

/** Something that befalls a file while or before it is read. */
export interface Fault {
  readonly name: string;
  readonly happen: () => void;
}

const DAYS = ['2026-01-01', '2026-01-02', '2026-01-03'];
const FEEDBACK = 'feedback.jsonl';
const PACKED = 'conversations_2026-01-04.jsonl.gz';

/** Raw logs that people, loggers and disks do things to, the same for the same seed. */
export class FragileLogs {
  readonly #random: Random;
  readonly #folder: string;
  readonly #cache: string;
  #next = 0;

  /** @param data the data folder */
  constructor(data: string, random: Random) {
    this.#random = random;
    this.#folder = join(data, 'training_logs');
    this.#cache = join(data, '.curate/cache');
    for (const day of DAYS) writeFileSync(this.#daily(day), this.#lines(200));
    writeFileSync(join(this.#folder, PACKED), gzipSync(this.#lines(40)));
    writeFileSync(join(this.#folder, FEEDBACK), this.#opinions(60));
  }

  /** A fault of a raw log; it is chosen now and happens when it is called for. */
  raw(): Fault {
    const random = this.#random;
    const path = random.chance(0.2) ? join(this.#folder, FEEDBACK) : this.#daily(random.pick(DAYS));
    const more = path.endsWith(FEEDBACK) ? this.#opinions(5) : this.#lines(random.whole(1, 20));
    const all = path.endsWith(FEEDBACK) ? this.#opinions(60) : this.#lines(random.whole(150, 250));
    const share = random.share();
    const faults: Fault[] = [
      { name: 'appended', happen: () => appendFileSync(path, more) },
      {
        name: 'appended half a line',
        happen: () => appendFileSync(path, more.slice(0, Math.floor(more.length * share))),
      },
      { name: 'truncated', happen: () => truncateSync(path, Math.floor(statSync(path).size * (0.3 + 0.7 * share))) },
      { name: 'rewritten in place', happen: () => rewrite(path, all) },
      { name: 'changed at the same size', happen: () => changeWords(path, share) },
      { name: 'replaced', happen: () => replace(path, all) },
      { name: 'touched', happen: () => utimesSync(path, 1_700_000_000, 1_700_000_000 + Math.floor(share * 1000)) },
      { name: 'packed anew', happen: () => replace(join(this.#folder, PACKED), gzipSync(all)) },
    ];
    return random.pick(faults);
  }

  /** A fault of one kept digest, or of the whole cache. */
  digest(): Fault {
    const random = this.#random;
    const share = random.share();
    const damage = (change: (path: string, bytes: Buffer) => void) => () => {
      const names = existsSync(this.#cache) ? readdirSync(this.#cache).sort() : [];
      const name = names[Math.floor(share * names.length)];
      if (name !== undefined) change(join(this.#cache, name), readFileSync(join(this.#cache, name)));
    };
    const flip = (path: string, bytes: Buffer): void => {
      const at = Math.floor(((share * 97) % 1) * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ 16;
      writeFileSync(path, bytes);
    };
    const faults: Fault[] = [
      { name: 'digest flipped', happen: damage(flip) },
      { name: 'digest cut', happen: damage((path, bytes) => truncateSync(path, Math.floor(bytes.length * share))) },
      {
        name: 'digest half written',
        happen: damage((path, bytes) => writeFileSync(`${path}.77`, bytes.subarray(0, 99))),
      },
      { name: 'cache removed', happen: () => rmSync(this.#cache, { recursive: true, force: true }) },
    ];
    return random.pick(faults);
  }

  #daily(day: string): string {
    return join(this.#folder, `conversations_${day}.jsonl`);
  }

  #lines(count: number): string {
    const from = this.#next;
    this.#next += count;
    return linesOf(exchanges(from, this.#next));
  }

  #opinions(count: number): string {
    const random = this.#random;
    const ids = Array.from({ length: count }, () => `ex-${random.whole(0, this.#next)}`);
    return linesOf(ids.map((id) => ({ id, stars: random.whole(1, 5) })));
  }
}

function linesOf(objects: readonly object[]): string {
  return objects.map((one) => `${JSON.stringify(one)}\n`).join('');
}

/** As an editor does that saves to the same file: it is empty for an instant. */
function rewrite(path: string, text: string): void {
  writeFileSync(path, text);
}

function replace(path: string, content: string | Buffer): void {
  writeFileSync(`${path}.aside`, content);
  renameSync(`${path}.aside`, path);
}

function changeWords(path: string, share: number): void {
  const text = readFileSync(path, 'utf8');
  const at = Math.floor(text.length * share);
  writeFileSync(
    path,
    text.slice(0, at) + text.slice(at).replaceAll('You can', 'You may').replaceAll('"stars":1', '"stars":5'),
  );
}
