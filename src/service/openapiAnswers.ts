import type { Route } from './route.ts';

/** Why any request may not be served, in the words of the document, by status. */
export const COMMON_PROBLEMS: Readonly<Record<number, { readonly name: string; readonly description: string }>> = {
  400: { name: 'BadRequest', description: 'the request is not what this route takes; `problems` tells each mistake' },
  401: { name: 'NoToken', description: 'no token, or one that the service does not know' },
  403: { name: 'NotAllowed', description: 'the token does not have the role that this needs' },
  404: { name: 'NotFound', description: 'there is no such thing (any more)' },
  405: { name: 'WrongMethod', description: 'the path takes another method; the header `Allow` names it' },
  408: { name: 'TooSlow', description: 'the request was not whole within `serve.request_timeout_ms`' },
  413: { name: 'TooLarge', description: 'larger than `serve.max_body_bytes`, or a line than `collect.max_line_bytes`' },
  415: { name: 'WrongKind', description: 'a content type or a content encoding that this route does not take' },
  421: { name: 'WrongHost', description: 'the header `Host` is neither a loopback name nor one of `serve.hosts`' },
  429: {
    name: 'TooMany',
    description: 'more requests than the limits allow; the header `Retry-After` says when to go on',
  },
  500: { name: 'Failed', description: 'a fault of the service; its log has more under the same `request_id`' },
  503: { name: 'NotNow', description: 'about to stop, or the disk does not take it; `Retry-After` says when to go on' },
};

/** Which of the common problems a route may answer with. */
export function commonProblemsOf({ role }: Pick<Route, 'role'>): number[] {
  const statuses = Object.keys(COMMON_PROBLEMS).map(Number);
  return role === 'public' ? statuses.filter((status) => status !== 401 && status !== 403) : statuses;
}
