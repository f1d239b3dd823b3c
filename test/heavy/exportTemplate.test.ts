import { expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import { exportReport } from '../commands/contracts.ts';
import { exchange, exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

const LOG = 'data/training_logs/conversations_2026-01-01.jsonl';
const CONFIG = 'config/fine_tuning_config.yaml';
const TEMPLATE = '{% for message in messages %}[{{ message.role }}]{{ message.content }}{{ eos_token }}{% endfor %}\n';
const named = (file: string) => `export:\n  chat_template: ${file}\n`;

function folderWith(files: Readonly<Record<string, string>>): Workdir {
  return new Workdir().write({ [LOG]: exchanges(0, 6), ...files });
}

async function firstRow(folder: Workdir): Promise<string> {
  const { code, stdout, stderr } = await folder.run(['export', '--format', 'text', '-o', '-']);
  expect({ code, stderr: stderr.includes('curate:') }).toEqual({ code: 0, stderr: false });
  return JSON.parse(stdout.split('\n')[0] ?? '').text;
}

const { user_message, assistant_message } = exchange(0);

test('a template of a file beside the config, with the tokens of the tokenizer beside it', async () => {
  const folder = folderWith({
    [CONFIG]: named('model/chat_template.jinja'),
    'config/model/chat_template.jinja': TEMPLATE,
    'config/model/tokenizer_config.json': JSON.stringify({ bos_token: null, eos_token: { content: '<END>' } }),
  });
  expect(await firstRow(folder)).toBe(`[user]${user_message}<END>[assistant]${assistant_message}<END>`);
});

test.each([
  ['its template', TEMPLATE],
  [
    'the default of several',
    [
      { name: 'tool_use', template: 'no' },
      { name: 'default', template: TEMPLATE },
    ],
  ],
])('a tokenizer_config.json: %s', async (_, chat_template) => {
  const folder = folderWith({
    [CONFIG]: named('tokenizer_config.json'),
    'config/tokenizer_config.json': JSON.stringify({ chat_template, eos_token: '</s>' }),
  });
  expect(await firstRow(folder)).toBe(`[user]${user_message}</s>[assistant]${assistant_message}</s>`);
});

test('what the template refuses is dropped for that reason', async () => {
  const folder = folderWith({
    [CONFIG]: named('a.jinja'),
    'config/a.jinja': `{% if messages[0].role == 'system' %}{{ raise_exception('no ' + messages[0].content) }}{% endif %}${TEMPLATE}`,
    'data/training_logs/conversations_2026-01-02.jsonl': `${JSON.stringify({
      example_id: 'with-system',
      messages: [
        { role: 'system', content: 'You are the helper of a made-up shop.' },
        { role: 'user', content: 'How many ways lead from the harbour to the market?' },
        {
          role: 'assistant',
          content: 'Three ways lead there: along the river, over the bridge, and through the forest.',
        },
      ],
    })}\n`,
  });
  const { stdout, stderr } = await folder.run(['export', '--format', 'text', '--json']);
  expect(exportReport.parse(JSON.parse(stdout)).dropped.by_reason).toEqual({ 'format.template_refuses': 1 });
  expect(stdout + stderr).not.toContain('made-up shop');
});

test.each([
  [
    'a file that is not there',
    'none.jinja',
    {},
    /fine_tuning_config\.yaml:2: export\.chat_template: there is no file .*none\.jinja/,
  ],
  [
    'a mistake in its syntax',
    'a.jinja',
    { 'config/a.jinja': 'ok\n{% for m in messages %}\n{{ m. }}\n{% endfor %}\n' },
    /a\.jinja:3: this is no Jinja template/,
  ],
  [
    'what templates do not have',
    'a.jinja',
    { 'config/a.jinja': '{{ messages | nonsense }}' },
    /a\.jinja: the template fails on a question and its answer: .*nonsense/,
  ],
  [
    'one that writes nothing of what was said',
    'a.jinja',
    { 'config/a.jinja': '{{ conversation }}{{ messages[0].content }}' },
    /a\.jinja: what the template makes of a question and its answer is without the answer; name the chat template/,
  ],
  [
    'a tokenizer without a template',
    'a.json',
    { 'config/a.json': '{}' },
    /a\.json has no `chat_template`; name the \.jinja file/,
  ],
  ['a tokenizer that is no JSON', 'a.json', { 'config/a.json': '{' }, /a\.json is not valid JSON/],
  [
    'several templates without a default',
    'a.json',
    { 'config/a.json': '{"chat_template":[{"name":"a","template":""},{"name":"b","template":""}]}' },
    /none of the name `default`/,
  ],
])('%s is told by file and line, by export and by check', async (_, file, files, sentence) => {
  const folder = folderWith({ [CONFIG]: `${named(file)}  format: text\n`, ...files });
  const exported = await folder.run(['export']);
  expect({ code: exported.code, stdout: exported.stdout }).toEqual({ code: 2, stdout: '' });
  expect(exported.stderr).toMatch(sentence);
  expect(folder.list('data/curated')).toEqual([]);
  const checked = await folder.run(['check']);
  expect(checked.code).toBe(1);
  expect(checked.stdout.replace(/\s+/g, ' ')).toMatch(sentence);
});

test('without a template the format says what it needs, and `all` goes without it', async () => {
  const folder = folderWith({});
  const asked = await folder.run(['export', '--format', 'text']);
  expect(asked.code).toBe(2);
  expect(asked.stderr).toContain('needs a chat template: let `export.chat_template` in the config name');
  const all = await folder.run(['export', '--format', 'all', '--json']);
  expect(all.stderr).toContain(
    'note: the format text is left out, because `export.chat_template` names no chat template.',
  );
  const formats: { format: string }[] = JSON.parse(all.stdout).formats;
  const written = formats.map(({ format }) => format);
  const conversations = FORMATS.filter(({ kind }) => kind === 'conversations').map(({ name }) => name);
  expect(written).not.toContain('text');
  expect(written).toEqual(expect.arrayContaining(conversations.filter((name) => name !== 'text')));
});

test('other names of a format mean the same', async () => {
  const folder = folderWith({});
  const { stdout } = await folder.run(['export', '--format', 'openai,chatml', '--json']);
  expect(JSON.parse(stdout).format).toBe('chatml');
});
