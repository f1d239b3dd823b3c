import type { Span } from '../detector.ts';
import { isPlaceholder } from './placeholders.ts';

/** RFC 3986, 3.2.1: user and password before the host; the password may hold what it should not, even an @. */
const USER_AND_PASSWORD = /:\/\/[^\s/:@"'<>`]{0,100}:([^\s/"'<>`]{1,200})@(?=[A-Za-z0-9[{])/y;

/** The passwords of `scheme://user:password@host`, alone: the rest of the URL says what it is for. */
export function findUrlPasswords(text: string): Span[] {
  const spans: Span[] = [];
  if (!text.includes('@')) return spans;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    USER_AND_PASSWORD.lastIndex = at;
    const match = USER_AND_PASSWORD.exec(text);
    const password = match?.[1];
    if (password === undefined || isPlaceholder(password)) continue;
    const end = USER_AND_PASSWORD.lastIndex - 1;
    spans.push({ start: end - password.length, end });
  }
  return spans;
}

/** Whether what stands before `start` makes it the password of a URL, so that `password@host` is no e-mail address. */
export function isUrlPassword(text: string, start: number): boolean {
  return text[start - 1] === ':' && /:\/\/[^\s/:@]{0,100}:$/.test(text.slice(Math.max(0, start - 104), start));
}
