import type { Random } from '../random.ts';

/** Lines that cannot be used, each as a program that went wrong leaves them; `json` is a good line to spoil. */
export const BROKEN_LINES: Readonly<Record<string, (json: string) => Buffer>> = {
  cut: (json) => Buffer.from(json.slice(0, Math.floor(json.length * 0.6)), 'utf8'),
  bad_utf8: (json) => {
    const middle = json.indexOf('": "') > 0 ? json.indexOf('": "') : json.indexOf('":"') + 3;
    return Buffer.concat([
      Buffer.from(json.slice(0, middle)),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from(json.slice(middle)),
    ]);
  },
  array: () => Buffer.from('["user_message","assistant_message"]'),
  text: () => Buffer.from('"server restarted"'),
  number: () => Buffer.from('42'),
  null: () => Buffer.from('null'),
  no_messages: () => Buffer.from('{"event":"heartbeat","timestamp":"2026-09-20T12:00:00Z","session_id":"s-health"}'),
  no_answer: () =>
    Buffer.from('{"example_id":"ex-noanswer","timestamp":"2026-09-20T12:00:01Z","user_message":"Is anybody there?"}'),
  two_in_one: () =>
    Buffer.from(
      '{"id":"m900001","prompt":"First?","completion":"One."}{"id":"m900002","prompt":"Second?","completion":"Two."}',
    ),
  html: () => Buffer.from('<html><body><h1>502 Bad Gateway</h1></body></html>'),
  zeros: () => Buffer.alloc(64),
  empty: () => Buffer.alloc(0),
  spaces: () => Buffer.from('   \t'),
};

/** A line that JSON allows and Unicode does not: half of a sign that takes two. */
export const LONE_SURROGATE =
  '{"example_id":"ex-surrogate","timestamp":"2026-10-24T09:30:00.000Z","user_id":"u-0003","session_id":"s-surrogate","user_message":"Which smiley fits a reminder? \\ud83d","assistant_message":"A plain sentence is kinder than a smiley in a reminder. If you want one, take the calendar, which everybody can read \\ud83d\\udcc5 and nobody misunderstands.","language":"en"}';

/** Puts every kind of broken line somewhere into the lines of the days, some kinds more than once. */
export function withBrokenLines(days: ReadonlyMap<string, readonly Buffer[]>, random: Random): Map<string, Buffer[]> {
  const broken = new Map([...days].map(([date, lines]) => [date, [...lines]]));
  const dates = [...broken.keys()];
  for (const [kind, spoil] of Object.entries(BROKEN_LINES)) {
    const times = ['cut', 'bad_utf8', 'empty', 'no_messages'].includes(kind) ? 4 : 1;
    for (let time = 0; time < times; time += 1) {
      const lines = broken.get(random.pick(dates)) ?? [];
      const at = random.whole(0, lines.length - 1);
      lines.splice(at, 0, spoil(lines[at]?.toString('utf8') ?? '{}'));
    }
  }
  broken.get('2026-10-24')?.push(Buffer.from(LONE_SURROGATE));
  return broken;
}
