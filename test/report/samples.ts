import { dateOf, dayNumber } from '../../src/measures/calendar.ts';
import type {
  CheckReport,
  ExplainReport,
  ExportReport,
  ForgetReport,
  ProgressReport,
  StagesReport,
  StatsReport,
  TimingsReport,
} from '../../src/report/types.ts';

/** Report values made by hand. All names in them are made up. */

const noLengths = { mean: 0, p50: 0, p95: 0, max: 0 };

export const emptyStats: StatsReport = {
  lines: 0,
  blank: 0,
  pending: 0,
  malformed: 0,
  records: 0,
  kept: 0,
  sessions: 0,
  users: 0,
  days: [],
  quality_rate: null,
  feedback: {
    entries: 0,
    joined: 0,
    orphans: 0,
    malformed: 0,
    rated: 0,
    rate: null,
    positive_rate: null,
    mean_stars: null,
    stars: {},
    comments: 0,
    corrections: 0,
  },
  languages: {},
  intents: {},
  frameworks: {},
  complexity: {},
  lengths: { user: noLengths, assistant: noLengths },
  dropped: { total: 0, by_reason: {} },
  quarantine: {},
  changed: {},
  funnel: [],
};

export const unusableStats: StatsReport = {
  ...emptyStats,
  lines: 41,
  blank: 3,
  pending: 1,
  malformed: 37,
  quarantine: { bad_json: 36, too_long: 1 },
};

const recordsOfDays = [58, 61, 12, 9, 77, 80, 64, 58, 71, 15, 0, 84, 90, 66, 59, 72];

export const stats: StatsReport = {
  lines: 1_289,
  blank: 30,
  pending: 1,
  malformed: 5,
  records: 1_253,
  kept: 893,
  sessions: 312,
  users: 98,
  days: recordsOfDays
    .map((records, day) => ({ date: dateOf(dayNumber('2026-08-17') + day), records, kept: Math.floor(records * 0.71) }))
    .filter((day) => day.records > 0),
  quality_rate: 893 / 1_253,
  feedback: {
    entries: 149,
    joined: 146,
    orphans: 3,
    malformed: 2,
    rated: 143,
    rate: 143 / 1_253,
    positive_rate: 102 / 143,
    mean_stars: 3.98,
    stars: { 1: 14, 2: 9, 3: 18, 4: 33, 5: 69 },
    comments: 21,
    corrections: 4,
  },
  languages: { en: 904, de: 133, es: 88, fr: 61, ja: 33, 日本語: 14, pt: 9, it: 6, pl: 3, tr: 1, sv: 1 },
  intents: { debug: 402, explain: 377, generate: 301, review: 93, 'translate-between-programming-languages': 80 },
  frameworks: { react: 410, django: 212, rails: 61 },
  complexity: { simple: 611, moderate: 480, complex: 162 },
  lengths: {
    user: { mean: 212.4, p50: 148, p95: 611, max: 8_204 },
    assistant: { mean: 1_288.7, p50: 1_012, p95: 3_410, max: 41_000 },
  },
  tokens: {
    tokenizer: 'o200k_base',
    ...{ examples: 893, total: 312_411, mean: 349.8, p50: 288, p90: 690, p95: 902, p99: 2210, max: 9876 },
    histogram: [
      { up_to: 64, examples: 31 },
      { up_to: 128, examples: 120 },
      { up_to: 256, examples: 240 },
      { up_to: 512, examples: 344 },
      { up_to: 1024, examples: 121 },
      { up_to: 2048, examples: 26 },
      { up_to: 4096, examples: 10 },
      { up_to: 8192, examples: 0 },
      { up_to: 16_384, examples: 1 },
    ],
  },
  dropped: {
    total: 360,
    by_reason: {
      'min_answer_length.too_short': 41,
      'refusals.refused': 12,
      'repetition.repeated_lines': 7,
      'repetition.repeated_words': 9,
      'rating.below_min_stars': 31,
      'dedup.exact': 188,
      'dedup.near': 72,
    },
  },
  quarantine: { bad_json: 3, no_messages: 2 },
  changed: { normalize_text: 1_020, scrub: 97, strip_markup: 14 },
  funnel: [
    { stage: 'normalize_text', in: 1_253, dropped: 0, reasons: {} },
    { stage: 'scrub', in: 1_253, dropped: 0, reasons: {} },
    { stage: 'min_answer_length', in: 1_253, dropped: 41, reasons: { too_short: 41 } },
    { stage: 'refusals', in: 1_212, dropped: 12, reasons: { refused: 12 } },
    { stage: 'repetition', in: 1_200, dropped: 16, reasons: { repeated_lines: 7, repeated_words: 9 } },
    { stage: 'rating', in: 1_184, dropped: 31, reasons: { below_min_stars: 31, unrated: 0 } },
    { stage: 'dedup', in: 1_153, dropped: 260, reasons: { exact: 188, near: 72 } },
    { stage: 'caps', in: 893, dropped: 0, reasons: {} },
  ],
};

