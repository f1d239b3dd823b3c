import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Conversation, Role } from '../src/pipeline/conversation.ts';
import { Drop } from '../src/pipeline/stage.ts';
import { RECORD_STAGES } from '../src/pipeline/stages.ts';

/** All filters together, with their defaults: junk falls, and what people preferred passes. */
const FILTERS = RECORD_STAGES.filter((stage) => stage.kind === 'filter');

function conversationOf(id: string, turns: readonly (readonly [Role, string])[]): Conversation {
  const messages = turns.map(([role, content], index) => ({ role, content, index }));
  return { id, timestamp: undefined, user: undefined, session: undefined, facets: {}, messages };
}

function droppersOf(conversation: Conversation, filters = FILTERS): string[] {
  return filters.filter((stage) => stage.create({}).apply(conversation) instanceof Drop).map((stage) => stage.name);
}

const JUNK: Readonly<Record<string, readonly string[]>> = {
  drop_refusals: [
    "I'm sorry, but I can't help with that.",
    'I am unable to assist you with this request.',
    "I'm sorry, I cannot fulfill your request. Is there anything else I can help you with?",
    'I apologize, but I cannot provide that information.',
    "Sorry, I can't do that.",
    "I'm sorry, but as an AI language model, I cannot provide personal opinions.",
    'As an AI, I do not have access to real-time information.',
    "Unfortunately, I'm not able to help with that.",
    'I must decline that request.',
    'Sorry, but this request violates our content policy.',
    'I’m not comfortable answering that question.',
    'Leider kann ich Ihnen dabei nicht helfen.',
    'Désolé, je ne peux pas vous aider avec cette demande.',
    'Lo siento, como modelo de lenguaje no puedo opinar.',
    'Mi dispiace, come intelligenza artificiale non posso esprimere opinioni.',
    'Sinto muito, não posso ajudar com esse pedido.',
    'Sorry, als taalmodel kan ik daar geen mening over geven.',
    'Bir yapay zeka dil modeli olarak kişisel görüş veremem.',
    'That request is something I have to turn down.',
    'Das verstößt gegen meine Richtlinien, daher lehne ich ab.',
  ],
  drop_error_messages: [
    'Error: Internal Server Error',
    'HTTP/1.1 500 Internal Server Error',
    '503 Service Unavailable',
    'An error occurred while processing your request.',
    'Sorry, something went wrong. Please try again.',
    'There was an error generating a response',
    'Network error',
    'The request timed out. Please try again later.',
    'Error: 429 Too Many Requests',
    'You exceeded your current quota, please check your plan and billing details.',
    'That model is currently overloaded with other requests. You can retry your request.',
    'openai.error.RateLimitError: Rate limit reached for requests',
    'upstream connect error or disconnect/reset before headers. reset reason: connection failure',
    "This model's maximum context length is 4097 tokens. However, you requested 5000 tokens.",
    '{"error":"internal"}',
    '{"detail":"Internal Server Error"}',
    '{"message":"Too Many Requests","status":429}',
    '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body></body></html>',
    'Une erreur est survenue. Veuillez réessayer plus tard.',
    'Ha ocurrido un error. Inténtelo de nuevo más tarde.',
    'Bir hata oluştu. Lütfen daha sonra tekrar deneyin.',
    'We could not reach the server. Please retry later.',
    '系统繁忙，请稍后再试。',
    'java.lang.IllegalStateException\n\tat com.example.a(Service.java:3)\n\tat com.example.b(Service.java:9)',
    'panic: runtime error: index out of range [5] with length 3\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:9 +0x1d',
  ],
  max_repetition: [
    'I think that the answer is yes. '.repeat(40),
    'no '.repeat(300),
    `The river rises in the hills and flows to the sea. ${'It is a long river. '.repeat(30)}`,
    '- eat more fruit\n'.repeat(50),
    'ah'.repeat(400),
    '我不知道。'.repeat(60),
    `Here is the list:\n${Array.from({ length: 60 }, (_, index) => `${index + 1}. Drink a glass of water`).join('\n')}`,
    'Question: what is next? Answer: I do not know what is next.\n'.repeat(12),
  ],
  max_symbol_share: [
    '!@#$%^&*'.repeat(20),
    '. . . . '.repeat(40),
    '}{][)('.repeat(30),
    '😀'.repeat(80),
    '=-'.repeat(60),
  ],
  compression: [
    Array.from(
      { length: 30 },
      (_, step) => `Step ${step}: stir the dough for ${step} minutes and then look at it again.`,
    ).join(' '),
    [...'abcdefghijklmnopqrst']
      .map((letter) => `The answer to question ${letter} can be found in the book of ${letter}.`)
      .join('\n'),
  ],
  mean_word_length: ['t h e b r e a d '.repeat(30), 'thebreadisbakedathome'.repeat(9)],
  min_letter_share: [Array.from({ length: 90 }, (_, place) => (place * 7919) % 1000).join(' ')],
  min_stop_words: [
    'cheap running shoes online store discount trainers best price sneakers women men kids sale free shipping buy shoes outlet brand new season running shoes review marathon trail shoes cheap price store sneakers sale discount outlet coupon code running gear shop best trainers review women shoes price brand season deal voucher delivery returns refund warranty size chart colour black white',
  ],
  drop_boilerplate: [
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.',
    'Please enable JavaScript to view this page.',
    'This website uses cookies. Accept all cookies. Privacy Policy. All rights reserved.',
    'Ce site utilise des cookies. Tous droits réservés.',
  ],
  drop_echo: ['Tell me how bread is baked at home'],
  drop_mash: ['asdf jkl asdfjkl sdfgh jklasdf dfghjk', 'xkq vbnzt hwrpl qjdkc mzvtr gplwq xntbk dwrzq'],
  drop_own_instructions: ['You are ChatGPT, a large language model.', 'My instructions say that I must be brief.'],
  match_language: [
    'Mehl, Wasser, Salz und Hefe werden zu einem Teig geknetet, der zwei Stunden lang ruht, bevor er in den Ofen kommt.',
  ],
  drop_cut_off: [
    `${'Mix flour and water, and leave the dough to rest for a while. '.repeat(10)}Then put it into the`,
    'Here is a program:\n```js\nfor (const loaf of loaves) {\n  bake(',
  ],
};

