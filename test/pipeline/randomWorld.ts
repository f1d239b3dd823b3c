import fc from 'fast-check';
import type { Conversation, Message } from '../../src/pipeline/conversation.ts';
import { conversation, type FeedbackGiven, words } from './world.ts';

/** A log as it grows: conversations in the order of their times, and feedback in the order in which it came. */
export interface World {
  readonly rows: readonly Conversation[];
  readonly feedback: readonly FeedbackGiven[];
}

/** A session has one user, or none that the log names. */
function userOf(session: number | null, user: number | null): string | undefined {
  if (session !== null) return session % 5 === 0 ? undefined : `user${session % 4}`;
  return user === null ? undefined : `user${user}`;
}

/** How one exchange is worded: as others have it, in other letters only (an exact copy), or with a word changed (a near one). */
type Wording = 'same' | 'shouted' | number;

interface Spoken {
  readonly text: number;
  readonly wording: Wording;
}

function exchange({ text, wording }: Spoken, index: number): Message[] {
  const said = [words(`q${text}`, 12), words(`a${text}`, 50)].map((part) => {
    if (wording === 'shouted') return `"${part.toUpperCase()}!"`;
    return wording === 'same' ? part : part.replace(/\S+$/, `changed${wording}`);
  });
  const [question = '', answer = ''] = said;
  return [
    { role: 'user', content: question, index },
    { role: 'assistant', content: answer, index: index + 1 },
  ];
}

export interface WorldOptions {
  /** Most exchanges of one conversation. */
  readonly exchanges: number;
  /** Feedback may be about one answer of several. */
  readonly answers: boolean;
  /** Some rows have no session. */
  readonly sessionless: boolean;
}

/** Worlds of up to 40 rows with a few texts, so that there are many duplicates, shared by a few users in a few sessions. */
export function worlds({ exchanges, answers, sessionless }: WorldOptions): fc.Arbitrary<World> {
  const wording = fc.oneof(fc.constantFrom<Wording>('same', 'shouted'), fc.integer({ min: 1, max: 3 }));
  const spoken = fc.record({ text: fc.nat(8), wording });
  const row = fc.record({
    spoken: fc.array(spoken, { minLength: 1, maxLength: exchanges }),
    session: sessionless ? fc.option(fc.nat(12)) : fc.nat(12),
    user: fc.option(fc.nat(3)),
  });
  const opinion = fc.record({
    about: fc.nat(39),
    by: fc.nat(3),
    rating: fc.constantFrom(1, 3, 4, 5),
    answer: answers ? fc.option(fc.nat(2 * exchanges - 1)) : fc.constant(null),
  });
  const many = { minLength: 2, maxLength: 40, size: 'max' } as const;
  return fc
    .record({ rows: fc.array(row, many), opinions: fc.array(opinion, { maxLength: 25, size: 'max' }) })
    .map(({ rows, opinions }) => ({
      rows: rows.map(({ spoken: said, session, user }, place) =>
        conversation({
          id: `row${place}`,
          timestamp: 1_700_000_000_000 + place * 60_000,
          session: session === null ? undefined : `session${session}`,
          user: userOf(session, user),
          messages: said.flatMap((one, n) => exchange(one, 2 * n)),
        }),
      ),
      feedback: opinions
        .filter(({ about }) => about < rows.length)
        .map(({ about, by, rating, answer }, n) => ({
          id: `row${about}`,
          user: `judge${by}`,
          rating,
          timestamp: 1_700_000_000_000 + n,
          ...(answer === null ? {} : { message_index: answer }),
        })),
    }));
}
