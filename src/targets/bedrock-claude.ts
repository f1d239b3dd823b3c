import {
  ALTERNATING,
  ENDS_WITH_ANSWER,
  maxCharacters,
  NO_EMPTY_TEXT,
  NO_TOOLS,
  ONE_SYSTEM,
  reservedWords,
  ruled,
  STARTS_WITH_USER,
} from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

/** The validator of AWS counts three characters a token. */
const MAX_TOKENS = 32_000;
const CHARACTERS_A_TOKEN = 3;

const bedrockClaude: Target = {
  name: 'bedrock-claude',
  title: 'Claude on Amazon Bedrock',
  summary: 'fine-tuning of Claude 3 Haiku on Amazon Bedrock',
  sources: [
    {
      at: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html',
      tells: 'the shape of a row, no other keys; words kept by the service',
      tried: false,
    },
    {
      at: 'github.com/aws-samples/amazon-bedrock-samples custom-models/bedrock-fine-tuning/claude-haiku',
      tells:
        '32 to 10,000 rows, 32 to 1,000 for validation, 10,000 in all, 32,000 tokens at three characters each, turns',
      tried: true,
    },
  ],
  formats: ['bedrock-claude'],
  containers: ['jsonl'],
  gzip: false,
  files: OUR_NAMES,
  byte_order_mark: false,
  options: {},
  limits: { min_train: 32, max_train: 10_000, min_val: 32, max_val: 1_000, max_total: 10_000, max_tokens: MAX_TOKENS },
  masked_turns: 'has no mark for a turn; every answer is learned',
  ...ruled(
    NO_TOOLS,
    ONE_SYSTEM,
    STARTS_WITH_USER,
    ALTERNATING,
    ENDS_WITH_ANSWER,
    NO_EMPTY_TEXT,
    reservedWords(/\n(?:Human|Assistant):/, '`Human:` and `Assistant:` at the beginning of a line'),
    maxCharacters(
      MAX_TOKENS * CHARACTERS_A_TOKEN,
      'the example has more than 96,000 characters, which count as 32,000 tokens',
    ),
  ),
  beside: () => ({}),
};

export default bedrockClaude;
