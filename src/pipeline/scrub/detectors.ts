import type { Detector } from './detector.ts';
import coordinates from './detectors/coordinates.ts';
import credit_card from './detectors/credit_card.ts';
import crypto from './detectors/crypto.ts';
import email from './detectors/email.ts';
import iban from './detectors/iban.ts';
import ip_address from './detectors/ip_address.ts';
import mac_address from './detectors/mac_address.ts';
import phone from './detectors/phone.ts';
import secret from './detectors/secret.ts';
import url from './detectors/url.ts';
import username from './detectors/username.ts';

/** Every detector there is, the one with the strictest proof first: where two claim the same text, the earlier wins. */
export const DETECTORS: readonly Detector[] = [
  secret,
  crypto,
  credit_card,
  iban,
  email,
  mac_address,
  ip_address,
  coordinates,
  phone,
  username,
  url,
];
