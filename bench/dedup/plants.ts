import { Random } from '../../scripts/random.ts';
import { pairsAlike, Shingles } from './bruteForce.ts';
import type { Said } from './conversations.ts';

/** Conversations that were planted, and what should become of them. */
export interface Plant {
  readonly kind: string;
  readonly said: readonly Said[];
  /** True: one of them should be left. False: all of them should stay, for they share a template and nothing else. */
  readonly merges: boolean;
}

const NGRAM = 3;
/** The id of the conversation that a planted one was made of, and stands for: all that plants add to it stands behind a plus. */
export function originOf({ id }: Said): string {
  return id.split('+')[0] ?? id;
}

/** Plants of each kind. */
const EACH = 200;
/** Conversations with one and the same canned text: more of 20,000 than `max_canned_share` lets pass. */
const CANNED = 1_400;

/** Duplicates and look-alikes, made of real conversations; the same seed gives the same. */
export function plantsFrom(real: readonly Said[], seed: number): Plant[] {
  const random = new Random(seed);
  const shuffled = shuffledBy(random, real);
  const taken = new Set<Said>();
  const unlike = unlikeEachOther(shuffled.filter(isShort));
  const takeUnlike = (count: number): Said[] => take(count, (said) => unlike.has(said));
  const take = (count: number, fits: (said: Said) => boolean): Said[] => {
    const found = shuffled.filter((said) => !taken.has(said) && fits(said)).slice(0, count);
    for (const said of found) taken.add(said);
    return found;
  };
  const pairs = (kind: string, fewest: number, change: (said: Said) => Said, fits = (_: Said) => true): Plant[] =>
    take(EACH, (said) => wordsIn(said) >= fewest && fits(said)).map((said) => ({
      kind,
      said: [
        said,
        { ...change(said), id: `${said.id}+${kind}`, session: `${said.id}+${kind}`, minute: random.whole(1, 40_000) },
      ],
      merges: true,
    }));
  const opened = (said: Said): Said => withAnswers(said, (answer) => `${OPENING} ${answer}`);
  return [
    ...snapshots(take(EACH, ({ messages }) => messages.length >= 8)),
    ...pairs('typos', 80, (said) => withTexts(said, withTypos)),
    ...pairs('case and punctuation', 10, (said) =>
      withTexts(said, (text) => text.toUpperCase().replaceAll(/[,.;](?=\s)/g, '')),
    ),
    ...pairs('added sentence', 120, (said) => withAnswers(said, (answer) => `${answer} ${SENTENCE}`)),
    ...pairs('changed numbers', 60, (said) => withTexts(said, withOtherNumbers), hasFewNumbers),
    ...pairs('asked again', 60, (said) => withQuestions(said, (question) => `Hello, ${question}`)),
    ...pairs('with and without system prompt', 30, (said) => withSystemPrompt(said)),
    ...pairs('canned opening and typos', 160, (said) => withTexts(said, withTypos)).map((plant) => ({
      ...plant,
      said: plant.said.map((one) => ({ ...opened(one), id: `${one.id}+opened` })),
    })),
    lookAlikes('system prompt', takeUnlike(EACH), withSystemPrompt),
    lookAlikes('canned opening', takeUnlike(CANNED), opened),
    lookAlikes('canned closing', takeUnlike(CANNED), (said) => withClosing(said)),
    lookAlikes('template', takeUnlike(CANNED), (said) => withQuestions(said, (question) => `${TEMPLATE} ${question}`)),
  ];
}

/** In another order, which the seed alone decides (Fisher and Yates). */
export function shuffledBy<Item>(random: Random, items: readonly Item[]): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.whole(0, left.length - 1), 1));
}

/** Of these only the template is the same: texts so short that it is most of what they say. */
function lookAlikes(kind: string, said: readonly Said[], change: (said: Said) => Said): Plant {
  return { kind, said: said.map((one) => ({ ...change(one), id: `${one.id}+${kind}` })), merges: false };
}

/**
 * Those that have less than half of their n-grams in common with any other, and another first question: what must stay
 * apart must be apart before, and not begin as a longer one does.
 */
