import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';
import { mayDo, type Role } from './roles.ts';
import type { Caller, Tokens } from './tokens.ts';

/** Whoever asks a service without tokens, which listens to this machine alone. */
const EVERYBODY: Caller = { roles: new Set<Role>(['admin']), token: undefined };

/** Who asks by the header `Authorization: Bearer TOKEN`; nobody where a token is needed and no known one came. */
export function callerOf({ headers }: FastifyRequest, tokens: Tokens): Caller | undefined {
  if (tokens.size === 0) return EVERYBODY;
  const [, token] = /^bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return token === undefined ? undefined : tokens.callerOf(token);
}

/** @throws Refusal 401 or 403, with the header that says what would help (RFC 6750, 3) */
export function authorize(caller: Caller | undefined, role: Role, headers: FastifyRequest['headers']): void {
  if (caller === undefined) {
    const missing = headers.authorization === undefined;
    const challenge = missing ? 'Bearer realm="curate"' : 'Bearer realm="curate", error="invalid_token"';
    const detail = missing
      ? 'Send `Authorization: Bearer TOKEN` with a token of this service.'
      : 'The service does not know this token.';
    throw new Refusal(401, detail, [], { 'www-authenticate': challenge });
  }
  if (mayDo(caller.roles, role)) return;
  const challenge = `Bearer realm="curate", error="insufficient_scope", scope="${role}"`;
  throw new Refusal(403, `This needs a token with the role \`${role}\`.`, [], { 'www-authenticate': challenge });
}
