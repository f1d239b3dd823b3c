import { contextOf } from '../context.ts';
import { isSolanaKey, isWallet } from '../crypto/wallets.ts';
import type { Detector, Span } from '../detector.ts';
import type { Traits } from '../reading/traits.ts';

/** Shortest address: 25 bytes in Base58 with a zero before them. */
const MIN_WALLET = 26;
const MAX_WALLET = 120;

const ETHEREUM = /^0x[0-9a-fA-F]{40}$/;

/**
 * Nothing else mixes small and capital hexadecimal letters: EIP-55 hides its checksum in them. (The checksum itself would
 * need Keccak, at a cost of ten times the rest of the search, to tell a wallet from a wallet with a typing error.)
 */
const MIXED = /^0x(?=.*[a-f])(?=.*[A-F])/;

const hasContext = contextOf([
  'eth(?:ereum|er)?|erc-?(?:20|721|1155)|evm|wallets?|metamask|usd[tc]|bnb|bsc|polygon|matic|arbitrum|airdrop',
  '(?:my|your|his|her|their|to|from|deposit|payment|donation|send(?:er)?|recipient|receiv(?:er|ing)) (?:eth )?addr(?:ess)?|cüzdan|billetera|portefeuille',
]);
const hasSolana = contextOf(['solana|sol|phantom|spl', '(?:wallet|deposit|crypto) addr(?:ess)?']);

const detector: Detector = {
  entity: 'CRYPTO',
  summary:
    'wallets of Bitcoin and its like by their checksums (Base58Check, Bech32, Bech32m), XRP, Monero, Ethereum by its mixed letters or a word, Solana by a word',
  score: 1,
  unmasked: 4,
  needs: [{ token: MIN_WALLET }],
  create: () => findWallets,
};
export default detector;

function findWallets(text: string, { tokens }: Traits): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of tokens) {
    const length = end - start;
    if (length < MIN_WALLET || length > MAX_WALLET) continue;
    const token = text.slice(start, end);
    if (isEthereum(text, token, start, end) || isWallet(token)) spans.push({ start, end });
    else if (isSolanaKey(token) && /[0-9].*[0-9]/.test(token) && hasSolana(text, start, end))
      spans.push({ start, end });
  }
  return spans;
}

function isEthereum(text: string, token: string, start: number, end: number): boolean {
  return ETHEREUM.test(token) && (MIXED.test(token) || hasContext(text, start, end));
}
