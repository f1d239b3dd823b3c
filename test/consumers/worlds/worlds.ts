import { Random } from '../../../scripts/random.ts';
import { NASTY_TEXTS } from '../../formats/torture.ts';
import { toldWithoutTools, toldWithTools, toldWithTwoCalls } from './tools.ts';
import type { Told, World, WorldSplit } from './world.ts';

/** Every world, the small ones first. All text is made up; the same world is the same log on every machine. */
export function worlds(): World[] {
  return [
    plain(),
    turns(),
    tools(),
    toolsInTest(),
    toolsFolded(),
    long(),
    lookAlikes(),
    onlyDates(),
    oneEach(),
    emptyVal(),
    large(),
  ];
}

/** One question, one answer: what the strictest consumer takes. */
function plain(): World {
  return {
    name: 'plain',
    tokenizer: 'o200k_base',
    about: 'one question and one answer each: control tokens, lone surrogates, right-to-left text, line ends, numbers',
    told: { train: nasty('train'), val: nasty('val'), test: nasty('test') },
  };
}

function turns(): World {
  return {
    name: 'turns',
    tokenizer: 'cl100k_base',
    about: 'system messages and several turns, the former only late in train',
    told: {
      train: [...nasty('early'), ...severalTurns('train')],
      val: severalTurns('val'),
      test: severalTurns('test'),
    },
  };
}

function tools(): World {
  return {
    name: 'tools',
    tokenizer: 'o200k_base',
    about: 'tool calls in every split, among conversations without; arguments of other types in other rows',
    told: {
      train: [...nasty('plain'), ...withTools(0), ...severalTurns('between')],
      val: withTools(100),
      test: [...withTools(200), ...nasty('last')],
    },
  };
}

function toolsInTest(): World {
  return {
    name: 'tools-in-test-only',
    tokenizer: 'cl100k_base',
    about: 'the first tool call stands in the last split',
    told: { train: nasty('train'), val: nasty('val'), test: [...nasty('test'), ...withTools(0)] },
  };
}

function toolsFolded(): World {
  return {
    name: 'tools-folded',
    tokenizer: 'o200k_base',
    about: 'tool calls, with `tool_messages: fold`',
    told: { train: [...nasty('plain'), ...withTools(0)], val: withTools(100), test: withTools(200) },
    export: { tool_messages: 'fold' },
  };
}

/** 200 KB are more than the first look that readers take at a file, and than any sequence that is trained on. */
const LONG_CHARACTERS = 200_000;

function long(): World {
  const answer = (unit: string): string => unit.repeat(Math.ceil(LONG_CHARACTERS / unit.length));
  const told = (name: string): Told[] =>
    ['The rain falls on the hill. ', '雨が丘に降る。', 'A😀', 'x'].flatMap((unit, row) => [
      exchange(`Tell me a long story, ${name} ${row}`, answer(unit), row % 2 === 0 ? 5 : 1),
      exchange(`And a short one, ${name} ${row}`, 'Once it rained, and then it stopped raining.', 5),
      { ...exchange(`And a short one, ${name} ${row}`, answer(unit), 1), again: true },
    ]);
  return {
    name: 'long',
    tokenizer: 'cl100k_base',
    about: 'answers of 200,000 characters beside short ones',
    told: { train: told('a'), val: told('b'), test: told('c') },
  };
}

/** Texts that look like something else, of another kind in each split. */
function lookAlikes(): World {
  return {
    name: 'look-alikes',
    tokenizer: 'o200k_base',
    about: 'texts that look like numbers, like missing values, and like dates among other text',
    told: {
      train: exchanges((row) => (row % 3 === 0 ? 'Some day' : dayOf(row))),
      val: exchanges((row) => String(1000 + row)),
      test: exchanges((row) => ['NA', 'null', 'true', 'NaN', 'None'][row % 5] ?? ''),
    },
  };
}

function onlyDates(): World {
  return {
    name: 'only-dates',
    tokenizer: 'cl100k_base',
    about: 'all questions and answers of all splits are dates',
    told: {
      train: exchanges(dayOf),
      val: exchanges((row) => dayOf(row + 100)),
      test: exchanges((row) => dayOf(row + 200)),
    },
  };
}

