import type { Decisions } from './decisions.ts';

/** By what one example is better than another: its mean rating, how many ratings that is of, its answers' length, its time. */
export const PREFERENCES = ['rating', 'feedback', 'longest', 'newest'] as const;
export type Preference = (typeof PREFERENCES)[number];

type Order = (a: number, b: number) => number;

/**
 * An order of items with the one to keep first; equal ones stand in the order of the logs.
 * @param keep what decides, the first that tells them apart (`dedup.keep`)
 */
export function byPreference(decisions: Decisions, keep: readonly Preference[]): Order {
  const orders = keep.map((preference) => ORDERS[preference](decisions));
  return (a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  };
}

/** What is not known, a rating or a time, comes last. */
const ORDERS: Readonly<Record<Preference, (decisions: Decisions) => Order>> = {
  rating: (decisions) => (a, b) => (decisions.ratingOf(b) || 0) - (decisions.ratingOf(a) || 0),
  feedback: (decisions) => (a, b) => decisions.sumOf(b, decisions.ratings) - decisions.sumOf(a, decisions.ratings),
  longest: (decisions) => {
    const { assistant_chars } = decisions.digest.rows;
    return (a, b) => decisions.sumOf(b, assistant_chars) - decisions.sumOf(a, assistant_chars);
  },
  newest: (decisions) => {
    const { timestamp } = decisions.digest.rows;
    const time = (item: number): number => timestamp[decisions.firstRow(item)] || 0;
    return (a, b) => time(b) - time(a);
  },
};
