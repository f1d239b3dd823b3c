import type { Environment, parse } from '@huggingface/jinja';
import type { ChatTemplate, Example } from './format.ts';
import { LAST_MILLISECOND } from './isoTime.ts';
import { jinja } from './jinja.ts';
import { strftime } from './templateDate.ts';
import { disarmFor } from './templateTokens.ts';
import { toolMessage } from './toolMessages.ts';
import { definitionList } from './toolValues.ts';

/** What a template makes of an example: its text, or why there is none. */
export type Rendered =
  | { readonly text: string }
  /** `raised`: the template itself refuses the example, by `raise_exception`; `failed`: it does what cannot be done. */
  | { readonly problem: 'raised' | 'failed'; readonly error: unknown };

/** Thrown by `raise_exception` of a template; what it says may hold a user's text, and is kept nowhere. */
class Raised extends Error {}

/** As jinja's sandbox has it (MAX_RANGE): a template must not fill the memory. */
const MAX_RANGE = 100_000;

let compiled: { readonly key: string; readonly template: CompiledTemplate } | undefined;

/**
 * The template, ready to render; it is kept for the next task of a run.
 * @throws Error when it is no Jinja, or uses what chat templates do not have
 */
export function compile(template: ChatTemplate): CompiledTemplate {
  const key = JSON.stringify(template);
  if (compiled?.key !== key) compiled = { key, template: new CompiledTemplate(template) };
  return compiled.template;
}

/**
 * About where the mistake of a template is that is none: the library does not say, so it is the first line with which the
 * beginning of the text has the mistake of the whole.
 * @returns from 1
 */
export function lineOfMistake(template: string): number {
  const mistake = mistakeIn(template);
  const lines = template.split('\n');
  const found = lines.findIndex((_, line) => mistakeIn(lines.slice(0, line + 1).join('\n')) === mistake);
  return found === -1 ? lines.length : found + 1;
}

function mistakeIn(template: string): string | undefined {
  try {
    parseTemplate(template);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** As transformers sets up Jinja (utils/chat_template_utils.py): both options on. */
function parseTemplate(template: string): ReturnType<typeof parse> {
  const { parse, tokenize } = jinja();
  return parse(tokenize(template, { lstrip_blocks: true, trim_blocks: true }));
}

/** A template that is parsed once and rendered for each example. */
class CompiledTemplate {
  readonly #program: ReturnType<typeof parse>;
  readonly #template: ChatTemplate;
  readonly #disarm: ReturnType<typeof disarmFor>;

  constructor(template: ChatTemplate) {
    this.#program = parseTemplate(template.template);
    this.#template = template;
    this.#disarm = disarmFor(template.template, [template.bos_token, template.eos_token]);
  }

  /** With the variables that transformers gives, and the conversation's time for that of now. */
  render({ messages, tools, timestamp }: Pick<Example, 'messages' | 'tools' | 'timestamp'>): Rendered {
    const { Environment, Interpreter } = jinja();
    const environment = new Environment();
    setGlobals(environment, timestamp);
    const { bos_token, eos_token } = this.#template;
    const variables = { messages: this.#messages(messages), bos_token, eos_token, add_generation_prompt: false };
    for (const [name, value] of Object.entries(variables)) environment.set(name, value);
    environment.set('tools', tools === undefined ? null : definitionList(tools));
    try {
      const { value } = new Interpreter(environment).run(this.#program);
      return { text: String(value).toWellFormed() };
    } catch (error) {
      return { problem: error instanceof Raised ? 'raised' : 'failed', error };
    }
  }

  #messages(messages: Example['messages']): object[] {
    return messages.map((message) => {
      const { role, content, tool_calls } = message;
      const harmless = {
        ...message,
        content: this.#disarm(content, role),
        ...(tool_calls !== undefined && {
          tool_calls: tool_calls.map((call) => ({ ...call, arguments: this.#disarm(call.arguments, role) })),
        }),
      };
      return toolMessage(harmless, NATIVE);
    });
  }
}

/** Templates take the arguments of a call for an object (docs/source/en/chat_extras.md of transformers). */
const NATIVE = { tool_keys: 'native', tool_arguments: 'object' } as const;

/** What Jinja and transformers define for every template. Without a time there is no `strftime_now`: templates ask for it. */
function setGlobals(environment: Environment, time: number | undefined): void {
  for (const [name, value] of CONSTANTS) environment.set(name, value);
  environment.set('raise_exception', raise);
  environment.set('range', range);
  if (time !== undefined && Math.abs(time) <= LAST_MILLISECOND)
    environment.set('strftime_now', (format: unknown) => strftime(time, String(format)));
}

const CONSTANTS = [
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
] as const;

function raise(): never {
  throw new Raised('the template refuses the example');
}

function range(first: unknown, second?: unknown, third?: unknown): number[] {
  const [start, end] = typeof second === 'number' ? [Number(first), second] : [0, Number(first)];
  const step = typeof third === 'number' && third !== 0 ? third : 1;
  const length = Math.max(0, Math.ceil((end - start) / step));
  if (!(length <= MAX_RANGE)) throw new RangeError('a range of a template is too long');
  return Array.from({ length }, (_, place) => start + place * step);
}
