import type { Random } from '../random.ts';
import { type Exchange, withLastTurn } from './exchange.ts';

const SHORT: Readonly<Record<string, readonly string[]>> = {
  en: ['Yes.', 'ok', 'No idea.', 'See above.', 'Done'],
  de: ['Ja.', 'Keine Ahnung.', 'Siehe oben.'],
  fr: ['Oui.', 'Aucune idée.'],
  es: ['Sí.', 'Ni idea.'],
  tr: ['Evet.', 'Bilmiyorum.'],
  ja: ['はい。', '分かりません。'],
};

const REFUSALS: Readonly<Record<string, readonly string[]>> = {
  en: [
    "I'm sorry, but I can't help with that request.",
    'As an AI language model, I cannot provide an opinion on that. Is there anything else I can help you with?',
    'I apologize, but I am unable to assist with this topic.',
  ],
  de: [
    'Es tut mir leid, aber dabei kann ich Ihnen nicht helfen.',
    'Als KI-Sprachmodell kann ich dazu leider keine Auskunft geben.',
  ],
  fr: ['Je suis désolé, mais je ne peux pas vous aider avec cette demande.'],
  es: ['Lo siento, pero no puedo ayudarte con esa solicitud.'],
  tr: ['Üzgünüm, bu konuda size yardımcı olamıyorum.'],
  ja: ['申し訳ありませんが、そのご要望にはお応えできません。'],
};

const ERRORS = [
  'Error: upstream request timed out after 30000 ms',
  'Internal server error. Please try again later.',
  'Traceback (most recent call last):\n  File "app/answer.py", line 88, in answer\n    reply = model.complete(prompt)\nTimeoutError: the model did not answer',
  '{"error":{"code":429,"message":"Rate limit reached for requests"}}',
];

const SYMBOLS = ['?', '…', '👍', '.', '-'];

export type Fault = 'short' | 'refusal' | 'error' | 'loop' | 'echo' | 'symbol' | 'empty' | 'cut';

/** Spoils about 4 % of the answers. */
export function withBadAnswers(exchanges: readonly Exchange[], random: Random): Exchange[] {
  return exchanges.map((exchange) => {
    const fault = random.weighted<Fault | undefined>([
      [undefined, 958],
      ['short', 9],
      ['refusal', 9],
      ['error', 6],
      ['loop', 5],
      ['echo', 4],
      ['symbol', 4],
      ['empty', 2],
      ['cut', 4],
    ]);
    if (fault === undefined) return exchange;
    const spoiled = withLastTurn(exchange, ({ question, answer }) => ({
      question,
      answer: spoil(fault, question, answer, exchange.language, random),
    }));
    return { ...spoiled, bad: true };
  });
}

function spoil(fault: Fault, question: string, answer: string, language: string, random: Random): string {
  switch (fault) {
    case 'short':
      return random.pick(SHORT[language] ?? SHORT.en ?? []);
    case 'refusal':
      return random.pick(REFUSALS[language] ?? REFUSALS.en ?? []);
    case 'error':
      return random.pick(ERRORS);
    case 'loop':
      return `${answer.slice(0, 80)} ${`${answer.slice(0, 45).trim()}. `.repeat(random.whole(12, 25))}`;
    case 'echo':
      return question;
    case 'symbol':
      return random.pick(SYMBOLS);
    case 'empty':
      return '';
    case 'cut':
      return [...answer]
        .slice(0, Math.floor(answer.length / 2))
        .join('')
        .trimEnd();
  }
}
