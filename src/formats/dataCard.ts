import type { Balance } from '../pipeline/signals/balance.ts';
import { frontMatter } from './cardFrontMatter.ts';
import { counted, grouped, share, table } from './cardText.ts';
import type { Column } from './columnType.ts';
import type { Container } from './container.ts';
import type { Format } from './format.ts';
import { languageShares } from './languageShares.ts';
import { loadingSnippet } from './loadingSnippet.ts';
import { ratingsUsed } from './ratingsUsed.ts';

/** One split that was written; an empty split has no file and is not among them. */
export interface SplitFacts {
  readonly split: 'train' | 'val' | 'test';
  /** Name of the file in the export folder, as written: `train.jsonl`, `train.jsonl.gz`, `train.parquet`. */
  readonly file: string;
  readonly examples: number;
  /** More than `examples` where a format gives one row for each exchange. */
  readonly rows: number;
}

/** What the data card of one export folder tells: names and numbers, no log text, no time. */
export interface DataCardFacts {
  readonly format: Pick<Format, 'name' | 'kind' | 'summary'>;
  readonly container: Container;
  readonly columns: readonly Column[];
  /** The trainer it was made for, if any. */
  readonly target?: TargetFacts;
  readonly version: string;
  readonly config_hash: string;
  readonly splits: readonly SplitFacts[];
  /** What rows of different splits have in common, where they were compared. */
  readonly leaks?: LeakFacts | undefined;
  /** Examples by language; whatever is not a language code counts as unknown. */
  readonly languages: Readonly<Record<string, number>>;
  /** Tokens in all and by split, and by what they were counted, where they were. */
  readonly tokens?:
    | { readonly tokenizer: string; readonly total: number; readonly splits: Readonly<Record<string, number>> }
    | undefined;
  readonly records: number;
  readonly kept: number;
  /** What each stage dropped, in the order of the pipeline, with the stage's sentence for the reason. */
  readonly dropped: readonly DroppedFacts[];
  readonly feedback: FeedbackFacts;
  /** What was looked for in the text, and what became of it. */
  readonly personal_data: readonly PersonalDataFacts[];
  /** Of formats of ratings. */
  readonly balance?: Balance | undefined;
  /** Ids were hashed with a secret key, so that nobody can find an id by trying. */
  readonly keyed_ids: boolean;
}

/** A trainer, as a card speaks of it. */
export interface TargetFacts {
  readonly name: string;
  readonly title: string;
  /** What it does with a turn that is marked as not to be learned. */
  readonly masked_turns: string;
  /** Its files begin with a byte-order mark. */
  readonly byte_order_mark: boolean;
}

export interface LeakFacts {
  readonly exact: number;
  readonly near: number;
  /** Examples that share so many words in a row. */
  readonly ngram: number;
  readonly ngram_words: number;
  readonly same_question: number;
}

export interface DroppedFacts {
  readonly stage: string;
  readonly reason: string;
  readonly meaning: string;
  readonly dropped: number;
}

export interface FeedbackFacts {
  readonly entries: number;
  readonly joined: number;
  readonly orphans: number;
  /** Conversations that somebody rated. */
  readonly rated: number;
  /** Share of the rated with a positive rating, 0 to 1, and mean stars, 1 to 5; `undefined` where nobody rated. */
  readonly positive_rate: number | undefined;
  readonly mean_stars: number | undefined;
}

export interface PersonalDataFacts {
  readonly entity: string;
  readonly action: string;
}

/** The README.md of an export folder: front matter for the Hugging Face hub, then the card for people. Pure. */
export function dataCard(facts: DataCardFacts): string {
  const sections = [
    whatItIs(facts),
    howItWasMade(facts),
    ...(facts.balance === undefined ? [] : [ratingsUsed(facts.balance)]),
    splitCounts(facts),
    feedbackSummary(facts.feedback),
    personalData(facts),
    `## How to load it\n\nIn this folder; the types are given, as readers that guess them from the first rows can guess wrong.\n\n${loadingSnippet(facts)}`,
    `## Where it comes from\n\ncurate ${facts.version}, config \`${facts.config_hash}\`. The same logs, config and version give the same bytes; \`manifest.json\` has the whole config and the SHA-256 of every file.`,
  ];
  return `${frontMatter(facts)}\n${sections.join('\n\n')}\n`;
}

function whatItIs({ format, splits, target }: DataCardFacts): string {
  const examples = splits.reduce((total, split) => total + split.examples, 0);
  return `# Fine-tuning data from chatbot logs (\`${format.name}\`)

${examplesInWords(format.kind, examples)}, chosen as told below. Shape of a row: ${format.summary}.
Rows hold nothing else; \`provenance/\` says, in the same order, which log line each came from.${madeFor(target)}`;
}

