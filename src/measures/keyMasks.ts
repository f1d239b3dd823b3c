/** Hashes are integers below it. */
const TWO_53 = 2 ** 53;
const FEWEST_PLACES = 64;

/**
 * A few bits for each of many keys, in typed arrays: open addressing, at most half full. Places follow the order of the
 * keys, so that keys that come in ascending order are written one behind another: twenty times as fast as in any order.
 * A key is a well-spread 53-bit hash other than 0.
 */
export class KeyMasks {
  /** How many different keys there are. */
  size = 0;
  #keys = new Float64Array(0);
  #masks = new Uint8Array(0);
  #scale = 0;

  /** @param expected how many different keys there will be; more are welcome */
  constructor(expected: number) {
    this.#allocate(expected);
  }

  /** Adds bits to those of `key`. */
  add(key: number, mask: number): void {
    if (2 * this.size >= this.#keys.length) this.#grow();
    const place = this.#placeOf(key);
    if (this.#keys[place] === 0) this.size++;
    this.#keys[place] = key;
    this.#masks[place] = (this.#masks[place] ?? 0) | mask;
  }

  /** The bits of `key`; 0 where it was never added. */
  of(key: number): number {
    return this.#masks[this.#placeOf(key)] ?? 0;
  }

  /** All keys in ascending order, and the bits of each. */
  sorted(): { readonly keys: Float64Array<ArrayBuffer>; readonly masks: Uint8Array<ArrayBuffer> } {
    const keys = this.#keys.filter((key) => key !== 0).sort();
    return { keys, masks: Uint8Array.from(keys, (key) => this.of(key)) };
  }

  #placeOf(key: number): number {
    const keys = this.#keys;
    let place = Math.floor(key * this.#scale);
    while (keys[place] !== 0 && keys[place] !== key) place = place + 1 === keys.length ? 0 : place + 1;
    return place;
  }

  #grow(): void {
    const [keys, masks] = [this.#keys, this.#masks];
    this.#allocate(keys.length);
    for (let place = 0; place < keys.length; place++) {
      const key = keys[place] ?? 0;
      if (key !== 0) this.add(key, masks[place] ?? 0);
    }
  }

  #allocate(expected: number): void {
    const places = 2 ** Math.ceil(Math.log2(Math.max(2 * expected + 2, FEWEST_PLACES)));
    this.#keys = new Float64Array(places);
    this.#masks = new Uint8Array(places);
    this.#scale = places / TWO_53;
    this.size = 0;
  }
}
