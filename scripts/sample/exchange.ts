import type { Turn } from './compose.ts';

/** One line of the sample log before it is given the shape of a chatbot version. */
export interface Exchange {
  /** Counts from 1 in the order of making; ids are built from it. */
  readonly number: number;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly user: string | undefined;
  readonly session: string;
  /** The language it is written in, whether the line says so or not. */
  readonly language: string;
  readonly system: string | undefined;
  readonly turns: readonly Turn[];
  readonly intent: string;
  readonly framework: string | undefined;
  readonly complexity: string;
  /** A bad answer is rated badly when it is rated. */
  readonly bad: boolean;
  /** For a repetition: the exchange that it repeats. */
  readonly repeats: number | undefined;
}

/** All text of an exchange, as duplicates are looked for in it. */
export function textOf(exchange: Pick<Exchange, 'turns'>): string {
  return exchange.turns.map(({ question, answer }) => `${question}\n${answer}`).join('\n');
}

/** Rewrites question and answer of the last turn. */
export function withLastTurn(exchange: Exchange, rewrite: (turn: Turn) => Turn): Exchange {
  const last = exchange.turns.at(-1);
  return last === undefined ? exchange : { ...exchange, turns: [...exchange.turns.slice(0, -1), rewrite(last)] };
}
