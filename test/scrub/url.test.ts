import { expect, test } from 'vitest';
import { TOP_LEVEL_DOMAINS } from '../../src/pipeline/scrub/url/topLevelDomains.ts';
import { scrubberOf } from './marked.ts';

const TEXT = 'see https://ann:hunter42@example.com/?mail=eve@example.org and 192.0.2.7';

test('what is in a URL that is kept is scrubbed as anywhere', () => {
  const scrub = scrubberOf([['URL', 'keep']]);
  expect(scrub(TEXT)).toBe('see https://ann:[SECRET]@example.com/?mail=[EMAIL] and [IP_ADDRESS]');
});

test('a URL that is not kept goes with all that is in it', () => {
  const scrub = scrubberOf([['URL', 'tag']]);
  expect(scrub(TEXT)).toBe('see [URL] and [IP_ADDRESS]');
});

test('the table of top-level domains is whole, in small letters', () => {
  expect(TOP_LEVEL_DOMAINS.size).toBeGreaterThan(1400);
  for (const domain of TOP_LEVEL_DOMAINS) expect(domain).toMatch(/^[\p{L}\p{M}]{2,24}$/u);
  for (const domain of ['com', 'de', 'museum', 'рф', '中国']) expect(TOP_LEVEL_DOMAINS).toContain(domain);
});
