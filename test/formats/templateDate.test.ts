import { expect, test } from 'vitest';
import { strftime } from '../../src/formats/templateDate.ts';

const TIME = Date.UTC(2026, 6, 4, 5, 6, 7);

test.each([
  ['%d %b %Y', '04 Jul 2026'],
  ['%Y-%m-%d', '2026-07-04'],
  ['%B %-d, %Y', 'July 4, 2026'],
  ['%A %a', 'Saturday Sat'],
  ['%H:%M:%S %y', '05:06:07 26'],
  ['100 %% %Q', '100 % %Q'],
])('%s is %s, whatever the time zone', (format, text) => {
  expect(strftime(TIME, format)).toBe(text);
});
