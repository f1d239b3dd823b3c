import type { Detector, Span } from '../detector.ts';
import { domainEnd, localStart } from '../email/parts.ts';
import { findSpelledEmails } from '../email/spelled.ts';
import type { Traits } from '../reading/traits.ts';
import { isUrlPassword } from '../secrets/urlPasswords.ts';

/** Accounts that name a service and nobody in front of a repository's address. */
const NOBODY = /^(?:git|hg|svn)$/i;

/** Also as URLs have it. */
const AT = /@|%40/g;

const detector: Detector = {
  entity: 'EMAIL',
  summary: 'e-mail addresses (RFC 5321, also with Unicode), and those spelled as "name (at) domain dot com"',
  score: 1,
  unmasked: 4,
  needs: [{ marks: '@' }, { text: '%40' }, { spelledSigns: true }],
  create: () => findEmails,
};
export default detector;

function findEmails(text: string, { spelledSigns }: Traits): Span[] {
  const written = findWritten(text);
  const spelled = spelledSigns ? findSpelledEmails(text) : [];
  return spelled.length === 0 ? written : [...written, ...spelled].sort((a, b) => a.start - b.start);
}

function findWritten(text: string): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  AT.lastIndex = 0;
  while (AT.test(text)) {
    const domain = AT.lastIndex;
    const end = domainEnd(text, domain);
    if (end === undefined) continue;
    const at = text[domain - 1] === '@' ? domain - 1 : domain - '%40'.length;
    const start = localStart(text, at, covered);
    if (start === undefined || NOBODY.test(text.slice(start, at)) || isUrlPassword(text, start)) continue;
    spans.push({ start, end });
    covered = end;
  }
  return spans;
}
