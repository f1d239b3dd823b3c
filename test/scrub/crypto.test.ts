import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BITCOIN, decodeBase58, decodeBase58Check } from '../../src/pipeline/scrub/crypto/base58.ts';
import { passesBech32 } from '../../src/pipeline/scrub/crypto/bech32.ts';
import { isWallet } from '../../src/pipeline/scrub/crypto/wallets.ts';

const SIGNS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The other way round, by arithmetic on one large number. */
function encodeBase58(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = SIGNS.charAt(Number(number % 58n)) + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(zeros < 0 ? bytes.length : zeros) + text;
}

function withChecksum(payload: Uint8Array): Uint8Array {
  const once = createHash('sha256').update(payload).digest();
  return Buffer.concat([payload, createHash('sha256').update(once).digest().subarray(0, 4)]);
}

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const version = fc.constantFrom(0x00, 0x05, 0x30, 0x1e, 0x4c, 0x41);
const address = fc
  .tuple(version, bytes(20))
  .map(([first, hash]) => encodeBase58(withChecksum(Uint8Array.of(first, ...hash))));

describe('Base58Check', () => {
  test('what was encoded is decoded', () => {
    fc.assert(
      fc.property(bytes(25), (written) => {
        expect(decodeBase58(encodeBase58(written), BITCOIN, 25)).toEqual(written);
      }),
    );
  });

  test('addresses with their checksum are wallets, with another sign none', () => {
    fc.assert(
      fc.property(address, fc.nat(33), fc.nat(57), (text, place, sign) => {
        expect(isWallet(text)).toBe(true);
        const at = place % text.length;
        const wrong = text.slice(0, at) + SIGNS.charAt(sign) + text.slice(at + 1);
        fc.pre(wrong !== text);
        expect(isWallet(wrong)).toBe(false);
      }),
    );
  });

  test('a number too large, a sign that is none, another length', () => {
    const zeros = encodeBase58(withChecksum(new Uint8Array(21)));
    expect(zeros).toBe('1111111111111111111114oLvT2');
    expect(decodeBase58Check(zeros, BITCOIN, 25)).toEqual(new Uint8Array(21));
    expect(decodeBase58Check('z'.repeat(35), BITCOIN, 25)).toBeUndefined();
    expect(decodeBase58Check(zeros.replace('o', '0'), BITCOIN, 25)).toBeUndefined();
    expect(decodeBase58Check(zeros.replace('o', 'é'), BITCOIN, 25)).toBeUndefined();
  });
});

/** The valid and invalid strings of BIP-173 and BIP-350, as they stand there. */
describe('Bech32 and Bech32m', () => {
  test.each([
    'a12uel5l',
    'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw',
    '11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j',
    'split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w',
    '?1ezyfcl',
    'a1lqfn3a',
    'abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx',
    'split1checkupstagehandshakeupstreamerranterredcaperredlc445v',
  ])('%s', (text) => {
    expect(passesBech32(text)).toBe(true);
    const last = text.slice(-1);
    expect(passesBech32(text.slice(0, -1) + (last === 'q' ? 'p' : 'q'))).toBe(false);
  });

  test.each(['x1b4n0q5v', 'a1g7sgd8', 'split1cheo2y9e2w'])('not %s', (text) => {
    expect(passesBech32(text)).toBe(false);
  });
});
