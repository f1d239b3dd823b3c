/**
 * Ours: the thread pool has four threads (UV_THREADPOOL_SIZE) for files, names of hosts and ciphers. A disk that hangs may hold two
 * of them and no more, so that the chatbot still finds its hosts.
 */
const MOST = 2;

type Done<Value> = (error: Error | null, value: Value) => void;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs a call of `node:fs` in the thread pool, as soon as fewer than two others run. @throws its error */
export function inPool<Value>(call: (done: Done<Value>) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      running--;
      waiting.shift()?.();
    };
    const start = (): void => {
      running++;
      try {
        call((error, value) => {
          end();
          if (error) reject(error);
          else resolve(value);
        });
      } catch (error) {
        end(); // what no file system can take, such as a path with a zero byte
        reject(error);
      }
    };
    if (running < MOST) start();
    else waiting.push(start);
  });
}

/** The same for a call that gives nothing. */
export function doneInPool(call: (done: (error: Error | null) => void) => void): Promise<void> {
  return inPool((done) => call((error) => done(error, undefined)));
}
