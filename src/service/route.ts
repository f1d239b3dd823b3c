import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { refuseHuge } from '../collect/checkInput.ts';
import { problemsOf } from '../collect/problemsOf.ts';
import type { ServiceContext } from './context.ts';
import { Refusal } from './refusal.ts';
import type { Role } from './roles.ts';

/** What a client sent, after tokens and limits were checked and before its parts are. */
export interface Incoming {
  readonly params: unknown;
  readonly query: unknown;
  /** Parsed JSON; of a route with `lines` the raw text where the client sent NDJSON. */
  readonly body: unknown;
  readonly isLines: boolean;
  readonly id: string;
  readonly raw: IncomingMessage;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, unless `type` is given. */
  readonly body?: unknown;
  readonly type?: string;
  readonly stream?: Readable;
}

/** What the OpenAPI document says of an answer. */
export interface AnswerShape {
  readonly description: string;
  readonly type?: string;
  readonly schema?: z.ZodType;
}

/** One path and method of the service, whole: its check, its work and its documentation. One a file, in `routes/`. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** With `:name` for parameters, as in `/v1/exports/:id`. */
  readonly path: string;
  readonly summary: string;
  /** `public` asks for no token. */
  readonly role: Role | 'public';
  /** `none` where there is nothing to check. */
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  /** The body may also be NDJSON, each line of it as `body` says. */
  readonly lines?: true;
  /** Answers by status; those of every route (401, 403, 413, 429, …) are added by the document. */
  readonly answers: Readonly<Record<number, AnswerShape>>;
  run(incoming: Incoming, context: ServiceContext): Promise<Answer>;
}

/** Stands for a part that a route does not have. */
export const none = z.unknown();

interface Parts<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  /** The body; nothing where it is NDJSON. */
  readonly body: z.output<Body> | undefined;
  /** The body as NDJSON, to be parsed line by line. */
  readonly lines: string | undefined;
  readonly incoming: Incoming;
}

interface RouteOf<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>
  extends Omit<Route, 'run'> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  handle(parts: Parts<Params, Query, Body>, context: ServiceContext): Promise<Answer>;
}

/** Checks the parts of a request by the route's schemas before `handle` sees them. */
export function defineRoute<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  route: RouteOf<Params, Query, Body>,
): Route {
  return {
    ...route,
    async run(incoming, context) {
      const params = checked(route.params, incoming.params, 'path');
      const query = checked(route.query, incoming.query, 'query');
      const lines = incoming.isLines && typeof incoming.body === 'string' ? incoming.body : undefined;
      const body = lines === undefined ? checked(route.body, incoming.body, 'body') : undefined;
      return route.handle({ params, query, body, lines, incoming }, context);
    },
  };
}

/** @throws Refusal with every mistake, and without what stands there; InvalidInput for what zod would take too long over */
function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, part: string): z.output<Schema> {
  refuseHuge(value);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, `The ${part} of the request is not what this route takes.`, problemsOf(parsed.error));
}
