import type { Detector, Span } from '../detector.ts';
import type { Traits } from '../reading/traits.ts';
import { findPrivateKeys } from '../secrets/privateKeys.ts';
import { findUrlPasswords } from '../secrets/urlPasswords.ts';

/**
 * Tokens that their issuers made to be recognised, in the forms that they document: AWS, Google, GitHub, GitLab, Slack,
 * Stripe, OpenAI and Anthropic, Hugging Face, npm, PyPI; JSON Web Tokens (RFC 7519) of two or three parts.
 */
const TOKENS = [
  'A(?:KIA|SIA)[A-Z2-7]{16}',
  'AIza[A-Za-z0-9_-]{35}',
  'gh[pousr]_[A-Za-z0-9]{36,255}',
  'github_pat_[A-Za-z0-9_]{40,255}',
  'gl(?:pat|dt|rt|rtr|cbt|ptt|ft|soat|imt|agent|oas)-[A-Za-z0-9_-]{20,255}',
  'xox[abeprs]-[A-Za-z0-9-]{10,255}',
  '[sr]k_(?:live|test)_[A-Za-z0-9]{16,255}',
  'sk-[A-Za-z0-9_-]{20,255}',
  'hf_[A-Za-z0-9]{30,255}',
  'npm_[A-Za-z0-9]{36,255}',
  'pypi-[A-Za-z0-9_-]{50,255}',
  'eyJ[A-Za-z0-9_-]{10,4096}\\.[A-Za-z0-9_-]{10,4096}(?:\\.[A-Za-z0-9_-]{10,4096})?',
];
const TOKEN = new RegExp(`(?<![A-Za-z0-9])(?:${TOKENS.join('|')})(?![A-Za-z0-9])`, 'y');

/** The shortest: the head of a JSON Web Token. What looks random has a digit or an inner capital, as `tokens` have. */
const MIN_TOKEN = 13;

const detector: Detector = {
  entity: 'SECRET',
  summary: 'API keys and access tokens of known services, JSON Web Tokens, private keys, passwords in URLs',
  score: 1,
  unmasked: 0,
  needs: [{ token: MIN_TOKEN }, { marks: '@', text: '://' }, { token: 10, text: 'PRIVATE KEY' }],
  create: () => findSecrets,
};
export default detector;

function findSecrets(text: string, { tokens }: Traits): Span[] {
  const spans = [...findTokens(text, tokens), ...findPrivateKeys(text), ...findUrlPasswords(text)];
  return spans.sort((a, b) => a.start - b.start);
}

function findTokens(text: string, tokens: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const { start, end } of tokens) {
    if (end - start < MIN_TOKEN) continue;
    for (let at = Math.max(start, covered); at < end; at = Math.max(covered, nextPart(text, at, end))) {
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(text)?.[0];
      if (token === undefined) continue;
      covered = at + token.length;
      if (looksRandom(token)) spans.push({ start: at, end: covered });
    }
  }
  return spans;
}

/** Where the next part of a token may begin: behind a _ or -. */
function nextPart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] !== '_' && text[at] !== '-') at++;
  return at + 1;
}

/**
 * Not `sk-your-api-key-goes-here` nor `ghp_xxxxxxxx…`, which belong into an example. Ours: the last 16 characters are of
 * at least 6 kinds, and have two digits or both capitals and small letters; one random key in a million has neither.
 */
function looksRandom(token: string): boolean {
  const tail = token.slice(-16);
  if (new Set(tail).size < 6) return false;
  return /[0-9].*[0-9]/.test(tail) || (/[a-z]/.test(tail) && /[A-Z].*[A-Z]/.test(tail)) || /^A[KS]IA/.test(token);
}
