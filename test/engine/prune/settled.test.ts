import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config/load.ts';
import { leavingId } from '../../../src/engine/leavingId.ts';
import { plansOf } from '../../../src/engine/plans.ts';
import { conversationLine } from '../../../src/engine/prune/archivedLine.ts';
import { conversationReader } from '../../../src/inputs/archivedLine.ts';
import { conversationFields } from '../../../src/inputs/fields.ts';
import { parseRecord } from '../../../src/inputs/parseRecord.ts';
import type { Conversation } from '../../../src/pipeline/conversation.ts';
import { RecordPipeline } from '../../../src/pipeline/recordPipeline.ts';
import { messages, wordTokens, conversation as worldConversation } from '../../pipeline/world.ts';

/** What the stages rewrite, and what one stage may make of what another one left. */
const PIECES =
  `&amp; &lt; &#8203; &amp;amp; &nbsp; &commat; Ã© â€™ Ã … “ ” § \` \`\`\` ~~~ jo.doe@example.com [EMAIL] 192.0.2.7 www.example.com
  http://u:pw@example.com 4111 1111 - . é ﬁ １２３ word hello what is the best way to do that as an AI language model I cannot`.split(
    /\s+/,
  );
const INVISIBLE = [
  '\u200b',
  '\u00ad',
  '\u00a0',
  '\n\n\n',
  '\r\n',
  '\n```\n',
  '\t',
  'e\u0301',
  '\u202e',
  '\u2028',
  '\ud83d',
];
const text = fc
  .array(fc.constantFrom(...PIECES, ...INVISIBLE), { minLength: 1, maxLength: 14 })
  .chain((pieces) => fc.constantFrom('', ' ').map((between) => pieces.join(between).toWellFormed()));
const conversation = fc.array(text, { minLength: 2, maxLength: 7 }).map(
  (texts): Conversation => ({
    id: 'c-1',
    timestamp: 1_700_000_000_123,
    user: 'u-1',
    session: 's-1',
    facets: { intent: 'how_to' },
    messages: texts.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content, index })),
  }),
);

const SHORT = `pipeline: [fix_mojibake, decode_entities, normalize_unicode, remove_invisible, replace_urls, normalize_whitespace, scrub,
  { use: detect_language, overwrite: true, min_letters: 3 }, { use: min_answer_length, chars: 5 }, { use: min_question_length, chars: 3 }, { use: max_answer_length, chars: 80 },
  drop_refusals, max_repetition]`;
const { survey: plan } = plansOf(readConfig(SHORT, 'short.yaml', {}), { since: undefined, until: undefined });
const pseudonym = leavingId({ id_key: 'k', hashed_ids: 'keep' });
const read = conversationReader({ archive: true }, conversationFields({}));

function judged(pipeline: RecordPipeline, logged: Conversation): Conversation | undefined {
  const rewritten = pipeline.rewrite(logged);
  const result = 'drop' in rewritten ? rewritten : pipeline.judge(rewritten);
  return 'drop' in result ? undefined : result;
}

function archived(pipeline: RecordPipeline, kept: Conversation): Conversation {
  const line = parseRecord(Buffer.from(conversationLine(kept, pseudonym, pipeline.cleaning)));
  const again = typeof line === 'string' ? line : read(line);
  if (typeof again === 'string') throw new TypeError(again);
  return again;
}

test('what is archived passes the stages as it is, cut where it was cut', () => {
  const pipeline = new RecordPipeline(plan);
  let kept = 0;
  let cut = 0;
  fc.assert(
    fc.property(conversation, (logged) => {
      const first = judged(pipeline, logged);
      if (first === undefined) return;
      kept++;
      if ((first.messages.at(-1)?.index ?? 0) < logged.messages.length - 2) cut++;
      const again = judged(pipeline, archived(pipeline, first));
      expect(again).toMatchObject({ id: 'c-1', timestamp: 1_700_000_000_123, messages: first.messages });
      expect(again?.facets).toEqual(first.facets);
    }),
    { numRuns: 3000 },
  );
  expect(kept).toBeGreaterThan(300);
  expect(cut).toBeGreaterThan(10);
});

test('other cleaning than that before the archive is done, and scrubbing always is', () => {
  const logged = {
    archived: 'conversation',
    id: 'c-1',
    cleaned: new RecordPipeline(plan).cleaning,
    messages: [
      { role: 'user', content: 'Who is &amp; at jo.doe@example.com?', index: 0 },
      { role: 'assistant', content: 'That &amp; this is somebody whom I know.', index: 3 },
    ],
  };
  const pass = (pipeline: RecordPipeline) => {
    const again = read(logged);
    return typeof again === 'string' ? undefined : judged(pipeline, again)?.messages.map(({ content }) => content);
  };
  expect(pass(new RecordPipeline(plan))?.[0]).toBe('Who is &amp; at [EMAIL]?');
  const other = { ...plan, stages: plan.stages.filter(({ use }) => use !== 'fix_mojibake') };
  expect(pass(new RecordPipeline(other))?.[0]).toBe('Who is & at [EMAIL]?');
});

test('what was cut keeps the language that all of it was in', () => {
  const texts = [
    'Danke!',
    'Gern geschehen.',
    'Now tell me in English what the weather is like, please.',
    'It rains. '.repeat(20),
  ];
  const logged: Conversation = {
    ...{ id: 'c-1', timestamp: undefined, user: undefined, session: undefined, facets: {} },
    messages: texts.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content, index })),
  };
  const pipeline = new RecordPipeline(plan);
  const first = judged(pipeline, logged);
  expect(first).toMatchObject({ facets: { language: 'en' }, messages: [{ index: 0 }, { index: 1 }] });
  if (first === undefined) return;
  expect(judged(pipeline, archived(pipeline, first))?.facets.language).toBe('en');
  expect(judged(pipeline, { ...archived(pipeline, first), cleaned: undefined })?.facets.language).not.toBe('en');
});

test('what was cut as too long stays so, and where it was cut is known', () => {
  const config = 'tokenizer: o200k_base\npipeline: [scrub, { use: max_tokens, max: 30 }]';
  const { survey } = plansOf(readConfig(config, 'tokens.yaml', {}), { since: undefined, until: undefined });
  const pipeline = new RecordPipeline(survey, { tokens: wordTokens() });
  const kept = judged(pipeline, conversationOfTurns(4));
  expect([kept?.messages.length, kept?.cut_before]).toEqual([4, 4]);
  const again = kept && judged(pipeline, archived(pipeline, kept));
  expect([again?.messages, again?.cut_before]).toEqual([kept?.messages, 4]);
});

function conversationOfTurns(turns: number): Conversation {
  const spoken = Array.from({ length: turns }, (_, n) => [`u:q${n}`, `a:a${n}`]).flat();
  return { ...worldConversation(), messages: messages(...spoken) };
}
