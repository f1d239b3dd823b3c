/** Formats to choose from, as people look for them; `test/dashboard/formats.test.ts` holds them against those that there are. */
export const FORMAT_GROUPS: readonly { readonly name: string; readonly formats: readonly string[] }[] = [
  { name: 'Conversations', formats: ['chatml', 'chatml-text', 'text', 'sharegpt', 'json', 'csv'] },
  {
    name: 'Questions and answers',
    formats: ['prompt-completion-messages', 'prompt-completion', 'input-output', 'alpaca', 'instruction'],
  },
  { name: 'Of one vendor', formats: ['mistral', 'gemini', 'bedrock-converse', 'bedrock-claude'] },
  {
    name: 'Ratings and corrections',
    formats: ['kto', 'preference', 'reward', 'openai-preference', 'gemini-preference', 'nemo-preference'],
  },
];
