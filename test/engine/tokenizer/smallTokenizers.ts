/** Tokenizers small enough to be read, in the shape of Hugging Face's tokenizer.json. */

const BYTES = [...Array(94).keys()].map((n) => String.fromCharCode(n + 33)); // `!` to `~`, which stand for themselves
const WORDS: readonly (readonly [string, string])[] = [
  ['t', 'h'],
  ['th', 'e'],
  ['Ġ', 'the'],
  ['i', 'n'],
  ['in', 'g'],
  ['a', 'n'],
  ['an', 'd'],
  ['Ġ', 'a'],
  ['Ġ', 's'],
  ['Ġ', '1'],
];

/** GPT-2's way: bytes by letters that stand for them, words by a pattern, pairs by rank. It knows a control token. */
export function bytePairTokenizer(): Record<string, unknown> {
  const signs = [...BYTES, 'Ġ', 'Ċ', 'Ã', '©', 'ð', 'Ł', 'ĺ', 'Ģ'];
  const tokens = [...new Set([...signs, ...WORDS.map(([one, other]) => one + other)])];
  return {
    version: '1.0',
    added_tokens: [
      { id: tokens.length, content: '<|im_end|>', special: true },
      { id: tokens.length + 1, content: '    ', special: false, normalized: false },
    ].map((token) => ({ single_word: false, lstrip: false, rstrip: false, normalized: false, ...token })),
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: {
      type: 'BPE',
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges: WORDS.map((pair) => pair.join(' ')),
    },
  };
}

/** SentencePiece's way: the whole text one word, spaces by a sign, the likeliest pieces. It puts a control token before a text. */
export function unigramTokenizer(): Record<string, unknown> {
  const pieces: [string, number][] = [
    ['<unk>', 0],
    ['<s>', 0],
    ['▁', -3],
    ['▁the', -4],
    ['ing', -4.5],
    ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter): [string, number] => [letter, -6]),
    ['▁a', -5],
  ];
  return {
    version: '1.0',
    added_tokens: ['<unk>', '<s>'].map((content, id) => ({ id, content, special: true, normalized: false })),
    normalizer: { type: 'NFKC' },
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [{ SpecialToken: { id: '<s>', type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }],
      pair: [],
      special_tokens: { '<s>': { id: '<s>', ids: [1], tokens: ['<s>'] } },
    },
    decoder: null,
    model: { type: 'Unigram', unk_id: 0, vocab: pieces },
  };
}
