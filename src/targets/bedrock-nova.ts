import {
  ALTERNATING,
  ENDS_WITH_ANSWER,
  NO_EMPTY_TEXT,
  NO_TOOLS,
  ONE_SYSTEM,
  reservedWords,
  ruled,
  STARTS_WITH_USER,
} from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

const bedrockNova: Target = {
  name: 'bedrock-nova',
  title: 'Amazon Nova',
  summary: 'fine-tuning of Amazon Nova, and of Llama 3.2, on Amazon Bedrock',
  sources: [
    {
      at: 'https://docs.aws.amazon.com/nova/latest/userguide/fine-tune-prepare-data-understanding.html',
      tells: 'turns, names of files, and the words that make a job fail',
      tried: false,
    },
    {
      at: 'https://docs.aws.amazon.com/bedrock/latest/userguide/nova-2-sft-data-prep.html',
      tells: 'tools are no part of supervised tuning',
      tried: false,
    },
    {
      at: 'github.com/aws-samples/amazon-nova-samples customization/bedrock-finetuning/understanding/dataset_validation',
      tells: '8 to 20,000 rows (200 for Nova 2 Lite), no empty text, the words found in any case and inside of others',
      tried: true,
    },
  ],
  formats: ['bedrock-converse'],
  containers: ['jsonl'],
  gzip: false,
  files: OUR_NAMES,
  byte_order_mark: false,
  options: {},
  limits: { min_train: 8, max_train: 20_000 },
  masked_turns: 'has no mark for a turn; every answer is learned',
  ...ruled(
    NO_TOOLS,
    ONE_SYSTEM,
    STARTS_WITH_USER,
    ALTERNATING,
    ENDS_WITH_ANSWER,
    NO_EMPTY_TEXT,
    // The newest validator looks in every text, also inside of words: "operating system: …" is refused.
    reservedWords(
      /user:|bot:|assistant:|system:|<image>|<video>|\[eos\]/i,
      '`User:`, `Bot:`, `Assistant:`, `System:`, `<image>`, `<video>` and `[EOS]`, in any case and inside of other words',
    ),
  ),
  beside: () => ({}),
};

export default bedrockNova;
