/**
 * Addresses and networks that are nobody's in particular (IANA's registries of special-purpose addresses): loopback,
 * unspecified, masks; the networks of everybody's own. Told of by name they may still be what somebody meant.
 */
const NOBODY_V4 = /^(?:127|255)\.|^0\.0\.0\.0$/;
const NOBODY_V6 = /^(?:(?:0{1,4}:){7}0{0,3}[01]|::1?)$/;
const EVERYBODY = new Set([
  ...['0.0.0.0/0', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
  ...[
    '224.0.0.0/4',
    '::/0',
    '::/128',
    '::1/128',
    'fc00::/7',
    'fd00::/8',
    'fe80::/10',
    'ff00::/8',
    '2000::/3',
    '64:ff9b::/96',
  ],
]);

/** A word before an address that says that it is one, within some four words. Ours. */
const ADDRESS_WORD =
  /\b(?:ip|ipv4|ipv6|ips|address|addr|src|dst|source|destination|from|broadcast|loopback|default|unspecified|subnet|prefix|route|network|gateway|cidr)\b[^\n]{0,24}$/i;
const REACH = 40;

/** Masks are never meant: 255.255.255.0 is the size of a network. */
const MASK = /^255\.(?:[0-9]+\.){2}(?!255$)/;

/** The end of the `/24` that makes an address at `start` to `end` a network (RFC 4632, 3.1), else `end`. */
export function prefixEnd(text: string, start: number, end: number): number {
  if (text[end] !== '/') return end;
  const digits = /^\/([0-9]{1,3})(?![0-9A-Za-z.])|^\/([0-9]{1,3})(?=\.(?![0-9A-Za-z]))/.exec(text.slice(end, end + 6));
  const bits = digits?.[1] ?? digits?.[2];
  if (bits === undefined) return end;
  return Number(bits) <= (text.slice(start, end).includes(':') ? 128 : 32) ? end + 1 + bits.length : end;
}

/** Whether an address or network at `start` to `end` is somebody's: not special, or called an address all the same. */
export function isSomebodys(text: string, start: number, end: number): boolean {
  const address = text.slice(start, end).toLowerCase();
  if (MASK.test(address)) return false;
  if (address === '::' && !/[ =]/.test(text[start - 1] ?? '')) return false;
  const isSpecial = NOBODY_V4.test(address) || NOBODY_V6.test(address) || EVERYBODY.has(address);
  return !isSpecial || ADDRESS_WORD.test(text.slice(Math.max(0, start - REACH), start));
}