function exchanges(text: (row: number) => string): Told[] {
  return Array.from({ length: 40 }, (_, row) => ({
    ...exchange(text(row), text(row + 1), row % 2 === 0 ? 5 : 1),
    ...(row % 4 === 1 && { correction: text(row + 2) }),
  }));
}

function dayOf(row: number): string {
  return new Date(Date.UTC(2024, 0, 1 + row)).toISOString().slice(0, 10);
}

function oneEach(): World {
  const told = (name: string): Told[] => [
    {
      ...exchange(`The only question of ${name} 😀`, 'The only answer, of two lines.\nHere.', 2),
      correction: `What it should have been in ${name}.`,
    },
  ];
  return {
    name: 'one-each',
    tokenizer: 'o200k_base',
    about: 'splits of one example',
    told: { train: told('train'), val: told('val'), test: told('test') },
  };
}

function emptyVal(): World {
  return {
    name: 'empty-val',
    tokenizer: 'cl100k_base',
    about: 'a split without examples',
    told: { train: nasty('train'), val: [], test: nasty('test') },
  };
}

/** Beyond 100,000 rows, and beyond every block that readers guess types from. */
const LARGE = 120_000;

function large(): World {
  return {
    name: 'large',
    about: 'over 120,000 rows; system messages, turns and tool calls come only in the last of train',
    large: true,
    told: { train: manyRows(), val: nasty('val'), test: [...severalTurns('test'), ...withTools(0)] },
  };
}

function* manyRows(): Generator<Told> {
  const random = new Random(5);
  const words = ['rain', 'hill', 'bridge', 'lamp', 'Straße', '雨', 'мост', 'tren', '😀', '7', '2024-01-01'];
  const text = (): string => Array.from({ length: random.whole(3, 20) }, () => random.pick(words)).join(' ');
  for (let row = 0; row < LARGE; row += 1) {
    const rating = row % 5 === 0 ? random.whole(1, 5) : undefined;
    yield exchange(`${row} ${text()}`, text(), rating);
  }
  yield* severalTurns('train');
  yield* withTools(100);
}

function exchange(question: string, answer: string, rating?: number): Told {
  const messages = [
    { role: 'user', content: question },
    { role: 'assistant', content: answer },
  ] as const;
  return { messages, ...(rating !== undefined && { rating }) };
}

/**
 * Every nasty text as a question and as an answer. Some are rated, some corrected, some answered a second time with
 * another rating, so that there are rows for KTO and pairs for DPO.
 */
function nasty(name: WorldSplit | string): Told[] {
  return NASTY_TEXTS.flatMap((text, row): Told[] => {
    const question = `${text} (${name} ${row})`;
    // Answered again (row % 5 === 2), the other answer is the bad one.
    const told = exchange(question, text, row % 2 === 0 || row % 5 === 2 ? 5 : 1);
    if (row % 5 === 1) return [{ ...told, correction: `Better: ${text}` }];
    if (row % 5 === 2)
      return [told, { ...exchange(question, `Not that, but ${text}, I should think`, 1), again: true }];
    return [told];
  });
}

function severalTurns(name: string): Told[] {
  return NASTY_TEXTS.map((text, row) => ({
    messages: [
      ...(row % 3 === 0 ? [] : [{ role: 'system', content: `${text} (of ${name})` } as const]),
      { role: 'user', content: `First, ${name} ${row}?` },
      { role: 'assistant', content: text },
      { role: 'user', content: text },
      { role: 'assistant', content: `Second: ${text}` },
    ],
    ...(row % 2 === 0 && { rating: row % 4 === 0 ? 5 : 2 }),
    ...(row % 4 === 2 && { correction: `Better: ${text}` }),
  }));
}

function withTools(from: number): Told[] {
  return [
    ...NASTY_TEXTS.flatMap((text, row) => {
      const told = toldWithTools(text, from + row);
      return row % 4 === 2 ? [told, toldWithoutTools(text, from + row)] : [told];
    }),
    toldWithTwoCalls(from),
    toldWithTwoCalls(from + 1),
  ];
}