/** Numbers of a very large company, names longer than any column, and a label that would steer a terminal. */
export const hugeStats: StatsReport = {
  ...stats,
  lines: 12_345_678_901,
  blank: 0,
  pending: 0,
  malformed: 1,
  records: 12_345_678_900,
  kept: 12_345_678_899,
  examples: 2_345_678_901,
  sessions: 2_345_678_901,
  users: 345_678_901,
  quality_rate: 12_345_678_899 / 12_345_678_900,
  days: [
    { date: '2025-12-31', records: 6_345_678_900, kept: 6_345_678_899 },
    { date: '2026-01-01', records: 6_000_000_000, kept: 6_000_000_000 },
  ],
  languages: { '\u001b[31mred\u001b[0m': 5, 'a\nb': 2 },
  intents: { 顧客サポートへの問い合わせ全般: 9_345_678_901, ['x'.repeat(60)]: 3_000_000_000 },
  frameworks: {},
  complexity: {},
  changed: {},
  quarantine: { bad_utf8: 1 },
  dropped: { total: 1, by_reason: { 'a_stage_with_a_name_that_goes_on_and_on.reason': 1 } },
  funnel: [
    { stage: 'a_stage_with_a_name_that_goes_on_and_on', in: 12_345_678_900, dropped: 1, reasons: { reason: 1 } },
  ],
};

const paceOfDays = [
  0, 3, 9, 14, 22, 4, 2, 31, 40, 38, 44, 39, 11, 8, 47, 52, 51, 49, 60, 13, 9, 58, 63, 61, 66, 70, 15, 12,
];

export const progress: ProgressReport = {
  goal: 50_000,
  kept: 10_652,
  percent: 21.304,
  per_day: 35.4,
  per_day_7: 49.29,
  per_day_28: 35.4,
  as_of: '2026-09-01',
  eta: '2029-09-16',
  eta_range: ['2028-07-04', '2031-03-21'],
  reached_on: null,
  milestones: [
    { at: 1_000, name: 'first experiments', reached: true, on: '2026-03-04', expected: null },
    { at: 5_000, name: 'first fine-tune', reached: true, on: '2026-05-19', expected: null },
    { at: 10_000, name: 'useful adapter', reached: true, on: null, expected: null },
    { at: 25_000, name: 'strong adapter', reached: false, on: null, expected: '2027-10-11' },
    { at: 50_000, name: 'production data set', reached: false, on: null, expected: '2029-09-16' },
  ],
  targets: [
    { name: 'feedback_rate', value: 0.114, target: 0.1, met: true },
    { name: 'positive_rate', value: 0.652, target: 0.7, met: false },
  ],
  days: paceOfDays.map((kept, day) => ({ date: dateOf(dayNumber('2026-08-05') + day), kept })),
};

export const emptyProgress: ProgressReport = {
  ...progress,
  kept: 0,
  percent: 0,
  per_day: 0,
  per_day_7: 0,
  per_day_28: 0,
  as_of: null,
  eta: null,
  eta_range: [null, null],
  milestones: [{ at: 1_000, name: 'first experiments', reached: false, on: null, expected: null }],
  targets: [{ name: 'feedback_rate', value: null, target: 0.1, met: false }],
  days: [],
};

export const reachedProgress: ProgressReport = {
  ...progress,
  kept: 61_200,
  percent: 122.4,
  eta: null,
  eta_range: [null, null],
  reached_on: '2026-08-30',
  milestones: [{ at: 50_000, name: '*all* of it, @channel', reached: true, on: '2026-08-30', expected: null }],
  targets: [],
};

export const exported: ExportReport = {
  command: 'export',
  format: 'chatml',
  out: 'data/curated/chatml',
  lines: 1_289,
  blank: 30,
  pending: 1,
  malformed: 5,
  records: 1_253,
  kept: 893,
  dropped: stats.dropped,
  feedback: { entries: 149, joined: 146, orphans: 3, malformed: 2 },
  splits: { train: 714, val: 90, test: 89 },
  seconds: 2.31,
  funnel: stats.funnel,
};

