import type { Failure } from './outcome.ts';

/** How the page stands with the service. */
export interface Connection {
  /** Live events arrive. */
  readonly isLive: boolean;
  /** Since when the service does not answer, in milliseconds; nothing while it does. */
  readonly awaySince: number | undefined;
  /** When numbers last came. */
  readonly updated: number | undefined;
  readonly refreshSeconds: number;
}

export const CONNECTION_KINDS = ['starting', 'live', 'refresh', 'away'] as const;
export type ConnectionKind = (typeof CONNECTION_KINDS)[number];

export function connectionKind({ isLive, awaySince, updated }: Connection): ConnectionKind {
  if (awaySince !== undefined) return 'away';
  if (updated === undefined) return 'starting';
  return isLive ? 'live' : 'refresh';
}

/** For the sign at the head of the page. */
export function connectionWords(connection: Connection): string {
  switch (connectionKind(connection)) {
    case 'starting':
      return 'Asking the service';
    case 'live':
      return 'Live';
    case 'refresh':
      return `Every ${connection.refreshSeconds} s`;
    case 'away':
      return 'Service away';
  }
}

/**
 * Since when the service is away, after answers: one that came, whatever it says, means that it is there.
 * @returns milliseconds; nothing while it is there
 */
export function awayAfter(
  before: number | undefined,
  failures: readonly (Failure | undefined)[],
  now: number,
): number | undefined {
  const isAway = failures.length > 0 && failures.every((failure) => failure?.kind === 'away');
  return isAway ? (before ?? now) : undefined;
}
