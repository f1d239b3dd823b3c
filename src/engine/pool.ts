import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import { CurateError } from '../errors.ts';
import { buffersIn } from './buffersIn.ts';
import type { ScanResult } from './scan/recordScanner.ts';
import type {
  ArchiveResult,
  ArchiveTask,
  CannedResult,
  CannedTask,
  CompareTask,
  FeedbackResult,
  FeedbackTask,
  HashTask,
  Outcome,
  ScanTask,
  SignResult,
  SignTask,
  SurveyResult,
  SurveyTask,
  Task,
  ValidateTask,
  WriteAnswer,
  WriteTask,
} from './tasks.ts';
import type { ValidateResult } from './validate/recordChecker.ts';

/** Runs tasks, in worker threads or, with 0 workers, on the spot. What cannot be done is thrown as a CurateError. */
export interface Pool {
  readonly workers: number;
  /** Starts the threads that will be wanted later, to load while the main thread has other work. */
  start(): void;
  survey(task: SurveyTask): Promise<SurveyResult>;
  feedback(task: FeedbackTask): Promise<FeedbackResult>;
  write(task: WriteTask): Promise<WriteAnswer>;
  archive(task: ArchiveTask): Promise<ArchiveResult>;
  /** The similarity of each pair, 0 to 1. */
  compare(task: CompareTask): Promise<Float64Array>;
  canned(task: CannedTask): Promise<CannedResult>;
  sign(task: SignTask): Promise<SignResult>;
  /** SHA-256 of a file in hexadecimal. */
  hash(task: HashTask): Promise<string>;
  scan(task: ScanTask): Promise<ScanResult>;
  validate(task: ValidateTask): Promise<ValidateResult>;
  close(): Promise<void>;
}

/** One worker a core, unless the command line says otherwise. */
export function defaultWorkers(): number {
  return availableParallelism();
}

/**
 * Without limits V8 lets a worker's heap grow as long as the machine has memory, and collects late. These keep a worker
 * near what it needs, and leave room for the longest line that is read (16 MB by default) in all its stages.
 */
const OLD_MEGABYTES = 512;
const YOUNG_MEGABYTES = 8;

/**
 * For threads that write rows in many formats, from so many on: 50,000 exchanges in twenty formats take 8.2 s of processor
 * time instead of 12.4, and 330 MB at the most instead of 270.
 */
const MANY_FORMATS = 6;
const YOUNG_MEGABYTES_FOR_MANY = 48;

/** What threads may take for short-lived objects, in megabytes, when they write so many formats. */
export function youngMegabytes(formats: number): number {
  return formats < MANY_FORMATS ? YOUNG_MEGABYTES : YOUNG_MEGABYTES_FOR_MANY;
}

/**
 * A pool of so many worker threads; they start with the first task or by `start`, so a run that finds all its digests
 * kept, and writes nothing, starts none.
 * @param onTheSpot bytes that are surveyed on the spot as long as no thread was started: they are through before one has
 * @param young as of `youngMegabytes`
 */
export function openPool(workers: number, onTheSpot = 0, young = YOUNG_MEGABYTES): Pool {
  const here = async (task: Task): Promise<Outcome> => (await import('./worker.ts')).default(task);
  if (workers === 0) return poolOf(workers, { start() {}, work: here, async close() {} });
  let threads: Promise<Tinypool> | undefined;
  let left = onTheSpot;
  const started = (): Promise<Tinypool> => {
    threads ??= startThreads(workers, young);
    return threads;
  };
  const isSmall = (task: Task): boolean => {
    if (threads !== undefined || task.kind === 'write') return false;
    if (task.kind === 'hash') return task.file.bytes <= left;
    left -= bytesOf(task);
    return left >= 0;
  };
  return poolOf(workers, {
    start: () => void started().catch(() => {}), // whoever has a task hears of it
    work: async (task) => {
      if (isSmall(task)) return here(task);
      return (await started()).run(task, { transferList: task.kind === 'write' ? buffersIn(task) : [] });
    },
    close: async () => (await threads)?.destroy(),
  });
}

/** Raw bytes that a task reads. */
function bytesOf(task: Exclude<Task, { kind: 'write' | 'hash' }>): number {
  if (task.kind === 'archive') return task.file.bytes;
  if ('records' in task) return task.records.bytes.reduce((sum, bytes) => sum + bytes, 0);
  return task.range.end - task.range.start;
}

async function startThreads(workers: number, young: number): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool');
  return new Tinypool({
    filename: new URL('./workerThread.js', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: { maxOldGenerationSizeMb: OLD_MEGABYTES, maxYoungGenerationSizeMb: young },
  });
}

interface Workforce {
  start(): void;
  work(task: Task): Promise<Outcome>;
  close(): Promise<void>;
}

/** The results of tasks differ in type; each comes back under the name of its kind, so no one has to guess. */
function poolOf(workers: number, { start, work, close }: Workforce): Pool {
  const outcome = async <Kind extends Task['kind']>(
    kind: Kind,
    task: Task,
  ): Promise<Extract<Outcome, { kind: Kind }>> => {
    const result = await work(task);
    if (result.kind === 'problem') throw new CurateError(result.sentence);
    if (!isOfKind(result, kind)) throw new TypeError(`a ${kind} task gave a ${result.kind} result`);
    return result;
  };
  return {
    workers,
    start,
    survey: async (task) => (await outcome('survey', task)).result,
    feedback: async (task) => (await outcome('feedback', task)).result,
    write: async (task) => (await outcome('write', task)).result,
    archive: async (task) => (await outcome('archive', task)).result,
    compare: async (task) => (await outcome('compare', task)).result,
    canned: async (task) => (await outcome('canned', task)).result,
    sign: async (task) => (await outcome('sign', task)).result,
    hash: async (task) => (await outcome('hash', task)).result,
    scan: async (task) => (await outcome('scan', task)).result,
    validate: async (task) => (await outcome('validate', task)).result,
    close,
  };
}

function isOfKind<Kind extends Outcome['kind']>(
  outcome: Outcome,
  kind: Kind,
): outcome is Extract<Outcome, { kind: Kind }> {
  return outcome.kind === kind;
}

/**
 * Runs a task for each element and yields the results in the order of the elements. At most two tasks a worker are
 * under way, so memory does not grow with the number of tasks.
 * @param elementsPerTask how many elements there are for each that is work for a worker
 */
export async function* inOrder<Element, Result>(
  pool: Pool,
  elements: Iterable<Element> | AsyncIterable<Element>,
  run: (element: Element) => Promise<Result>,
  elementsPerTask = 1,
): AsyncGenerator<Result> {
  const limit = Math.max(1, pool.workers * 2 * elementsPerTask);
  const underWay: Promise<Result>[] = [];
  for await (const element of elements) {
    const started = run(element);
    started.catch(() => {}); // it is awaited in its turn; until then a failure is not "unhandled"
    underWay.push(started);
    if (underWay.length < limit) continue;
    const next = underWay.shift();
    if (next !== undefined) yield await next;
  }
  for (const rest of underWay) yield await rest;
}