function madeFor(target: TargetFacts | undefined): string {
  if (target === undefined) return '';
  return `

Made for ${target.title} (\`curate export --for ${target.name}\`), which ${target.masked_turns}. What it would refuse stayed out.`;
}

/** `1,234 conversations with a chatbot`, as the card begins. */
export function examplesInWords(kind: Format['kind'], examples: number): string {
  if (kind === 'rated') return `${counted(examples, 'rated answer')} of a chatbot`;
  return kind === 'pairs'
    ? `${grouped(examples)} ${examples === 1 ? 'pair' : 'pairs'} of answers of a chatbot`
    : `${counted(examples, 'conversation')} with a chatbot`;
}

function howItWasMade({ records, kept, dropped }: DataCardFacts): string {
  const rows = dropped
    .filter((entry) => entry.dropped > 0)
    .map((entry) => [
      `\`${entry.stage}.${entry.reason}\``,
      entry.meaning,
      grouped(entry.dropped),
      share(entry.dropped, records),
    ]);
  return `## How it was made

Kept of ${counted(records, 'record')}: ${grouped(kept)}.

${table(['stage and reason', 'what it means', 'records', 'share'], [...rows, ['kept', '', grouped(kept), share(kept, records)]])}`;
}

function splitCounts(facts: DataCardFacts): string {
  const rows = facts.splits.map((split) => [
    split.split,
    `\`${split.file}\``,
    grouped(split.examples),
    grouped(split.rows),
  ]);
  return `## Splits

Sessions and duplicates are never divided between splits.${leaksFound(facts.leaks)}

${table(['split', 'file', 'examples', 'rows'], rows)}

Examples by language: ${languagesSpoken(facts.languages)}.${tokensCounted(facts.tokens)}`;
}

/** Told of the rows as they were written; it goes on to hold when rows are taken away. */
function leaksFound(leaks: LeakFacts | undefined): string {
  if (leaks === undefined) return '';
  const { exact, near, ngram, ngram_words, same_question } = leaks;
  const told = `${grouped(exact)} examples say the same as one in another split, ${grouped(near)} nearly (leaks)`;
  const shared = `${grouped(ngram)} of val and test share ${ngram_words} words in a row with another split, ${grouped(same_question)} begin with a question that is asked there`;
  return `\n\nCompared after they were written, ${told}; ${shared}.`;
}

/** How the paragraph on tokens begins; it goes when rows are taken away, as nobody counts theirs again. */
export const TOKENS_COUNTED = 'Tokens by the tokenizer ';

function tokensCounted(tokens: DataCardFacts['tokens']): string {
  if (tokens === undefined) return '';
  const { tokenizer, total, splits } = tokens;
  const parts = Object.entries(splits).filter(([, count]) => count > 0);
  const bySplit = parts.map(([split, count]) => `${split} ${grouped(count)}`).join(', ');
  const name = tokenizer.replaceAll(/[`\r\n]/g, ' ');
  return `\n\n${TOKENS_COUNTED}\`${name}\`: ${grouped(total)}${bySplit === '' ? '' : ` (${bySplit})`}, with the control tokens of a chat template.`;
}

/** Languages with the number of their examples, as a list in words. */
export function languagesSpoken(languages: Readonly<Record<string, number>>): string {
  const { known, unknown } = languageShares(languages);
  const spoken = [
    ...known.map(({ code, examples }) => `${code} ${grouped(examples)}`),
    ...(unknown > 0 ? [`unknown ${grouped(unknown)}`] : []),
  ];
  return spoken.length > 0 ? spoken.join(', ') : 'not known';
}

function feedbackSummary(feedback: FeedbackFacts): string {
  const { entries, joined, orphans, rated, positive_rate, mean_stars } = feedback;
  if (entries === 0) return '## Feedback\n\nThere was none.';
  const mean = mean_stars === undefined ? '' : `, ${mean_stars.toFixed(2)} stars in the mean`;
  const positive = positive_rate === undefined ? '' : `, ${share(positive_rate, 1)} of them positively`;
  return `## Feedback

Entries: ${grouped(entries)}, of which ${grouped(joined)} belong to a conversation and ${grouped(orphans)} to none that is here. Conversations rated: ${grouped(rated)}${positive}${mean}.`;
}

function personalData({ personal_data, keyed_ids }: DataCardFacts): string {
  const rows = personal_data.map(({ entity, action }) => [`\`${entity}\``, action]);
  const searched = rows.length === 0 ? 'Nothing was searched for in the texts.' : table(['looked for', 'action'], rows);
  const ids = keyed_ids
    ? 'Ids of users and sessions are keyed hashes.'
    : 'Ids of users and sessions are plain hashes: whoever can guess an id can find it again.';
  return `## Personal data

${searched}

${ids} Detection is never complete: read a sample before you share the data.`;
}
