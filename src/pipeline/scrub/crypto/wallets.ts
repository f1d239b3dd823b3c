import { BITCOIN, decodeBase58, decodeBase58Check, RIPPLE } from './base58.ts';
import { passesBech32 } from './bech32.ts';

/** The first byte of an address of 25 bytes (version, 20 of a hash, checksum), as the projects' chain parameters have it. */
const VERSIONS = new Set([
  ...[0x00, 0x05], // Bitcoin, to a key and to a script
  ...[0x30, 0x32], // Litecoin
  ...[0x1e, 0x16], // Dogecoin
  ...[0x4c, 0x10], // Dash
  ...[0x41], // Tron
]);
/** Zcash's transparent addresses have two bytes of version (zips.z.cash, protocol, 5.6). */
const ZCASH = new Set([0x1cb8, 0x1cbd]);
/** A private key as wallets export it (Bitcoin's and Litecoin's WIF). */
const PRIVATE = new Set([0x80, 0xb0]);

/** BIP-173, SLIP-0173: the prefixes of the large networks. */
const BECH32 = /^(?:bc|tb|ltc|addr|stake|cosmos|osmo|inj|celo|zs)1[02-9ac-hj-np-z]{20,108}$/;
const MAX_BECH32 = 120;

/** Monero, standard, integrated and sub-address: its checksum is of another hash, so the form alone (docs.getmonero.org). */
const MONERO = /^[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}(?:[1-9A-HJ-NP-Za-km-z]{11})?$/;

/** Whether `token` is the address of a wallet, or its private key, by its checksum. */
export function isWallet(token: string): boolean {
  const { length } = token;
  if (length > MAX_BECH32) return false;
  if (/^[a-z]{2,6}1|^[A-Z]{2,6}1/.test(token) && (token === token.toLowerCase() || token === token.toUpperCase())) {
    const small = token.toLowerCase();
    if (BECH32.test(small)) return passesBech32(small);
  }
  if (length >= 26 && length <= 35) return isBase58Wallet(token);
  if ((length === 51 || length === 52) && /^[5KLT6]/.test(token)) return isPrivateKey(token);
  return MONERO.test(token);
}

function isBase58Wallet(token: string): boolean {
  if (token.startsWith('r')) return decodeBase58Check(token, RIPPLE, 25)?.[0] === 0;
  if (token.startsWith('t')) return ZCASH.has(wordOf(decodeBase58Check(token, BITCOIN, 26)));
  if (!/^[13LMDA9X7T]/.test(token)) return false;
  return VERSIONS.has(decodeBase58Check(token, BITCOIN, 25)?.[0] ?? -1);
}

function wordOf(bytes: Uint8Array | undefined): number {
  return bytes === undefined ? -1 : ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
}

function isPrivateKey(token: string): boolean {
  return PRIVATE.has(decodeBase58Check(token, BITCOIN, token.length === 51 ? 37 : 38)?.[0] ?? -1);
}

/** Whether `token` is 32 bytes in Base58, as the keys of Solana are; they have no checksum. 24 of 25 have 43 or 44 signs. */
export function isSolanaKey(token: string): boolean {
  return (token.length === 43 || token.length === 44) && decodeBase58(token, BITCOIN, 32) !== undefined;
}
