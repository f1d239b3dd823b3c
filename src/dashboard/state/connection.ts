import { lasting } from '../times.ts';
import type { Failure } from './outcome.ts';

/** Why there are no new numbers, and since when (milliseconds). */
export interface Trouble {
  readonly kind: 'away' | 'busy';
  readonly detail: string;
  readonly since: number;
}

/** How the page stands with the service. */
export interface Connection {
  /** Live events arrive. */
  readonly isLive: boolean;
  readonly trouble: Trouble | undefined;
  /** When numbers last came, in milliseconds. */
  readonly updated: number | undefined;
  readonly refreshSeconds: number;
}

export type ConnectionKind = 'starting' | 'live' | 'refresh' | 'away' | 'busy';

export function connectionKind({ isLive, trouble, updated }: Connection): ConnectionKind {
  if (trouble !== undefined) return trouble.kind;
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
    case 'busy':
      return 'No new numbers';
    case 'away':
      return 'Service away';
  }
}

/** For the banner: what is wrong, and how old the numbers are that still stand there. Nothing while all is well. */
export function troubleWords({ trouble, updated }: Connection, now: number): string | undefined {
  if (trouble === undefined) return undefined;
  const age = updated === undefined ? '' : ` The numbers below are ${lasting(now - updated)} old.`;
  return `${trouble.detail}${age} It is tried again by itself.`;
}

/**
 * The trouble after a round of requests: one that was answered means that the service is there. It lasts from when it began.
 */
export function troubleAfter(
  before: Trouble | undefined,
  failures: readonly (Failure | undefined)[],
  now: number,
): Trouble | undefined {
  const passing = failures.flatMap((failure) =>
    failure?.kind === 'away' || failure?.kind === 'busy' ? [{ kind: failure.kind, detail: failure.detail }] : [],
  );
  const [first] = passing;
  if (first === undefined || passing.length < failures.length) return undefined;
  return { ...first, since: before?.since ?? now };
}