function unlikeEachOther(conversations: readonly Said[]): ReadonlySet<Said> {
  const shingles = new Shingles(NGRAM);
  for (const { messages } of conversations) shingles.add(messages);
  const unlike = new Set(conversations);
  for (const [, other] of pairsAlike(shingles.sets, 0.5)) {
    const said = conversations[other];
    if (said !== undefined) unlike.delete(said);
  }
  const asked = new Set<string>();
  for (const said of unlike) {
    const question = said.messages[0]?.content ?? '';
    if (asked.has(question)) unlike.delete(said);
    asked.add(question);
  }
  return unlike;
}

function isShort(said: Said): boolean {
  const words = wordsIn(said);
  return words >= 15 && words <= 120;
}

/** A chat that is logged anew after every exchange, with all that was said before. */
function snapshots(chats: readonly Said[]): Plant[] {
  return chats.map(({ id, messages }) => ({
    kind: 'growing snapshots',
    merges: true,
    said: messages.flatMap((_, at) =>
      at % 2 === 0
        ? []
        : [{ id: `${id}+${at}`, session: `${id}+grows`, minute: at, messages: messages.slice(0, at + 1) }],
    ),
  }));
}

/** Two letters change places in one word of sixty: of n-grams of three words nine in ten stay what they were. */
function withTypos(text: string): string {
  return text
    .split(' ')
    .map((word, at) => (at % 60 === 59 ? swapped(word) : word))
    .join(' ');
}

function swapped(word: string): string {
  const [, before = '', one = '', other = '', after = ''] = /^(\p{L}*)(\p{L})(\p{L})(.*)$/su.exec(word) ?? [];
  return one === '' ? `${word}x` : before + other + one + after;
}

function withOtherNumbers(text: string): string {
  return text.replaceAll(/\d+/g, (digits) => String((Number(digits.slice(0, 9)) + 7) % 1_000_000));
}

/** Not more than one in forty words, so that the rest is alike enough. */
function hasFewNumbers(said: Said): boolean {
  const numbers = said.messages.reduce((sum, { content }) => sum + (content.match(/\d+/g)?.length ?? 0), 0);
  return numbers > 0 && numbers * 40 <= wordsIn(said);
}

function wordsIn({ messages }: Said): number {
  return messages.reduce((sum, { content }) => sum + (content.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}

function withTexts(said: Said, change: (text: string) => string): Said {
  return { ...said, messages: said.messages.map(({ role, content }) => ({ role, content: change(content) })) };
}

function withAnswers(said: Said, change: (text: string) => string): Said {
  return withFirst(said, 'assistant', change);
}

function withQuestions(said: Said, change: (text: string) => string): Said {
  return withFirst(said, 'user', change);
}

function withFirst(said: Said, wanted: string, change: (text: string) => string): Said {
  const first = said.messages.findIndex(({ role }) => role === wanted);
  const messages = said.messages.map(({ role, content }, at) => ({
    role,
    content: at === first ? change(content) : content,
  }));
  return { ...said, messages };
}

function withClosing(said: Said): Said {
  const last = said.messages.findLastIndex(({ role }) => role === 'assistant');
  const messages = said.messages.map(({ role, content }, at) => ({
    role,
    content: at === last ? `${content} ${CLOSING}` : content,
  }));
  return { ...said, messages };
}

function withSystemPrompt(said: Said): Said {
  return { ...said, messages: [{ role: 'system', content: SYSTEM_PROMPT }, ...said.messages] };
}

const SENTENCE = 'Please tell me whether any of this was of use to you today.';

const OPENING =
  'Hello and thank you for getting in touch with the help desk of the Harbour Library. My name is Finch, and I look after questions of our readers around the clock. I have read what you wrote with care, and I will do my best to give you an answer that you can use. Here is what I found out for you:';

const CLOSING =
  'I hope that this answers your question in full. Should anything be left open, simply write to me again in this window, and I will look into it at once. The Harbour Library is open from Tuesday to Saturday, and our reading room has seats for everybody. Thank you for being one of our readers, and have a pleasant day.';

const TEMPLATE =
  'You are given a request of a reader of the Harbour Library. Read it to the end before you write. Answer in the language of the request, in plain words, and in no more sentences than are needed. Do not make up titles, authors or dates. Where the request is not about the library, answer it all the same, as a well-read friend would. Do not repeat the request, and do not say that you are a program. The request of the reader follows here:';

const SYSTEM_PROMPT = Array.from(
  { length: 300 },
  (_, at) =>
    ['the', 'reader', 'asks', 'and', 'you', 'answer', 'with', 'care', 'about', 'books'][(at * 7 + (at >> 3)) % 10],
).join(' ');
