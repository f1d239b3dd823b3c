import {
  ENDS_WITH_ANSWER,
  NO_EMPTY_TEXT,
  NO_TOOLS,
  ONE_MESSAGE_ANSWERS,
  ruled,
  STARTS_WITH_USER,
  within,
} from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

const gemini: Target = {
  name: 'gemini',
  title: 'Gemini on Vertex AI',
  summary: 'supervised and preference tuning of Gemini on Vertex AI',
  sources: [
    {
      at: 'https://cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-supervised-tuning-prepare',
      tells: 'the shape of a row; 100 examples advised',
      tried: false,
    },
    {
      at: 'https://cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-supervised-tuning-about',
      tells: '131,072 tokens an example, 1 GB a file, 10 million examples, 5,000 for validation; some models take less',
      tried: false,
    },
    {
      at: 'https://cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-preference-tuning-prepare',
      tells: 'one answer with score 1 and one with 0, text alone; thumbs up and down named as a source',
      tried: false,
    },
  ],
  formats: ['gemini', 'gemini-preference'],
  containers: ['jsonl'],
  gzip: false,
  files: OUR_NAMES,
  byte_order_mark: false,
  options: {},
  limits: { max_train: 10_000_000, max_val: 5_000, max_bytes: 1_000_000_000, max_tokens: 131_072 },
  masked_turns: 'has no mark for a turn; every answer is learned',
  ...ruled(
    STARTS_WITH_USER,
    ENDS_WITH_ANSWER,
    NO_EMPTY_TEXT,
    within(['gemini-preference'], NO_TOOLS),
    within(['gemini-preference'], ONE_MESSAGE_ANSWERS),
  ),
  beside: () => ({}),
};

export default gemini;
