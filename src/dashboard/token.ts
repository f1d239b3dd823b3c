const KEY = 'curate.token';

/** The token of this tab: gone when the tab is closed, and never part of an address. */
export const token = {
  get(): string | undefined {
    return read() ?? undefined;
  },
  set(value: string): void {
    sessionStorage.setItem(KEY, value);
  },
  forget(): void {
    sessionStorage.removeItem(KEY);
  },
};

/** What a header can carry (RFC 6750, 2.1: no spaces, nothing beyond ASCII). */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null; // a browser that keeps nothing
  }
}
