import type { Writable } from 'node:stream';
import { type FastifyServerOptions, LogController } from 'fastify';
import type { Config } from '../config/config.ts';
import { LineBuffer } from './lineBuffer.ts';

type LogOptions = Pick<FastifyServerOptions, 'logController' | 'childLoggerFactory'> & { logger: object | false };

/** Ours: enough to find the place, and a line that a log takes. */
const MOST_FRAMES = 10;

/**
 * How the framework logs: JSON lines by pino on `stream`, with none of its own about requests, since those hold paths and
 * messages that quote what was sent.
 */
export function logOptions(log: Config['serve']['log'], stream: Writable | undefined): LogOptions {
  const logController = new LogController({ disableRequestLogging: true });
  if (log === 'none' || stream === undefined) return { logger: false, logController };
  return {
    logger: {
      stream: new LineBuffer(stream),
      level: log === 'errors' ? 'error' : 'info',
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      messageKey: 'message',
      formatters: { level: (level: string) => ({ level }) },
      serializers: { err: placeOf, req: nothing, res: nothing },
    },
    logController,
    // A logger for each request costs a tenth of what the request does; its id stands in the line that there is of it.
    childLoggerFactory: (logger) => logger,
  };
}

const nothing = (): undefined => undefined;

/** What may be told of an error: its kind, its code, and where in the code it was thrown; its message may quote a text. */
export function placeOf(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').flatMap((line) => /^\s+at (.*:\d+:\d+\)?)$/.exec(line)?.[1] ?? []);
  return { type: error.constructor.name, code, at: frames.slice(0, MOST_FRAMES) };
}
