/** How one version of the made-up chatbot names things; the columns are the table “Inputs” of the design. */
export interface Version {
  readonly shape: 'exchange' | 'messages' | 'sharegpt';
  readonly id: string;
  readonly idPrefix: string;
  /** Share of lines that carry an id. */
  readonly idShare: number;
  readonly time: string;
  readonly clock: 'iso' | 'iso_offset' | 'seconds' | 'milliseconds';
  readonly user: string;
  readonly session: string;
  readonly inMetadata: boolean;
  readonly question: string;
  readonly answer: string;
  readonly model: string;
  /** How this version writes the language of a text. */
  readonly language: (code: string) => string;
}

const asIs = (code: string) => code;
const REGIONS: Readonly<Record<string, string>> = {
  en: 'en-US',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  tr: 'tr-TR',
  ja: 'ja-JP',
};

/** In the order in which they were in use. */
export const VERSIONS: readonly Version[] = [
  {
    shape: 'exchange',
    id: 'example_id',
    idPrefix: 'ex-',
    idShare: 1,
    time: 'timestamp',
    clock: 'iso',
    user: 'user_id',
    session: 'session_id',
    inMetadata: false,
    question: 'user_message',
    answer: 'assistant_message',
    model: 'helper-1.0',
    language: asIs,
  },
  {
    shape: 'exchange',
    id: 'conversation_id',
    idPrefix: 'conv_',
    idShare: 1,
    time: 'created_at',
    clock: 'iso_offset',
    user: 'user',
    session: 'session',
    inMetadata: false,
    question: 'query',
    answer: 'bot_response',
    model: 'helper-1.0',
    language: asIs,
  },
  {
    shape: 'exchange',
    id: 'interaction_id',
    idPrefix: 'int-',
    idShare: 1,
    time: 'time',
    clock: 'seconds',
    user: 'user_hash',
    session: 'thread_id',
    inMetadata: false,
    question: 'question',
    answer: 'answer',
    model: 'helper-1.1',
    language: (code) => REGIONS[code] ?? code.toUpperCase(),
  },
  {
    shape: 'exchange',
    id: 'id',
    idPrefix: 'm',
    idShare: 1,
    time: 'timestamp',
    clock: 'milliseconds',
    user: 'user_id',
    session: 'session_id',
    inMetadata: true,
    question: 'prompt',
    answer: 'completion',
    model: 'helper-1.1',
    language: asIs,
  },
  {
    shape: 'messages',
    id: 'conversation_id',
    idPrefix: 'conv_',
    idShare: 1,
    time: 'created_at',
    clock: 'iso',
    user: 'user_id',
    session: 'session_id',
    inMetadata: false,
    question: '',
    answer: '',
    model: 'helper-2.0',
    language: asIs,
  },
  {
    shape: 'sharegpt',
    id: 'id',
    idPrefix: 'share-',
    idShare: 1,
    time: 'timestamp',
    clock: 'seconds',
    user: 'user',
    session: 'session',
    inMetadata: true,
    question: '',
    answer: '',
    model: 'helper-2.0',
    language: asIs,
  },
  {
    shape: 'exchange',
    id: 'id',
    idPrefix: 'r',
    idShare: 0.6,
    time: 'time',
    clock: 'iso',
    user: 'user',
    session: 'thread_id',
    inMetadata: false,
    question: 'instruction',
    answer: 'output',
    model: 'helper-2.1',
    language: asIs,
  },
  {
    shape: 'exchange',
    id: 'example_id',
    idPrefix: 'ex-',
    idShare: 1,
    time: 'timestamp',
    clock: 'iso',
    user: 'user_id',
    session: 'session_id',
    inMetadata: false,
    question: 'user_message',
    answer: 'response',
    model: 'helper-2.1',
    language: asIs,
  },
];

/** The day (counted from 0) from which each version is in use. */
const SINCE = [0, 10, 18, 25, 32, 38, 44, 50];

/** The version of a day; now and then a server still runs another one. */
export function versionOf(day: number, strayed: number | undefined): Version {
  const current = SINCE.findLastIndex((since) => day >= since);
  const version = VERSIONS[strayed ?? current] ?? VERSIONS[0];
  if (version === undefined) throw new Error('There is no version: add one to VERSIONS.');
  return version;
}

/** The version for exchanges of several turns: the single-exchange shapes have no place for them. */
export const WHOLE_CONVERSATIONS = VERSIONS.flatMap((version, at) => (version.shape === 'exchange' ? [] : [at]));
