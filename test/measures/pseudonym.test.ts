import { expect, test } from 'vitest';
import { pseudonymizer } from '../../src/measures/pseudonym.ts';

test('without a key: the first 16 digits of SHA-256', () => {
  // FIPS 180-2, appendix B.1: SHA-256 of "abc" begins ba7816bf 8f01cfea.
  expect(pseudonymizer(undefined)('abc')).toBe('ba7816bf8f01cfea');
  expect(pseudonymizer('')('abc')).toBe('ba7816bf8f01cfea');
});

test('with a key: the first 16 digits of HMAC-SHA-256', () => {
  // RFC 4231, test case 2.
  expect(pseudonymizer('Jefe')('what do ya want for nothing?')).toBe('5bdcc146bf60754e');
});

test('one function serves many ids, and tells them apart', () => {
  const pseudonym = pseudonymizer('key');
  expect(pseudonym('u1')).toBe(pseudonym('u1'));
  expect(new Set(['u1', 'u2', ' u1', 'U1', ''].map(pseudonym)).size).toBe(5);
  expect(pseudonymizer('other')('u1')).not.toBe(pseudonym('u1'));
});
