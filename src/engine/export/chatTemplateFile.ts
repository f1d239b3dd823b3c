import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { configError } from '../../config/problems.ts';
import { configSource } from '../../config/source.ts';
import { CurateError } from '../../errors.ts';
import { compile, lineOfMistake } from '../../formats/chatTemplate.ts';
import type { ChatTemplate } from '../../formats/format.ts';
import type { Project } from '../project.ts';
import { templateIn, tokensOf } from './tokenizerConfig.ts';

const KEY = ['export', 'chat_template'] as const;

/** What a folder of a model on the hub calls its tokenizer's settings. */
const TOKENIZER_CONFIG = 'tokenizer_config.json';

/**
 * The template that `export.chat_template` names, tried on a question and an answer; nothing where it names none. A path is
 * relative to the config's folder. The tokens of a `.jinja` file are those of a `tokenizer_config.json` beside it.
 * @throws CurateError when it cannot be read, is no template, uses what templates do not have, or writes no answers
 */
export function readChatTemplate({ config, configFile }: Project): ChatTemplate | undefined {
  const named = config.export.chat_template;
  if (named === null) return undefined;
  const path = resolve(dirname(configFile ?? '.'), named);
  const refuse = (what: string): CurateError =>
    configError([{ path: KEY, what }], configFile ?? 'the config', configSource(configFile)?.text);
  if (!existsSync(path)) throw refuse(`there is no file ${path}; a path is relative to the folder of the config.`);
  const text = textOf(path, refuse);
  const template = path.endsWith('.json')
    ? templateIn(text, (what) => refuse(`${basename(path)} ${what}`))
    : { template: text, ...tokensBeside(path, refuse) };
  check(template, path);
  return template;
}

function textOf(path: string, refuse: (what: string) => CurateError): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'not UTF-8';
    throw refuse(`${path} cannot be read (${code}).`);
  }
}

function tokensBeside(path: string, refuse: (what: string) => CurateError): Omit<ChatTemplate, 'template'> {
  const beside = join(dirname(path), TOKENIZER_CONFIG);
  if (!existsSync(beside)) return { bos_token: '', eos_token: '' };
  return tokensOf(textOf(beside, refuse), (what) => refuse(`${TOKENIZER_CONFIG} beside it ${what}`));
}

const ANSWER = 'Answer.';

const TRIAL = {
  timestamp: 0,
  messages: [
    { role: 'user', content: 'Question?', index: 0 },
    { role: 'assistant', content: ANSWER, index: 1 },
  ],
} as const;

/** What the library says of a mistake tells of the template alone, so it may be shown. */
function check(template: ChatTemplate, path: string): void {
  try {
    const rendered = compile(template).render(TRIAL);
    if ('text' in rendered) {
      if (rendered.text.includes(ANSWER)) return;
      throw new CurateError(
        `${path}: what the template makes of a question and its answer is without the answer; name the chat template that comes with your model.`,
      );
    }
    if (rendered.problem === 'raised') return;
    throw new CurateError(`${path}: the template fails on a question and its answer: ${messageOf(rendered.error)}`);
  } catch (error) {
    if (error instanceof CurateError) throw error;
    const place = path.endsWith('.json') ? path : `${path}:${lineOfMistake(template.template)}`;
    throw new CurateError(`${place}: this is no Jinja template as chat templates are: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : 'unknown error';
  return message.endsWith('.') ? message : `${message}.`;
}
