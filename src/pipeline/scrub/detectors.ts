import type { Detector } from './detector.ts';
import address from './detectors/address.ts';
import credit_card from './detectors/credit_card.ts';
import date_of_birth from './detectors/date_of_birth.ts';
import email from './detectors/email.ts';
import iban from './detectors/iban.ts';
import ip_address from './detectors/ip_address.ts';
import person from './detectors/person.ts';
import phone from './detectors/phone.ts';
import secret from './detectors/secret.ts';

/** Every detector there is, the one with the strictest proof first: where two claim the same text, the earlier wins. */
export const DETECTORS: readonly Detector[] = [
  secret,
  credit_card,
  iban,
  email,
  ip_address,
  date_of_birth,
  phone,
  address,
  person,
];
