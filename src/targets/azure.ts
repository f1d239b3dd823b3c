import openai from './openai.ts';
import type { Target } from './target.ts';

/** Azure reads OpenAI's rows, in files of its own kind. */
const azure: Target = {
  ...openai,
  name: 'azure',
  title: 'Azure OpenAI',
  summary: 'Azure OpenAI: OpenAI’s rows, in files that begin with a byte-order mark',
  sources: [
    {
      at: 'https://learn.microsoft.com/azure/ai-services/openai/how-to/fine-tuning',
      tells: 'UTF-8 with a byte-order mark, less than 512 MB, at least 10 examples, weight 0 or 1',
      tried: false,
    },
    ...openai.sources.filter(({ at }) => at.startsWith('github.com/')),
  ],
  byte_order_mark: true,
};

export default azure;
