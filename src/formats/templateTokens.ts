import { disarmControlTokens } from '../measures/controlTokens/find.ts';
import { CONTROL_TOKENS } from '../measures/controlTokens/table.ts';
import type { Role } from '../pipeline/conversation.ts';

/** What a model writes itself, for thoughts and calls, as the stage `control_tokens` has it by default: it is to learn them. */
const OWN_MARKS: ReadonlySet<string> = new Set([
  ...['<think>', '</think>', '[THINK]', '[/THINK]', '<tool_call>', '</tool_call>'],
]);

/**
 * Takes the force from control tokens of a template in what people wrote, even where the stage `control_tokens` was left out,
 * since the text has no way to escape them: all between bars, and of the others those that the template or its tokenizer has, as `<s>` is markup to most.
 */
export function disarmFor(template: string, ownTokens: readonly string[]): (content: string, role: Role) => string {
  const known = Object.values(CONTROL_TOKENS).flat();
  const harmless = known.filter((token) => !template.includes(token) && !ownTokens.includes(token));
  const kept = new Set(harmless);
  const keptInAnswers = new Set([...harmless, ...OWN_MARKS]);
  return (content, role) =>
    ownTokens.reduce(withoutToken, disarmControlTokens(content, role === 'assistant' ? keptInAnswers : kept));
}

/** A tokenizer's own tokens may be none that are known; they are disarmed as those are, by a space behind their first sign. */
function withoutToken(content: string, token: string): string {
  return token.length < 2 ? content : content.replaceAll(token, `${token.slice(0, 1)} ${token.slice(1)}`);
}
