import type { Config } from '../config/config.ts';
import { CurateError } from '../errors.ts';
import { isLoopback } from './hosts.ts';
import type { Tokens } from './tokens.ts';

export interface AccessNotes {
  /** Who may ask. */
  readonly sentence: string;
  readonly warnings: readonly string[];
}

/**
 * Who may ask a service that listens at `serve.host`.
 * @throws CurateError where strangers could: another address than this machine's own, and no token
 */
export function accessNotes(serve: Config['serve'], tokens: Tokens): AccessNotes {
  if (tokens.size > 0)
    return { sentence: `${tokens.size === 1 ? 'One token is' : `${tokens.size} tokens are`} known.`, warnings: [] };
  if (!isLoopback(serve.host)) {
    throw new CurateError(
      `serve.host: ${serve.host} is not this machine alone, so everybody in reach could store and read. Set CURATE_TOKENS (admin:$(openssl rand -hex 32)) or \`serve.tokens_file\`, or listen at 127.0.0.1.`,
    );
  }
  const isProxied = serve.hosts.length + serve.proxies.length > 0;
  return {
    sentence: 'There are no tokens, so every user and program of this machine may store, read and export.',
    warnings: isProxied
      ? [
          '`serve.hosts` and `serve.proxies` speak of a proxy, and there are no tokens: whoever reaches the proxy may store, read and export. Set CURATE_TOKENS.',
        ]
      : [],
  };
}
