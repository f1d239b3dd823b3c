import type { Config } from '../../config/config.ts';
import { CurateError } from '../../errors.ts';
import { DEFAULT_OPTIONS, type Format, type FormatOptions } from '../../formats/format.ts';
import { FORMATS, formatNamed } from '../../formats/index.ts';
import text, { NO_TEMPLATE } from '../../formats/text.ts';
import type { Project } from '../project.ts';
import { readChatTemplate } from './chatTemplateFile.ts';

/**
 * The formats of these names, each once; `all` are those for which the config says all that they need.
 * @throws CurateError for a name that no format has
 */
export function formatsAsked(names: string | readonly string[], { export: { chat_template } }: Config): Format[] {
  const list = typeof names === 'string' ? names.split(',').map((name) => name.trim()) : names;
  if (!list.includes('all')) return [...new Set(list.map(formatNamed))];
  return FORMATS.filter((format) => format !== text || chat_template !== null);
}

/**
 * What the config says of how rows look.
 * @throws CurateError when one of the formats needs a chat template, and there is none or it cannot be used
 */
export function optionsFor(formats: readonly Format[], project: Project): FormatOptions {
  const { several_turns, system_messages, tool_messages, escape_formulas } = project.config.export;
  const chat_template = formats.includes(text) ? readChatTemplate(project) : undefined;
  if (formats.includes(text) && chat_template === undefined) throw new CurateError(NO_TEMPLATE);
  return { ...DEFAULT_OPTIONS, several_turns, system_messages, tool_messages, escape_formulas, chat_template };
}
