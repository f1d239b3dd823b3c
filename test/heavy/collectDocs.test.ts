import { mkdirSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Workdir } from '../commands/workdir.ts';
import { blocksOf, root, textOf } from '../docs/project.ts';

const page = textOf('docs/collect.md');

test('the examples of docs/collect.md do what it says', async () => {
  const folder = new Workdir();
  mkdirSync(`${folder.path}/node_modules`);
  symlinkSync(root, `${folder.path}/node_modules/curate`);
  const [library = '', uncaught = ''] = blocksOf(page, 'js');
  const exchange = "const exchange = { user_message: 'a', assistant_message: '' };\n";
  folder.write({
    'chatbot.mjs': library.replace('await collector.close', `${exchange}${uncaught}\nawait collector.close`),
  });
  const chatbot = await folder.shell('node chatbot.mjs');
  expect(chatbot).toMatchObject({ code: 0, stdout: '' });
  expect(chatbot.stderr.trim()).toBe(
    'The conversation cannot be stored: assistant_message: the assistant says nothing.',
  );

  const [shell = ''] = blocksOf(page, 'sh');
  const { code, stdout, stderr } = await folder.shell(`set -e; curate() { $CURATE "$@"; }; ${shell}`);
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('1 of 2 lines were refused') });
  const [object = ''] = blocksOf(page, 'json');
  expect(stdout).toContain(`chat-1\nchat-1\nchat-2\n${object}some were refused\n`);
  const stats = JSON.parse((await folder.run(['stats', '--json'])).stdout);
  expect(stats).toMatchObject({ records: 3, users: 1, feedback: { rated: 3 } });
});
