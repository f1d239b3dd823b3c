import type { Random } from '../random.ts';
import { type Exchange, withLastTurn } from './exchange.ts';

/**
 * Made-up personal data, on what is reserved for examples only: domains of RFC 2606, telephone numbers 555-01xx
 * (NANPA) and 020 7946 0xxx (Ofcom), addresses of RFC 5737 and RFC 3849, the card issuers' test numbers and the
 * IBAN registry's own examples, the social security numbers 987-65-432x (kept for advertisements).
 */
const EMAILS = [
  'maria.keller@example.com',
  'j.okafor@example.org',
  'lena+shop@example.net',
  'tomas.novak@mail.example.com',
];
const PHONES = ['(212) 555-0142', '+1 415 555 0187', '555-0119', '+44 20 7946 0958', '020 7946 0301'];
const CARDS = ['4111 1111 1111 1111', '5555-5555-5555-4444', '378282246310005', '6011 1111 1111 1117'];
const IBANS = [
  'DE89 3704 0044 0532 0130 00',
  'GB82 WEST 1234 5698 7654 32',
  'FR1420041010050500013M02606',
  'DE89370400440532013000',
];
const ADDRESSES = ['192.0.2.45', '198.51.100.23', '203.0.113.7', '2001:db8::8a2e:370:7334', '00:00:5E:00:53:1F'];

/** Obviously no real keys: put together here so that no scanner of this source takes them for real ones. */
const KEYS = [
  ['sk', 'a'.repeat(48)].join('-'),
  ['ghp', 'X'.repeat(36)].join('_'),
  `AKIA${'A'.repeat(16)}`,
  ['Bearer ey', 'J'.repeat(20), '.ey', 'J'.repeat(24), '.', 'x'.repeat(32)].join(''),
];

type Sentences = readonly ((random: Random) => string)[];

const SAID: Readonly<Record<string, Sentences>> = {
  en: [
    (random) => `You can reach me at ${random.pick(EMAILS)} or ${random.pick(PHONES)}.`,
    (random) => `My card is ${random.pick(CARDS)}, please check it.`,
    (random) => `The account is ${random.pick(IBANS)} if you need it.`,
    (random) => `It runs on ${random.pick(ADDRESSES)}, if that matters.`,
    (random) => `I use the key ${random.pick(KEYS)} for the tests.`,
    () => `The login is https://anna:geheim@intern.example.com/report?token=${'t'.repeat(24)}.`,
    () => 'My SSN is 987-65-4320 and I was born on 1984-03-17.',
    (random) => `My name is Erika Mustermann, call ${random.pick(PHONES)} after six.`,
  ],
  de: [
    (random) => `Sie erreichen mich unter ${random.pick(EMAILS)}.`,
    (random) => `Meine IBAN lautet ${random.pick(IBANS)}.`,
    () => 'Ich wohne in der Musterstraße 12, 12345 Musterstadt.',
  ],
  fr: [(random) => `Mon adresse est ${random.pick(EMAILS)}.`, (random) => `Voici mon IBAN : ${random.pick(IBANS)}.`],
  es: [(random) => `Mi correo es ${random.pick(EMAILS)}.`, (random) => `El servidor es ${random.pick(ADDRESSES)}.`],
  tr: [(random) => `E-posta adresim ${random.pick(EMAILS)}.`],
  ja: [(random) => `連絡先は${random.pick(EMAILS)}です。`],
};

/** Puts personal data into about 6 % of the exchanges: most in the question, some repeated by the answer. */
export function withPersonalData(exchanges: readonly Exchange[], random: Random): Exchange[] {
  return exchanges.map((exchange) => {
    const sentences = SAID[exchange.language];
    if (sentences === undefined || !random.chance(0.06)) return exchange;
    const said = random.pick(sentences)(random);
    const inAnswer = random.chance(0.2);
    return withLastTurn(exchange, ({ question, answer }) => ({
      question: `${question} ${said}`,
      answer: inAnswer ? `${answer}\n\n> ${said}` : answer,
    }));
  });
}
