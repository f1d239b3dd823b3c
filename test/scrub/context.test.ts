import { expect, test } from 'vitest';
import { contextOf } from '../../src/pipeline/scrub/context.ts';

const hasContext = contextOf(['lic(?:ence)?', 'pass']);

test.each<[string, boolean]>([
  ['licence: «1»', true],
  ['LIC_«1»', true],
  ['public «1»', false],
  ['licences «1»', false],
  ['«1» is my licence', true],
  ['«1» is public', false],
  ['licence\n«1»', true],
  ['licence\n\n«1»', false],
  ['licence \n \t\r\n«1», pass', true],
  ['«1»\n\nlicence', false],
  ['licence\n\nof nothing «1»', false],
  [`licence ${'.'.repeat(39)} «1»`, true],
  [`licence ${'.'.repeat(40)} «1»`, false],
  [`xlic ${'.'.repeat(43)} «1»`, false],
  [`«1» ${'.'.repeat(26)} pass`, true],
  [`«1» ${'.'.repeat(27)} pass`, false],
  [`é${'é'.repeat(50)}lic «1»`, false],
])('%j: %s', (marked, expected) => {
  const text = marked.replace(/[«»]/g, '');
  expect(hasContext(text, marked.indexOf('«'), marked.indexOf('»') - 1)).toBe(expected);
});
