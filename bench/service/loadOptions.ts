import { z } from 'zod';

/** What a process that makes requests is told, as JSON in its first argument. */
export const loadOptions = z.object({
  url: z.string(),
  connections: z.number(),
  /** Conversations in a request. */
  lines: z.number(),
  token: z.string().optional(),
  /** As many requests as the service takes: for so long, or so many. */
  seconds: z.number().optional(),
  amount: z.number().optional(),
  /** Requests a second, whether or not the service takes them in time. */
  rate: z.number().optional(),
});
export type LoadOptions = z.output<typeof loadOptions>;

/** What it prints, as JSON. Times in milliseconds. */
export const loadResult = z.object({
  requests: z.number(),
  /** Answers that are no success, and requests without an answer. */
  failed: z.number(),
  seconds: z.number(),
  p50: z.number(),
  p99: z.number(),
  most: z.number(),
});
export type LoadResult = z.output<typeof loadResult>;

export function headersOf({ token }: LoadOptions, type: string): Record<string, string> {
  return { 'content-type': type, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
}

export function readOptions(): LoadOptions {
  return loadOptions.parse(JSON.parse(process.argv[2] ?? '{}'));
}
