import { hash, timingSafeEqual } from 'node:crypto';
import { CurateError } from '../errors.ts';
import { ROLES, type Role } from './roles.ts';

/** Who asks: what a token allows, and a name for it that is not the token. */
export interface Caller {
  readonly roles: ReadonlySet<Role>;
  /** The first 16 hex digits of the token's SHA-256; nothing where no token was needed. */
  readonly token: string | undefined;
}

interface KnownToken extends Caller {
  readonly digest: Buffer;
}

// Ours: 16 random characters of base64 are 96 bits, which nobody guesses over a network.
const FEWEST = 16;
/** What may stand behind `Bearer` (RFC 6750, 2.1: `b64token`). */
const WRITABLE = /^[A-Za-z0-9\-._~+/]+=*$/;

/** All tokens of a service, as their hashes: the tokens themselves are forgotten once they are read. */
export class Tokens {
  readonly #known: KnownToken[] = [];

  /**
   * @param roles names of roles
   * @param place where it stands, for messages
   * @throws CurateError for an unknown role, or a token that is too short, cannot be sent, or is there already
   */
  add(roles: readonly string[], token: string, place: string): void {
    const wrong = roles.some((role) => !isRole(role));
    if (roles.length === 0 || wrong) {
      throw new CurateError(`${place}: expected roles (${ROLES.join(', ')}) before the token.`);
    }
    if (token.length < FEWEST) {
      throw new CurateError(
        `${place}: the token has fewer than ${FEWEST} characters; make one with \`openssl rand -hex 32\`.`,
      );
    }
    if (!WRITABLE.test(token)) {
      throw new CurateError(
        `${place}: a token is made of letters, digits and - . _ ~ + /; make one with \`openssl rand -hex 32\`.`,
      );
    }
    const digest = digestOf(token);
    if (this.callerOf(token) !== undefined) {
      throw new CurateError(`${place}: this token stands in two places; give it all its roles in one of them.`);
    }
    this.#known.push({ roles: new Set(roles.filter(isRole)), token: digest.toString('hex').slice(0, 16), digest });
  }

  get size(): number {
    return this.#known.length;
  }

  /** Who has `token`. Every known one is compared, each in the same time, so that the time says nothing. */
  callerOf(token: string): Caller | undefined {
    const digest = digestOf(token);
    let found: Caller | undefined;
    for (const known of this.#known) if (timingSafeEqual(known.digest, digest)) found = known;
    return found;
  }
}

function isRole(name: string): name is Role {
  return ROLES.some((role) => role === name);
}

function digestOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