export const timings: TimingsReport = {
  seconds: { survey: 1.203, decide: 0.04, write: 12.5 },
  surveyed: 1_000,
  cached: 253,
  steps: [
    { step: 'parsing', conversations: 1_000, microseconds: 4.02 },
    { step: 'turns', conversations: 1_000, microseconds: 0.1 },
    { step: 'a_stage_with_a_name_that_goes_on_and_on', conversations: 998, microseconds: 1_015.5 },
    { step: 'min_answer_length', conversations: 0, microseconds: 0 },
    { step: 'fingerprint', conversations: 1_000, microseconds: 11 },
  ],
};

/** Alpaca refuses some examples that chatml takes. */
export const exportedAlpaca: ExportReport = {
  ...exported,
  format: 'alpaca',
  out: 'data/curated/alpaca',
  kept: 880,
  dropped: { total: 373, by_reason: { ...stats.dropped.by_reason, 'alpaca.has_tools': 13 } },
  splits: { train: 704, val: 88, test: 88 },
};

/** Names that begin alike and are longest; two lost the same. */
export const exportedSeveral: readonly ExportReport[] = [
  exported,
  exportedAlpaca,
  { ...exported, format: 'prompt-completion-messages', out: 'data/curated/prompt-completion-messages' },
  { ...exportedAlpaca, format: 'prompt-completion', out: 'data/curated/prompt-completion' },
];

/** Not each in a folder of its name. */
export const exportedApart: readonly ExportReport[] = [exported, { ...exportedAlpaca, out: 'out/for-review' }];

export const exportedNothing: ExportReport = {
  ...exported,
  out: '-',
  lines: 3,
  blank: 0,
  pending: 0,
  malformed: 0,
  records: 3,
  kept: 0,
  dropped: { total: 3, by_reason: { 'min_answer_length.too_short': 3 } },
  feedback: { entries: 0, joined: 0, orphans: 0, malformed: 0 },
  splits: { train: 0, val: 0, test: 0 },
  seconds: 0.04,
  funnel: [],
};

export const explained: ExplainReport = {
  id: 'conv-000417',
  file: 'training_logs/conversations_2026-09-01.jsonl',
  line: 1_417,
  timestamp: '2026-09-01T14:03:22.000Z',
  user: '9f86d081884c7d65',
  session: '60303ae22b998861',
  facets: { language: 'en', intent: 'debug', framework: 'django' },
  raw: false,
  messages: [
    {
      role: 'user',
      before: 'Why does   my view fail?  Mail me at [EMAIL]',
      after: 'Why does my view fail? Mail me at [EMAIL]',
    },
    {
      role: 'assistant',
      before: 'Sure!\n\n    return render(request)\n',
      after: 'Sure!\n\n    return render(request)',
    },
    { role: 'user', before: 'thx', after: null },
  ],
  steps: [
    {
      stage: 'normalize_text',
      kind: 'clean',
      outcome: 'changed',
      diff: [
        {
          message: 0,
          before: 'Why does   my view fail?  Mail me at [EMAIL]',
          after: 'Why does my view fail? Mail me at [EMAIL]',
        },
        { message: 1, before: 'Sure!\n\n    return render(request)\n', after: 'Sure!\n\n    return render(request)' },
      ],
    },
    {
      stage: 'scrub',
      kind: 'scrub',
      outcome: 'changed',
      diff: [
        {
          message: 0,
          before: `${'A long way to the address, '.repeat(9)}kim@example.com, and then more words`,
          after: `${'A long way to the address, '.repeat(9)}[EMAIL], and then more words`,
        },
      ],
    },
    { stage: 'language', kind: 'label', outcome: 'kept' },
    {
      stage: 'last_message',
      kind: 'filter',
      outcome: 'cut',
      reason: 'unanswered',
      sentence: 'the last message has no answer, so the conversation ends before it',
    },
    {
      stage: 'min_answer_length',
      kind: 'filter',
      outcome: 'dropped',
      reason: 'too_short',
      sentence: 'the answer is shorter than `chars`',
      measured: 30,
      limit: 50,
    },
  ],
  feedback: { entries: 3, users: 2, comments: 1, corrections: 0 },
  rating: 4.5,
  cluster: {
    size: 3,
    kept_id: 'conv-000388',
    similarity: 0.914,
    members: ['conv-000388', 'conv-000417', 'conv-000502'],
  },
  split: null,
  split_by: null,
  outcome: 'dropped',
  used_in: [
    { format: 'kto', as: 'undesirable', split: 'train' },
    { format: 'preference', as: 'rejected', split: 'train' },
  ],
};

export const explainedKept: ExplainReport = {
  ...explained,
  id: 'kept-1',
  timestamp: null,
  user: null,
  session: null,
  facets: {},
  raw: true,
  messages: [{ role: 'user', before: '', after: `one\u001b[2Jtwo\n${'多'.repeat(50)}\n${'line\n'.repeat(60)}` }],
  steps: [{ stage: 'language', kind: 'label', outcome: 'kept' }],
  feedback: { entries: 0, users: 0, comments: 0, corrections: 0 },
  rating: null,
  cluster: null,
  split: 'train',
  outcome: 'kept',
  used_in: [],
};

