import autocannon from 'autocannon';
import { bodies } from './bodies.ts';
import { headersOf, type LoadResult, readOptions } from './loadOptions.ts';

/** As many requests as the service takes: each connection sends the next when it has the answer to the last. */
const options = readOptions();
const { type, bodies: texts } = bodies(options.lines);
const { seconds, amount } = options;
const result = await autocannon({
  url: options.url,
  method: 'POST',
  headers: headersOf(options, type),
  connections: options.connections,
  requests: texts.map((body) => ({ body })),
  ...(amount === undefined ? { duration: seconds ?? 10 } : { amount }),
});
const told: LoadResult = {
  requests: result['2xx'] + result.non2xx,
  failed: result.non2xx + result.errors,
  seconds: (result.finish.getTime() - result.start.getTime()) / 1000,
  p50: result.latency.p50,
  p99: result.latency.p99,
  most: result.latency.max,
};
process.stdout.write(`${JSON.stringify(told)}\n`);
