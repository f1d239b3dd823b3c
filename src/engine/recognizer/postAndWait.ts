import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { PACKAGE_FOLDER } from '../../packageFolder.ts';
import { isCount, isEither, isObjectOf, isText, isWord } from '../cache/guards.ts';

/** What came of a request. */
export type Answer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'unreachable'; readonly why: string }
  | { readonly kind: 'late' };

const isAnswer = isEither(
  isObjectOf({ kind: isWord('answer'), status: isCount, body: isText }),
  isObjectOf({ kind: isWord('unreachable'), why: isText }),
);

interface Poster {
  readonly port: MessagePort;
  /** Goes from 0 to 1 when the answer is there. */
  readonly signal: Int32Array;
}

let poster: Poster | undefined;

/**
 * Posts JSON to `url` and waits for the answer, with this thread at rest: stages are plain calls, so a thread of its own
 * does what Node cannot do at once.
 * @param timeout_ms longest wait
 */
export function postAndWait(url: string, body: string, timeout_ms: number): Answer {
  poster ??= startPoster();
  const { port, signal } = poster;
  Atomics.store(signal, 0, 0);
  port.postMessage({ url, body, timeout_ms });
  // The thread gives up by itself; more than that it gets only to start.
  Atomics.wait(signal, 0, 0, timeout_ms + STARTING_MS);
  const answer: unknown = receiveMessageOnPort(port)?.message;
  if (isAnswer(answer)) return answer;
  // Whatever it still has to say belongs to this request and must not answer the next one.
  port.close();
  poster = undefined;
  return { kind: 'late' };
}

/** Ours: a thread with `fetch` is up in a tenth of a second, on a busy machine in several. */
const STARTING_MS = 5000;

function startPoster(): Poster {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(new URL('dist/postThread.js', PACKAGE_FOLDER), {
    workerData: { port: port2, signal },
    transferList: [port2],
  });
  // Neither keeps the program from ending.
  thread.unref();
  port1.unref();
  return { port: port1, signal };
}
