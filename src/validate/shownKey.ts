/** A key that may be shown: any other could be what a person wrote. */
const SHOWN_KEY = /^[A-Za-z_$][\w$-]{0,47}$/;
const LONG_NUMBER = /\d{7}/;

export function shownKey(key: string): string {
  return SHOWN_KEY.test(key) && !LONG_NUMBER.test(key) ? key : '<key>';
}
