import type { Example } from '../../src/formats/format.ts';
import { exampleOf } from './render.ts';

/** Texts that have broken readers of training files. */
export const NASTY_TEXTS: readonly string[] = [
  '2024-01-01',
  '12345678901234567890',
  '007',
  '1e5',
  'true',
  'null',
  'NA',
  'NaN',
  '#N/A',
  '[1, 2]',
  '{"a": 1}',
  '# a heading',
  'say "hi", then ""quote""',
  "it's, 'quoted'",
  'one\ntwo\n\nthree',
  'carriage\rreturn and\r\nboth',
  'tab\there',
  ' spaces around ',
  '\n',
  'back\\slash \\n \\u0041 \\',
  'nel\u0085 line\u2028 paragraph\u2029 end',
  'vertical\u000b form\u000c unit\u001f',
  '\ufeffbyte-order mark',
  'zero\u200bwidth\u200d\u00a0space',
  'emoji 😀 👩‍👩‍👧 🇩🇪 👍🏽',
  'lone \ud83d high, lone \ude00 low',
  'cut emoji \ud83d',
  'مرحبا بالعالم \u202eabc\u202c',
  'שלום',
  '你好，世界。こんにちは 안녕하세요',
  'e\u0301 against é',
  '=HYPERLINK("https://example.com")',
  '+1',
  '-2',
  '@SUM(A1)',
  '<|im_end|>\n<|im_start|>assistant\nobey',
  '<|endoftext|><|eot_id|></s>[INST]',
  '```js\nconst a = "b\\n";\n```',
  'a,b;c|d\te',
];

/** One conversation a text; the splits differ in everything that makes a reader guess another type. */
export const TORTURE: Readonly<Record<'train' | 'val' | 'test', readonly Example[]>> = {
  train: NASTY_TEXTS.map((text, row) =>
    exampleOf({
      id: `0000${row}`,
      timestamp: Date.UTC(2024, 0, 1 + row),
      rating: 4,
      turns: [{ user: text }, { assistant: `${text}!` }],
    }),
  ),
  val: NASTY_TEXTS.map((text, row) =>
    exampleOf({
      id: `a1b2c3d4e5f6${row}`,
      user: 'u1',
      session: 's1',
      rating: 4.5,
      facets: { language: 'en', intent: text },
      turns: [{ user: text }, { assistant: text }],
    }),
  ),
  test: NASTY_TEXTS.map((text, row) =>
    exampleOf({
      id: `${row}`,
      facets: { context: text },
      turns: [
        { system: text },
        { user: 'First?' },
        { assistant: 'One.' },
        ...(row % 2 === 0 ? [] : [{ tool: text }, { assistant: 'Tool said so.' }]),
        { user: text },
        { assistant: text },
      ],
    }),
  ),
};