describe.each(Object.entries(JUNK))('%s', (name, answers) => {
  test.each(answers)('drops %j', (answer) => {
    const conversation = conversationOf('junk', [
      ['user', 'Tell me how bread is baked at home'],
      ['assistant', answer],
    ]);
    expect(droppersOf(conversation)).toContain(name);
  });
});

test.each([
  'Yes.',
  '42',
  '```python\nprint("hello")\n```',
  '- flour\n- water\n- salt\n- yeast',
  '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |',
  "I'm sorry for your loss. Losing a friend is hard, and there is no right way to grieve.",
  'A 404 means that the page is not there. Check the address first.',
  'Row, row, row your boat, gently down the stream. Merrily, merrily, merrily, merrily, life is but a dream.',
  '{"name": "bread", "flour": 500, "water": 350}',
])('lets good chat pass: %j', (answer) => {
  const conversation = conversationOf('good', [
    ['user', 'Tell me how bread is baked at home'],
    ['assistant', answer],
  ]);
  expect(droppersOf(conversation).filter((name) => name !== 'min_answer_length')).toEqual([]);
});

test('a megabyte of the worst passes every filter in a moment', () => {
  const worst = [
    'cannot ',
    'error again ',
    'my system ',
    'asdf ',
    'i was instructed ',
    '. A',
    '```\n',
    'xq',
    '|',
    '不能',
    'a',
    ' ',
    '`',
    '`` ` ',
    '字',
    "i'm sorry ",
    'error: ',
    '{"error":',
    '-',
    '\n',
    'File "',
    '\ud83d',
  ];
  for (const piece of worst) {
    const text = piece.repeat(Math.ceil(1e6 / piece.length));
    const conversation = conversationOf('worst', [
      ['user', text],
      ['assistant', text],
    ]);
    for (const stage of FILTERS) {
      const start = performance.now();
      stage.create({}).apply(conversation);
      expect(performance.now() - start, `${stage.name} on ${JSON.stringify(piece)}`).toBeLessThan(2000);
    }
  }
});

const corpus = new URL('../../shared/corpora/chat/hh_rlhf/conversations.jsonl', import.meta.url);
if (!existsSync(corpus))
  // biome-ignore lint/suspicious/noConsole: a check that is passed over has to say so
  console.info('filters: no ../shared/corpora here, the check on real conversations is passed over');

test.runIf(existsSync(corpus))('at most 2 % of the answers that people preferred fall', () => {
  const line = z.object({
    conversation_id: z.string(),
    messages: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })),
  });
  const preferred = readFileSync(corpus, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => line.parse(JSON.parse(text)))
    .filter((entry) => entry.conversation_id.endsWith('-c'));
  const workers = FILTERS.filter((stage) => stage.name !== 'min_answer_length').map((stage) => stage.create({}));
  const fallen = preferred.filter(({ conversation_id, messages }) => {
    const turns = messages.map(({ role, content }) => [role, content] as const);
    const conversation = conversationOf(conversation_id, turns);
    return workers.some((worker) => worker.apply(conversation) instanceof Drop);
  });
  expect(preferred.length).toBeGreaterThan(2000);
  expect(fallen.length / preferred.length).toBeLessThan(0.02);
});
