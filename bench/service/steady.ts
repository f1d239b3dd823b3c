import { Agent, request } from 'node:http';
import { bodies } from './bodies.ts';
import { headersOf, type LoadResult, readOptions } from './loadOptions.ts';

/**
 * A constant rate of requests, each at its time, whether or not earlier ones were answered. A request takes from the time at which
 * it was due to the end of its answer: where the service stands still, all that fell due meanwhile have waited (who measures
 * from the time of sending, and sends when there was an answer, sees one slow request there: coordinated omission).
 */
const options = readOptions();
const { type, bodies: texts } = bodies(options.lines);
const headers = headersOf(options, type);
const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
const seconds = options.seconds ?? 10;
const rate = options.rate ?? 1000;
// The compilers of both sides need some time to know the code.
const warming = 3 * rate;
const total = Math.round(seconds * rate) + warming;

const took: number[] = [];
let sent = 0;
let ended = 0;
let failed = 0;
const start = performance.now();
const through = new Promise<void>((resolve) => {
  const end = (due: number, at: number, isGood: boolean): void => {
    if (!isGood) failed += 1;
    if (at >= warming) took.push(performance.now() - due);
    ended += 1;
    if (ended === total) resolve();
  };
  const send = (at: number): void => {
    const due = start + (at * 1000) / rate;
    const text = texts[at % texts.length] ?? '';
    const sending = request(
      options.url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(text) } },
      (response) => {
        const isGood = response.statusCode !== undefined && response.statusCode < 300;
        response.resume().once('end', () => end(due, at, isGood));
      },
    );
    sending.once('error', () => end(due, at, false)).end(text);
  };
  const tick = (): void => {
    const due = Math.min(total, Math.floor(((performance.now() - start) * rate) / 1000));
    while (sent < due) send(sent++);
    if (sent < total) setTimeout(tick, 1);
  };
  tick();
});
await through;
agent.destroy();

took.sort((one, other) => one - other);
const quantile = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
const told: LoadResult = {
  requests: total,
  failed,
  seconds: (performance.now() - start) / 1000,
  p50: quantile(0.5),
  p99: quantile(0.99),
  most: quantile(1),
};
process.stdout.write(`${JSON.stringify(told)}\n`);
