import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { sizeOf } from '../logs.ts';
import { median } from '../results.ts';
import { runLoad } from './runLoad.ts';
import { type ServerOptions, startServer } from './server.ts';

/**
 * Measures `curate serve` over loopback with keep-alive: how many conversations of 2 KB it takes, how long one takes at a constant
 * rate, and its memory over many. A server of 20 lines that parses the JSON and appends the line is measured in the same rounds.
 * Prints tables and writes `build/service.json`.
 */
const { values } = parseArgs({
  options: {
    // Of one measurement, and how often each is taken.
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '50' },
    // Requests a second for the latency: half of the 5,000 that are asked.
    rate: { type: 'string', default: '2500' },
    // Over which memory is watched.
    requests: { type: 'string', default: '1m' },
    // Only these parts: throughput, latency, memory.
    only: { type: 'string', default: 'throughput,latency,memory' },
    // Only servers in whose name this stands.
    server: { type: 'string', default: '' },
    // A folder for profiles of the processor, for Chromium's developer tools.
    profile: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const connections = Number(values.connections);
const TOKEN = 'a-token-of-the-benchmark-0123456789';
const SERVERS: readonly ServerOptions[] = [
  { name: 'floor', floor: true },
  { name: 'os' },
  { name: 'os, with tokens', token: TOKEN },
  { name: 'batch', durability: 'batch' },
  { name: 'fsync', durability: 'fsync' },
];
const FLOOR = 'floor';
const MEMORY_STEPS = 10;

interface Row {
  readonly server: string;
  readonly measure: string;
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly most_ms: number;
  /** Processor time of the server for a conversation: of all its threads, and of the one that serves. */
  readonly micros_all: number;
  readonly micros_serving: number;
  readonly failed: number;
}

const rows: Row[] = [];
const memory: { readonly requests: number; readonly megabytes: number; readonly heap: number }[] = [];
const servers = SERVERS.filter(({ name }) => name.includes(values.server));
const parts = new Set(values.only.split(','));
for (let round = 1; round <= Number(values.rounds); round++) {
  for (const server of servers) {
    if (parts.has('throughput')) {
      for (const lines of [1, 100]) await throughput(server, lines);
    }
    if (parts.has('latency')) await latency(server);
  }
}
if (parts.has('memory')) await watchMemory(sizeOf(values.requests));
report();

async function throughput(options: ServerOptions, lines: number): Promise<void> {
  const name = lines === 1 ? 'one a request' : `${lines} a request`;
  await measured(options, name, lines, 'load', { seconds });
}

async function latency(options: ServerOptions): Promise<void> {
  await measured(options, `at ${values.rate}/s`, 1, 'steady', { seconds, rate: Number(values.rate) });
}

async function measured(
  options: ServerOptions,
  measure: string,
  lines: number,
  generator: 'load' | 'steady',
  amount: { readonly seconds: number; readonly rate?: number },
): Promise<void> {
  const server = await startServer(options, values.profile);
  const before = server.processorTime();
  const { url } = server;
  const token = options.token === undefined ? {} : { token: options.token };
  const told = await runLoad(generator, { url, connections, lines, ...token, ...amount });
  const after = server.processorTime();
  const stored = server.lines();
  await server.stop();
  const sent = (told.requests - told.failed) * lines;
  // What was under way when the time was up is stored, and nobody heard of it.
  if (stored < sent || stored > sent + connections * lines) {
    throw new Error(`${options.name}: ${sent} conversations were taken, and ${stored} are in the file.`);
  }
  const per_second = stored / told.seconds;
  const { p50, p99, most, failed } = told;
  const micros = (used: number): number => (used / stored) * 1e6;
  const micros_all = micros(after.all - before.all);
  const micros_serving = micros(after.serving - before.serving);
  const times = { p50_ms: p50, p99_ms: p99, most_ms: most, micros_all, micros_serving };
  rows.push({ server: options.name, measure, per_second, ...times, failed });
}

async function watchMemory(requests: number): Promise<void> {
  const server = await startServer({ name: 'os' });
  memory.push({ requests: 0, megabytes: server.memory(), heap: await server.heap() });
  for (let step = 1; step <= MEMORY_STEPS; step++) {
    await runLoad('load', { url: server.url, connections, lines: 1, amount: requests / MEMORY_STEPS });
    const heap = await server.heap();
    memory.push({ requests: (step * requests) / MEMORY_STEPS, megabytes: server.memory(), heap });
  }
  const stored = server.lines();
  await server.stop();
  if (stored !== requests) throw new Error(`${requests} conversations were sent, and ${stored} are in the file.`);
}

function report(): void {
  mkdirSync('build', { recursive: true });
  writeFileSync('build/service.json', `${JSON.stringify({ rows, memory }, null, 2)}\n`);
  const { model = '' } = cpus()[0] ?? {};
  process.stdout.write(`${availableParallelism()} cores (${model}), Node ${process.versions.node}\n`);
  if (rows.length > 0) process.stdout.write(`${drawn()}\n`);
  for (const { requests, megabytes, heap } of memory) {
    const mb = `${megabytes.toFixed(0)} MB, heap of the thread that serves ${heap.toFixed(0)} MB`;
    process.stdout.write(`after ${requests} requests ${mb}\n`);
  }
}

function drawn(): string {
  const head = [
    'durability',
    '',
    'conversations/s',
    '× floor',
    'p50 ms',
    'p99 ms',
    'most ms',
    'µs serving',
    'µs in all',
    'failed',
  ];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const measure of new Set(rows.map((row) => row.measure))) {
    const floor = rows.filter((row) => row.server === FLOOR && row.measure === measure);
    for (const { name } of servers) table.push(rowOf(name, measure, floor));
  }
  return table.toString();
}

function rowOf(name: string, measure: string, floor: readonly Row[]): string[] {
  const own = rows.filter((row) => row.server === name && row.measure === measure);
  const of = (reading: (row: Row) => number) => median(own.map(reading)) ?? Number.NaN;
  const ratios = own.map((row, round) => (floor[round]?.per_second ?? Number.NaN) / row.per_second);
  return [
    name,
    measure,
    of((row) => row.per_second).toFixed(0),
    (median(ratios) ?? Number.NaN).toFixed(2),
    of((row) => row.p50_ms).toFixed(1),
    of((row) => row.p99_ms).toFixed(1),
    of((row) => row.most_ms).toFixed(0),
    of((row) => row.micros_serving).toFixed(0),
    of((row) => row.micros_all).toFixed(0),
    String(own.reduce((sum, { failed }) => sum + failed, 0)),
  ];
}
