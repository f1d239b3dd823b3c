import { z } from 'zod';
import { isHostName, isNetwork, isOrigin } from './webNames.ts';

/** The section `serve`: the HTTP service. Tokens stand in `CURATE_TOKENS` or in a file, never in here. */
export const serveSchema = z
  .strictObject({
    host: z
      .string()
      .min(1)
      .default('127.0.0.1')
      .describe('the address to listen at; any but the loopback needs tokens'),
    port: z
      .number()
      .int()
      .min(0)
      .max(65_535)
      // Ours: free on most machines, and easily typed.
      .default(8787)
      .describe('the port to listen at; 0: any that is free'),
    tokens_file: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .describe(
        'a file of tokens, a line each: roles (`write`, `feedback`, `read`, `export`, `admin`, parted by commas), a space, the token; relative to the folder of this file',
      ),
    origins: z
      .array(z.string().refine(isOrigin, 'expected an origin such as https://shop.example.com, with nothing behind it'))
      .default([])
      .describe('web pages that may ask from a browser (CORS), such as https://shop.example.com'),
    hosts: z
      .array(z.string().refine(isHostName, 'expected a name such as curate.example.com, without scheme and port'))
      .default([])
      .describe('names under which the service is known, such as curate.example.com; loopback names always pass'),
    proxies: z
      .array(z.string().refine(isNetwork, 'expected an address such as 127.0.0.1, or a network such as 10.0.0.0/8'))
      .default([])
      .describe(
        'addresses or networks (10.0.0.0/8) of proxies that stand before the service: of them the header `X-Forwarded-For` is believed, by which limits tell clients apart',
      ),
    max_body_bytes: z
      .number()
      .int()
      .min(1024)
      // Ours: 8,000 conversations of 2 KB in one request.
      .default(16_777_216)
      .describe('larger requests are refused'),
    max_requests_per_minute: z
      .number()
      .int()
      .min(1)
      .nullable()
      // Ours: twice what one process takes; it stops a loop that went wild, not a busy chatbot.
      .default(1_200_000)
      .describe('of one client, by token or else by address; null: no limit'),
    max_feedback_per_minute: z
      .number()
      .int()
      .min(1)
      .nullable()
      // Ours: one click every two seconds; a person does no more.
      .default(30)
      .describe('of one address with a token that may only give feedback, as web pages have it; null: no limit'),
    request_timeout_ms: z
      .number()
      .int()
      .min(100)
      // Ours: a request of 16 MB takes that long on a line of 13 Mbit/s.
      .default(10_000)
      .describe('a request that is not whole by then is ended, in milliseconds'),
    max_connections: z
      .number()
      .int()
      .min(1)
      // Ours: each costs some 10 KB.
      .default(20_000)
      .describe('open connections; more of them are refused'),
    refresh_seconds: z
      .number()
      .int()
      .min(1)
      // Ours: `curate stats` of a day takes less than a second.
      .default(30)
      .describe('the dashboard asks anew so often where live events do not reach it, in seconds'),
    log: z
      .enum(['requests', 'errors', 'none'])
      .default('requests')
      .describe('what is told on standard error, as JSON lines'),
  })
  .describe('`curate serve`: the HTTP service and the dashboard');
