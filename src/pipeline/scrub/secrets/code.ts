/** Calls, fields, elements, arrows and operators. */
const CODE = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$|\w[([]|->|=>|::|^[&!~+-]?[A-Za-z_$][\w$]*[)(\]]|^[|&!=+]/;

/** Whether the bare value at `start` to `end` is an expression: `form.password2`, `sha256(salt)`, `user1->password`. */
export function isCodeAt(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  return CODE.test(value) || (value.endsWith('-') && text[end] === '>');
}
