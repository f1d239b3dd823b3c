import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/load.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { blocksOf, curate, node, projectWith, root, sample, textOf } from './project.ts';

const readme = textOf('README.md');

/** A few days are enough to see that a command works; numbers and pictures are those of the whole sample. */
const fewDays = projectWith(readdirSync(sample).filter((name) => /_2026-10-2[01]|^feedback/.test(name)));
const whole = projectWith(readdirSync(sample));

/** Every `curate …` that the README's blocks tell people to type, as they stand there. */
const commands = [...blocksOf(readme, 'sh'), ...blocksOf(readme, 'cron')]
  .flatMap((block) => block.split('\n'))
  .flatMap((line) => /(?:^|&& |" )(?:npx )?(curate .+?)\s*(?:#.*)?$/.exec(line)?.[1] ?? []);

/** As a shell reads them: what stands in single quotes is one. */
function wordsOf(command: string): string[] {
  return (command.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));
}

test('the README shows every command', () => {
  const shown = new Set(commands.map((command) => command.split(' ')[1]));
  expect([...shown].sort()).toEqual([
    ...[
      'cache',
      'check',
      'clusters',
      'diff',
      'explain',
      'export',
      'feedback',
      'forget',
      'gaps',
      'import',
      'init',
      'log',
      'progress',
      'prune',
      'recipe',
      'report',
      'sample',
      'scan',
      'serve',
      'stages',
      'stats',
      'targets',
      'validate',
    ],
  ]);
});

/** What `curate import` is shown with; its chats are too old for `curate prune` to pass over. */
const imported = projectWith([]);
cpSync(join(root, 'test/importers/fixtures/chatgpt/conversations.json'), join(imported, 'conversations.json'));

// `curate serve` ends when it is told to: `test/commands/serve.test.ts`.
test.each([...new Set(commands)].filter((command) => command !== 'curate serve'))('%s', async (command) => {
  const { code, stdout, stderr } = await curate(
    wordsOf(command).slice(1),
    command.startsWith('curate import') ? imported : fewDays,
  );
  expect(stderr).not.toMatch(/error:|at file:/);
  // The sample is smaller than the 50,000 that the gate asks for.
  expect(code, stderr).toBe(command.includes('--require') ? 1 : 0);
  if (command.includes('--quiet')) expect(stdout + stderr).toBe('');
  else expect(stdout).not.toBe('');
});

test('the README’s picture says what an export says', async () => {
  const { stdout } = await curate(['export', '--format', 'chatml', '--json', '--quiet'], whole);
  const { kept, splits, dropped } = JSON.parse(stdout);
  const alternative =
    /!\[What the export prints: ([\d,]+) examples, split ([\d,]+) to ([\d,]+) to ([\d,]+), .* other ([\d,]+)/
      .exec(readme)
      ?.slice(1)
      .map((number) => Number(number.replace(',', '')));
  expect(alternative).toEqual([kept, splits.train, splits.val, splits.test, dropped.total]);
});

/** In the pictures text is cut at gaps; its words are all there, in order. */
test.each(['export', 'stats', 'explain', 'scan'])('the picture of `curate %s` is that of the sample', async (name) => {
  const svg = readFileSync(join(root, 'docs/images', `${name}.svg`), 'utf8');
  const title = /<title>npx curate (.*)<\/title>/.exec(svg)?.[1] ?? '';
  const { stdout } = await curate(title.split(' '), whole);
  const drawn = [...svg.matchAll(/<text [^>]*textLength[^>]*>([^<]*)</g)].map(([, text = '']) => text).join(' ');
  const plain = drawn.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const printed = stdout.replace(/\n[\d.]+ m?s\n$/, '').replaceAll(`${whole}/`, '');
  expect(plain.split(/\s+/).join(' ')).toBe(
    printed
      .replaceAll(/[\u2580-\u2593]/g, ' ')
      .trim()
      .split(/\s+/)
      .join(' '),
  );
});

test('the minimal log and its feedback become an example', async () => {
  const [conversation = '', feedback = ''] = blocksOf(readme, 'json');
  const project = projectWith([]);
  await curate(['init'], project);
  writeFileSync(join(project, 'data/training_logs/conversations_2026-09-30.jsonl'), conversation);
  writeFileSync(join(project, 'data/training_logs/feedback_2026-09.jsonl'), feedback);
  const { stdout } = await curate(['export', '--json', '--quiet'], project);
  expect(JSON.parse(stdout)).toMatchObject({ records: 1, kept: 1, feedback: { entries: 1, joined: 1 } });
});

test('the config example is one', () => {
  const [example = ''] = blocksOf(readme, 'yaml');
  const config = readConfig(example, 'README.md', { formats: FORMATS.map(({ name }) => name) });
  expect(config).toMatchObject({ conversation: { unit: 'session' }, feedback: { min_stars: 3.5, unrated: 'keep' } });
});

test('the library example runs', async () => {
  const example = blocksOf(readme, 'js').find((block) => block.includes('openProject')) ?? '';
  const { stdout, stderr } = await node(['--input-type=module', '--eval', example], root);
  expect(stderr).toBe('');
  const said = /On the sample this prints `(\d+)`/.exec(readme)?.[1];
  expect(stdout).toMatch(new RegExp(`^${said} \\{`));
  expect(stdout.match(/\.\w+': \d/g)).toHaveLength(10);
});

test('the example of a chatbot stores an exchange and what was said of it', async () => {
  const example = blocksOf(readme, 'js').find((block) => block.includes('openCollector')) ?? '';
  const project = projectWith([]);
  const from = `'${pathToFileURL(join(root, 'dist/index.js')).href}'`;
  const { stderr } = await node(['--input-type=module', '--eval', example.replace("'curate'", from)], project);
  expect(stderr).toBe('');
  const { stdout } = await curate(['stats', '--json', '--quiet'], project);
  expect(JSON.parse(stdout)).toMatchObject({ records: 1, feedback: { entries: 1, joined: 1, mean_stars: 5 } });
});
