import { z } from 'zod';
import { CurateError } from '../errors.ts';
import { compile } from './chatTemplate.ts';
import type { ConversationFormat } from './format.ts';
import { jsonText } from './jsonText.ts';

const text: ConversationFormat = {
  name: 'text',
  kind: 'conversations',
  summary: '{"text"} as the chat template of your model writes it (`export.chat_template`)',
  extension: 'jsonl',
  reasons: {
    template_refuses: 'the chat template refuses it: roles must alternate, no system message, or the like',
    template_fails: 'the chat template cannot be carried out for it',
    template_writes_nothing: 'the chat template makes an empty text of it',
  },
  schema: z.strictObject({ text: z.string().min(1) }),
  refuses: () => undefined,
  open(_shape, { chat_template }) {
    if (chat_template === undefined) throw new CurateError(NO_TEMPLATE);
    const template = compile(chat_template);
    return {
      columns: [{ name: 'text', type: 'string' }],
      rows(example) {
        if (example.messages.length === 0) return [];
        const rendered = template.render(example);
        if ('problem' in rendered) return { refused: REASONS[rendered.problem] };
        return rendered.text === '' ? { refused: 'template_writes_nothing' } : [jsonText({ text: rendered.text })];
      },
    };
  },
  /** Who said what cannot be told without the template: all of it is one text that is learned. */
  read({ text: learned }) {
    if (typeof learned !== 'string' || learned === '') return undefined;
    return { messages: [{ role: 'assistant', content: learned, index: 0 }] };
  },
};

export default text;

/** What to do where a template is asked for and there is none. */
export const NO_TEMPLATE =
  'The format text needs a chat template: let `export.chat_template` in the config name a .jinja file or a tokenizer_config.json.';

const REASONS = { raised: 'template_refuses', failed: 'template_fails' } as const;
