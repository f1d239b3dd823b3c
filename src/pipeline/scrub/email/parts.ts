/** Longest local part and domain (RFC 5321, 4.5.3.1). */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;

/** Signs of an atom (RFC 5322, 3.2.3) but those that URLs, Markdown, code and quotations put against an address. */
const LOCAL_SIGN = /[\p{L}\p{M}\p{N}.%+_~'-]/u;
const NOT_AT_THE_START = /^[.%+~'-]+/;

const DOMAIN = /(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,62})\.){1,10}[\p{L}\p{M}][\p{L}\p{M}\p{N}-]{1,62}/uy;
const IP_LITERAL = /\[(?:IPv6:[0-9a-f:.]{2,45}|[0-9]{1,3}(?:\.[0-9]{1,3}){3})\]/iy;

/** Ends of file names, none of them a top-level domain: `icon@2x.png` is a picture for dense screens. */
const FILE =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|pdf|js|mjs|cjs|jsx|tsx|css|scss|json|html?|xml|ya?ml|txt|csv|log)$/i;

/** Where the domain that begins at `start` ends, or `undefined` where none begins. */
export function domainEnd(text: string, start: number): number | undefined {
  if (text[start] === '[') return matchEnd(IP_LITERAL, text, start);
  const end = matchEnd(DOMAIN, text, start);
  if (end === undefined || end - start > MAX_DOMAIN) return undefined;
  const domain = withoutForeignTail(text.slice(start, end)).replace(/-+$/, '');
  if (FILE.test(domain) || !/\.(?:xn--[A-Za-z0-9-]+|\P{ASCII}{2,}|[\p{L}]{2,24})$/u.test(domain)) return undefined;
  return start + domain.length;
}

function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Chinese puts no space after an address: of a last label that begins in ASCII the ASCII is meant. */
function withoutForeignTail(domain: string): string {
  const tail = /^(.*\.[A-Za-z]{2,24})\P{ASCII}.*$/u.exec(domain);
  return tail?.[1] ?? domain;
}

/** Where the local part that ends before the @ at `at` begins, at `floor` or later, or `undefined` where none ends there. */
export function localStart(text: string, at: number, floor: number): number | undefined {
  const lowest = Math.max(floor, at - MAX_LOCAL);
  if (text[at - 1] === '"') return quotedStart(text, at, lowest);
  let start = at;
  while (start > lowest && LOCAL_SIGN.test(text[start - 1] ?? '')) start--;
  const local = withoutForeignHead(text.slice(start, at)).replace(NOT_AT_THE_START, '');
  return local === '' || local.endsWith('.') ? undefined : at - local.length;
}

/** The other way round: of a local part that ends in ASCII, what stands before the last sign of another script is no part. */
function withoutForeignHead(local: string): string {
  return /[\u0370-\uffff]([A-Za-z0-9][\u0021-\u024f]*)$/.exec(local)?.[1] ?? local;
}

/** `"john doe"@example.com` (RFC 5321, 4.1.2). */
function quotedStart(text: string, at: number, lowest: number): number | undefined {
  const open = text.lastIndexOf('"', at - 2);
  return open >= lowest && open < at - 2 && !/[\n@]/.test(text.slice(open, at)) ? open : undefined;
}
