import { expect, test } from 'vitest';
import { blocksOf, textOf } from './project.ts';

test('what the page on Python shows of the examples stands in them', () => {
  const code = ['chatbot_fastapi', 'chatbot_streamlit'].map((name) => textOf(`examples/python/${name}.py`)).join('\n');
  const shown = blocksOf(textOf('docs/python.md'), 'python').filter((block) => /^(@|def )/.test(block));
  expect(shown).toHaveLength(2);
  for (const block of shown) expect(code).toContain(block);
});