export const checked: CheckReport = {
  config: 'config/fine_tuning_config.yaml',
  problems: [
    { level: 'note', message: 'No feedback file yet: every conversation counts as unrated.' },
    {
      level: 'error',
      message:
        'pipeline.2 (min_answer_length).chrs: there is no such option; did you mean `chars`? `curate stages` lists all of them.',
    },
    { level: 'warning', message: 'CURATE_ID_KEY is not set: plain hashes of guessable ids can be reversed.' },
  ],
  inputs: [
    ...Array.from({ length: 12 }, (_, day) => ({
      file: `training_logs/conversations_2026-09-${String(day + 1).padStart(2, '0')}.jsonl`,
      kind: 'conversations',
      bytes: 1_048_576 * (day + 1),
    })),
    { file: 'training_logs/feedback.jsonl', kind: 'feedback', bytes: 812 },
  ],
  plan: {
    stages: [
      { name: 'normalize_text', kind: 'clean' },
      { name: 'strip_markup', kind: 'clean' },
      { name: 'scrub', kind: 'scrub' },
      { name: 'language', kind: 'label' },
      { name: 'min_answer_length', kind: 'filter' },
      { name: 'refusals', kind: 'filter' },
      { name: 'repetition', kind: 'filter' },
    ],
    formats: ['chatml', 'alpaca'],
    out: 'data/curated',
    settings: {
      'feedback.min_stars': 4,
      'dedup.near.threshold': 0.8,
      'caps.max_per_user': null,
      'split.by': 'session',
    },
  },
};

export const checkedNew: CheckReport = {
  config: 'defaults (no config file)',
  problems: [],
  inputs: [],
  plan: { stages: [], formats: ['chatml'], out: 'data/curated', settings: {} },
};

export const stages: StagesReport = {
  stages: [
    {
      name: 'scrub',
      kind: 'scrub',
      summary:
        'replaces personal data and secrets in every message by typed placeholders, the same one for the same value',
      section: 'privacy',
      options: [
        {
          name: 'detectors',
          default: ['email', 'phone', 'card', 'iban', 'ip', 'secret'],
          description: 'what is looked for',
        },
        { name: 'placeholders', default: 'typed', description: '' },
      ],
      reasons: {},
    },
    {
      name: 'min_answer_length',
      kind: 'filter',
      summary: 'drops conversations whose answer says almost nothing',
      section: null,
      options: [{ name: 'chars', default: 50, description: 'fewest characters of assistant text to keep' }],
      reasons: { too_short: 'the answer is shorter than `chars`' },
    },
  ],
  formats: [
    { name: 'chatml', summary: '{"messages": [{"role", "content"}]}', extension: 'jsonl', reasons: {} },
    {
      name: 'alpaca',
      summary: '{"instruction", "input", "output"}',
      extension: 'jsonl',
      reasons: { has_tools: 'tool messages have no place in this format' },
    },
  ],
};

export const forgotten: ForgetReport = {
  command: 'forget',
  dry_run: false,
  kind: 'user',
  pseudonym: 'a2d3b1c624c41fdb',
  resumed: true,
  files: [
    { file: 'training_logs/conversations_2026-09-05.jsonl', place: 'conversations', removed: 2, of: 10 },
    { file: 'training_logs/feedback_2026-09.jsonl', place: 'feedback', removed: 1, of: 144 },
    { file: 'curated/chatml/train.jsonl', place: 'data set', removed: 1100, of: 14_012 },
    { file: 'curated/chatml/provenance/train.jsonl', place: 'data set', removed: 1100, of: 14_012 },
    { file: '/srv/elsewhere/with/a/long/name/that/does/not/fit/val.jsonl', place: 'data set', removed: 1, of: 3 },
    { file: 'opted_out.txt', place: 'opt_out', removed: 1, of: 12 },
  ],
  lines: 3,
  rows: 1101,
  entries: 2,
  left: [{ file: 'training_logs/conversations_2026-09-06.jsonl.gz', why: 'it cannot be unpacked to its end' }],
  warnings: [],
  receipt: 'data/privacy/receipts/20261120T153811Z-a2d3b1c6.json',
  seconds: 1.234,
};

export const forgottenNothing: ForgetReport = {
  ...forgotten,
  resumed: false,
  files: [],
  lines: 0,
  rows: 0,
  entries: 0,
  left: [],
  receipt: null,
};
