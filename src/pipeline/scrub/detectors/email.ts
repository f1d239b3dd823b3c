import type { Detector, Span } from '../detector.ts';
import { domainEnd, localStart } from '../emailParts.ts';
import { findSpelledEmails } from '../spelledEmails.ts';
import { isUrlPassword } from '../urlPasswords.ts';

/** Accounts that name a service and nobody in front of a repository's address. */
const NOBODY = /^(?:git|hg|svn)$/i;

/** Also as URLs have it. */
const AT = /@|%40/g;

const detector: Detector = {
  entity: 'EMAIL',
  summary: 'e-mail addresses (RFC 5321, also with Unicode), and those spelled as "name (at) domain dot com"',
  unmasked: 4,
  possible: (text) =>
    text.includes('@') || text.includes('%40') || / dot /i.test(text) || /[([{] ?at ?[)\]}]/i.test(text),
  create: () => (text) => {
    const written = findWritten(text);
    const spelled = findSpelledEmails(text);
    return spelled.length === 0 ? written : [...written, ...spelled].sort((a, b) => a.start - b.start);
  },
};
export default detector;

function findWritten(text: string): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (const { 0: sign, index: at } of text.matchAll(AT)) {
    const end = domainEnd(text, at + sign.length);
    if (end === undefined) continue;
    const start = localStart(text, at, covered);
    if (start === undefined || NOBODY.test(text.slice(start, at)) || isUrlPassword(text, start)) continue;
    spans.push({ start, end });
    covered = end;
  }
  return spans;
}
