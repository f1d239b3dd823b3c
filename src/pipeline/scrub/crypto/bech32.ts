/** BIP-173: the signs of the data part by their values, and the generator of the checksum. */
const SIGNS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** What the checksum leaves: BIP-173, and BIP-350 for version 1 and higher. */
const BECH32 = 1;
const BECH32M = 0x2bc830a3;

const VALUES = new Uint8Array(128).fill(255);
for (let value = 0; value < SIGNS.length; value++) VALUES[SIGNS.charCodeAt(value)] = value;

/** Whether the checksum of `address`, in small letters, with a prefix before its last `1`, is right. Linear. */
export function passesBech32(address: string): boolean {
  const separator = address.lastIndexOf('1');
  let checksum = 1;
  for (let place = 0; place < separator; place++) checksum = step(checksum, address.charCodeAt(place) >> 5);
  checksum = step(checksum, 0);
  for (let place = 0; place < separator; place++) checksum = step(checksum, address.charCodeAt(place) & 31);
  for (let place = separator + 1; place < address.length; place++) {
    const value = VALUES[address.charCodeAt(place)] ?? 255;
    if (value === 255) return false;
    checksum = step(checksum, value);
  }
  return checksum === BECH32 || checksum === BECH32M;
}

function step(checksum: number, value: number): number {
  const top = checksum >>> 25;
  let next = ((checksum & 0x1ffffff) << 5) ^ value;
  for (let bit = 0; bit < GENERATOR.length; bit++) if (((top >>> bit) & 1) === 1) next ^= GENERATOR[bit] ?? 0;
  return next;
}
