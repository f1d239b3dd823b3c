import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCollector } from '../../src/collect/openCollector.ts';
import { parseConfig } from '../../src/config/config.ts';

/**
 * What handing over an exchange of 2 KB costs the caller's thread, and how many a process stores a second:
 * `npm run build:tools && node build/bench/collect/door.js [COUNT]`.
 */
const count = Number(process.argv[2] ?? 50_000);
const WORDS = 'the quick brown fox jumps over the lazy dog and then writes about it ';
/** Handed over at once, as by a busy service. */
const TOGETHER = 256;

async function measure(scrub: 'at_curation' | 'at_write'): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'curate-bench-'));
  const config = parseConfig({ collect: { scrub } }, 'bench');
  const { conversations, close } = await openCollector({ data, config, id_key: 'a key' });
  const text = WORDS.repeat(14).slice(0, 950);
  const held = new Float64Array(count);
  const began = performance.now();
  for (let number = 0; number < count; ) {
    const together: Promise<unknown>[] = [];
    for (; together.length < TOGETHER && number < count; number++) {
      const exchange = {
        ...{ user_id: `user-${number % 1000}`, session_id: `session-${number % 5000}` },
        ...{ user_message: `${text} ${number}`, assistant_message: `${text} ${number * 7}` },
        ...{ model: 'm-1', intent: 'support', metadata: { tokens: 12, latency_ms: 300 } },
      };
      const before = performance.now();
      together.push(conversations.log(exchange));
      held[number] = performance.now() - before;
    }
    await Promise.all(together);
  }
  const seconds = (performance.now() - began) / 1000;
  held.sort();
  const at = (share: number): string => ((held[Math.floor(count * share)] ?? Number.NaN) * 1000).toFixed(1);
  process.stdout.write(
    `${scrub}: held ${at(0.5)} µs (median), ${at(0.99)} µs (p99); ${Math.round(count / seconds)} a second\n`,
  );
  await close();
  rmSync(data, { recursive: true });
}

await measure('at_curation');
await measure('at_write');
