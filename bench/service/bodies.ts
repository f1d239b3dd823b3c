import { ExchangeSource } from '../exchanges.ts';

/** Of made-up exchanges as `npm run bench` has them, 2 KB in the mean. */
export function conversations(count: number): readonly string[] {
  const source = new ExchangeSource(1);
  return Array.from({ length: count }, (_, at) => {
    const { question, answer, language } = source.next();
    return JSON.stringify({
      user_id: `user-${at % 40}`,
      session_id: `session-${at % 90}`,
      user_message: question,
      assistant_message: answer,
      language,
      model: 'support-2',
    });
  });
}

/** Requests of one conversation each, or of `lines` as NDJSON. */
export function bodies(lines: number): { readonly type: string; readonly bodies: readonly string[] } {
  if (lines === 1) return { type: 'application/json', bodies: conversations(200) };
  const all = conversations(20 * lines);
  const parts = Array.from({ length: 20 }, (_, at) => all.slice(at * lines, (at + 1) * lines).join('\n'));
  return { type: 'application/x-ndjson', bodies: parts };
}
