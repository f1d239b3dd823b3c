import { hash } from 'node:crypto';

/** mistral-common, protocol/instruct/validator.py (MistralRequestValidatorV3): exactly nine of these. */
const VALID = /^[a-zA-Z0-9]{9}$/;
const LENGTH = 9;

/**
 * The id of a call as Mistral takes it: as it is where it fits, or else made of it and of the number of the call, so that two
 * calls of a conversation never share one.
 */
export function mistralId(id: string, ordinal: number): string {
  // Hexadecimal digits are enough: two of a conversation's few calls meet once in 16⁹.
  return VALID.test(id) ? id : hash('sha256', `${ordinal}:${id}`).slice(0, LENGTH);
}
