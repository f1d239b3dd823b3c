/** `<|…|>` as ChatML, Llama 3, Phi, Command R write control tokens, and `<｜…｜>` with full-width bars as DeepSeek does. */
const CONTROL_TOKEN = /<[|｜]([^\s<>|｜]{1,64})[|｜]>/g;

/** What every control token of that kind begins with. */
const BEGINNING = /<[|｜]/;

/**
 * Takes the bars out of control tokens in what people wrote: `<|im_end|>` becomes `<im_end>`. A tokenizer reads the
 * literal token as control (transformers#29279) and plain text has no way to escape it. What is left stays readable
 * and can be brought back where it matters; no new token can come of it, as a name holds neither bar nor bracket.
 */
export function disarm(content: string): string {
  return BEGINNING.test(content) ? content.replace(CONTROL_TOKEN, '<$1>') : content;
}

/** Control tokens that look like markup, of Llama 2, Mistral (tokenizer_config.json of each) and Gemma. */
const MARKUP_TOKENS = [
  ...['<s>', '</s>', '<<SYS>>', '<</SYS>>', '[INST]', '[/INST]', '[SYSTEM_PROMPT]', '[/SYSTEM_PROMPT]'],
  ...['[AVAILABLE_TOOLS]', '[/AVAILABLE_TOOLS]', '[TOOL_CALLS]', '[TOOL_RESULTS]', '[/TOOL_RESULTS]'],
  ...['<bos>', '<eos>', '<start_of_turn>', '<end_of_turn>'],
];

const BRACKETS = /^[<[]+(.*?)[>\]]+$/;

/**
 * The same for text of a template: also those tokens that look like markup which the template, or its tokenizer, has. Of them
 * the brackets become round (`[INST]` to `(INST)`), so that no new token can come of it either.
 */
export function disarmFor(template: string, ownTokens: readonly string[]): (content: string) => string {
  const own = ownTokens.filter((token) => BRACKETS.test(token));
  const tokens = new Set([...MARKUP_TOKENS.filter((token) => template.includes(token)), ...own]);
  if (tokens.size === 0) return disarm;
  const literal = [...tokens].sort((one, other) => other.length - one.length).map(escaped);
  const pattern = new RegExp(literal.join('|'), 'g');
  return (content) => disarm(content).replace(pattern, (token) => token.replace(BRACKETS, '($1)'));
}

function escaped(token: string): string {
  return token.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
