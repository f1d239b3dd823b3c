import { MessagePort, workerData } from 'node:worker_threads';

/** The thread behind `postAndWait.ts`: posts what it is told, and wakes the one who waits. */
const { port, signal }: { port: unknown; signal: unknown } = workerData;
if (port instanceof MessagePort && signal instanceof Int32Array) {
  port.on('message', async ({ url, body, timeout_ms }: { url: string; body: string; timeout_ms: number }) => {
    port.postMessage(await post(url, body, timeout_ms));
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
}

async function post(url: string, body: string, timeout_ms: number): Promise<unknown> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(timeout_ms) });
    return { kind: 'answer', status: response.status, body: await response.text() };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return { kind: 'late' };
    return { kind: 'unreachable', why: codeOf(error) };
  }
}

/** `ECONNREFUSED` and the like: `fetch` hides it in the cause. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no connection';
}
