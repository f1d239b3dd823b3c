import { parentPort, workerData } from 'node:worker_threads';

/** Fails as the name of its data folder says, where a thread that looks would answer. */
parentPort.on('message', () => {
  switch (workerData.options.data) {
    case 'throws':
      throw new TypeError('text of a log');
    case 'rejects':
      return Promise.reject(new RangeError('text of a log'));
    case 'exits':
      return process.exit(3);
    case 'eats': {
      const eaten = [];
      for (;;) eaten.push(new Array(100_000).fill({}));
    }
  }
});
