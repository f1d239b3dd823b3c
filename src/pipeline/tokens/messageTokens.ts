import type { TokenCounter } from '../../measures/tokenCounter.ts';
import type { Conversation, Message } from '../conversation.ts';

/**
 * What a chat template puts around a message, in tokens. ChatML: `<|im_start|>`, the role, a line end, `<|im_end|>`, a line
 * end (Qwen's templates; openai-python's chatml.md); Llama 3 and Gemma need five as well. OpenAI's cookbook (How to count
 * tokens with tiktoken) counts three and the role.
 */
export const TOKENS_AROUND_MESSAGE = 5;

/** And around all of them: the beginning of the text (Llama 3, Gemma). ChatML has none; the cookbook counts three, for the beginning of the next answer. */
export const TOKENS_AROUND_EXAMPLE = 1;

/**
 * Counts what a trainer will read of messages: their text and the control tokens of a template around it. A message that
 * was counted once is known, so that a stage and the survey do not count it twice.
 */
export class MessageTokens {
  readonly #count: TokenCounter;
  readonly #known = new WeakMap<Message, number>();
  #lastTools: string | undefined;
  #tokensOfTools = 0;

  constructor(count: TokenCounter) {
    this.#count = count;
  }

  /** Its text, and names and arguments of the tools that it calls. */
  ofMessage(message: Message): number {
    const known = this.#known.get(message);
    if (known !== undefined) return known;
    let tokens = TOKENS_AROUND_MESSAGE + this.#count(message.content);
    for (const call of message.tool_calls ?? []) tokens += this.#count(call.name) + this.#count(call.arguments);
    this.#known.set(message, tokens);
    return tokens;
  }

  ofMessages(messages: readonly Message[]): number {
    return messages.reduce((sum, message) => sum + this.ofMessage(message), 0);
  }

  ofConversation({ messages, tools }: Pick<Conversation, 'messages' | 'tools'>): number {
    return TOKENS_AROUND_EXAMPLE + this.#ofTools(tools) + this.ofMessages(messages);
  }

  /** What is said once, however many exchanges there are: the system message, and the definitions of tools. */
  ofPreamble({ messages: [first], tools }: Pick<Conversation, 'messages' | 'tools'>): number {
    return this.#ofTools(tools) + (first?.role === 'system' ? this.ofMessage(first) : 0);
  }

  /** Templates put them into a system message, as JSON. Most records of a log have the same, so the last are known. */
  #ofTools(tools: string | undefined): number {
    if (tools === undefined) return 0;
    if (tools !== this.#lastTools) {
      this.#lastTools = tools;
      this.#tokensOfTools = TOKENS_AROUND_MESSAGE + this.#count(tools);
    }
    return this.#tokensOfTools;
  }
}
