import { apart } from '../apart.ts';
import type { Detector, Span } from '../detector.ts';
import type { Traits } from '../reading/traits.ts';
import { findAssignments } from '../secrets/assignments.ts';
import { findAuthorizations } from '../secrets/authorizations.ts';
import { findIssuedTokens } from '../secrets/issuedTokens.ts';
import { findJsonWebTokens } from '../secrets/jsonWebTokens.ts';
import { findPrivateKeys } from '../secrets/privateKeys.ts';
import { findSpokenPasswords } from '../secrets/spokenPasswords.ts';
import { findUrlPasswords } from '../secrets/urlPasswords.ts';

const detector: Detector = {
  entity: 'SECRET',
  summary:
    'API keys and access tokens of known services, JSON Web Tokens, private keys, passwords in URLs, connection strings, assignments and sentences',
  score: 1,
  unmasked: 0,
  // `PASSWORD=letmein` has nothing that other text has not; the search goes from the signs = and :, at half a µs in 2 KB.
  needs: [{}],
  create: () => findSecrets,
};
export default detector;

function findSecrets(text: string, { tokens, numbers, marks }: Traits): Span[] {
  const spans = findAssignments(text);
  if (tokens.length > 0) {
    append(spans, findIssuedTokens(text, tokens));
    append(spans, findJsonWebTokens(text, tokens));
    append(spans, findAuthorizations(text, tokens));
    append(spans, findPrivateKeys(text));
  }
  if (marks !== 0) append(spans, findUrlPasswords(text));
  if (numbers.length > 0) append(spans, findSpokenPasswords(text, numbers));
  return apart(spans);
}

/** One by one, as a call has no room for a hundred thousand arguments. */
function append(spans: Span[], found: readonly Span[]): void {
  for (let place = 0; place < found.length; place++) {
    const span = found[place];
    if (span !== undefined) spans.push(span);
  }
}
