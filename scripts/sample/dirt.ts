import type { Random } from '../random.ts';
import type { Turn } from './compose.ts';
import { type Exchange, withLastTurn } from './exchange.ts';

/** The signs that windows-1252 has at 0x80 to 0x9f (WHATWG encoding standard); bytes without one stay control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

type Soil = (turn: Turn, random: Random) => Turn;

const SOILS: readonly (readonly [Soil | undefined, number])[] = [
  [undefined, 900],
  [misread, 22],
  [escapeHtml, 22],
  [addZeroWidth, 16],
  [endLinesWithReturn, 16],
  [addControls, 8],
  [decompose, 8],
  [addSpaces, 8],
];

/** Dirties about a tenth of the texts in the ways that texts of logs are dirty. */
export function withDirt(exchanges: readonly Exchange[], random: Random): Exchange[] {
  return exchanges.map((exchange) => {
    const soil = random.weighted(SOILS);
    return soil === undefined ? exchange : withLastTurn(exchange, (turn) => soil(turn, random));
  });
}

/** Mojibake: UTF-8 read as windows-1252. */
function misread({ question, answer }: Turn): Turn {
  const typographic = answer
    .replaceAll("'", '’')
    .replaceAll(' - ', ' – ')
    .replace(/^(.{20,60}) /s, '$1 … ');
  const bytes = [...Buffer.from(typographic, 'utf8')];
  return {
    question,
    answer: bytes
      .map((byte) => (byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte)))
      .join(''),
  };
}

function escapeHtml({ question, answer }: Turn): Turn {
  const escaped = answer
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
  return { question, answer: `${escaped.replace(', ', ',&nbsp;')} &amp; &lt;br&gt;` };
}

function addZeroWidth({ question, answer }: Turn, random: Random): Turn {
  const sign = random.pick(['\u200b', '\u200c', '\ufeff', '\u00ad', '\u2060']);
  return { question: sign + question, answer: answer.replace(/(?<=[a-z]{3})(?=[a-z]{3} )/g, sign) };
}

function endLinesWithReturn({ question, answer }: Turn): Turn {
  return { question: `${question}\r\n`, answer: answer.replace(/(?<=[.!?]) /, '\n\n').replaceAll('\n', '\r\n') };
}

/** What is left of a coloured terminal. */
function addControls({ question, answer }: Turn): Turn {
  return { question, answer: `\u001b[32m${answer}\u001b[0m\u0007` };
}

/** Letters and their accents apart, as some file systems have them. */
function decompose({ question, answer }: Turn): Turn {
  return { question: question.normalize('NFD'), answer: answer.normalize('NFD') };
}

function addSpaces({ question, answer }: Turn): Turn {
  return {
    question: question.replaceAll(' ', '\u00a0'),
    answer: `\n\n\n${answer.replaceAll('. ', '.    ')}\t \n\n\n\n`,
  };
}
