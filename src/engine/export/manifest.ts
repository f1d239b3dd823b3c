import { createHash } from 'node:crypto';
import type { Config } from '../../config/config.ts';
import type { ExportShape } from '../../formats/format.ts';
import type { LineCounts } from '../../pipeline/lineCounts.ts';
import type { TokenizerPlan } from '../../pipeline/recordPlan.ts';
import type { SplitName } from '../../pipeline/split/assign.ts';
import type { Balance, Counts, FeedbackJoin, Leaks } from '../../report/types.ts';
import type { Account } from '../account.ts';
import type { BuiltBenchmark } from '../benchmark/buildBenchmark.ts';
import type { LedgerFacts } from '../ledger/publishLedger.ts';
import type { SurveyedFile } from '../surveyLogs.ts';
import type { WrittenFile } from './outputFile.ts';

export interface ManifestInput extends LineCounts {
  readonly file: string;
  readonly kind: 'conversations' | 'feedback';
  readonly bytes: number;
  readonly sha256: string;
}

export interface ManifestOutput extends WrittenFile {
  readonly file: string;
  readonly rows: number;
  /** Of a file of rows: the split it holds. */
  readonly split?: SplitName;
}

/** `manifest.json`: what went in, what came out, and by which config; the only output that carries a time. */
export interface Manifest {
  readonly curate: string;
  readonly created: string;
  readonly format: string;
  /** The trainer whose rules it follows, by name, if it was made for one. */
  readonly target?: string;
  /** What is true of all examples together. */
  readonly shape: ExportShape;
  readonly config_sha256: string;
  readonly config: Config;
  readonly period: { readonly since: string | null; readonly until: string | null };
  /** User and session ids were hashed with a key. */
  readonly keyed_ids: boolean;
  readonly inputs: readonly ManifestInput[];
  readonly outputs: readonly ManifestOutput[];
  readonly lines: LineCounts;
  readonly account: Account;
  /** Conversations that each record stage changed, and cut at a bad turn. */
  readonly changed: Counts;
  readonly cut: Counts;
  readonly feedback: FeedbackJoin;
  /** Where there was something that must not turn up. */
  readonly decontaminated?: Decontaminated;
  readonly splits: Counts;
  /** What the splits have in common; of what was written, before rows were taken away. */
  readonly leaks?: Leaks;
  /** Which splits were remembered, and which dealt. Not there in exports of before the ledger. */
  readonly ledger?: LedgerFacts;
  /** Of formats of ratings. */
  readonly balance?: Balance;
  /** Where tokens were counted. They are not known any more once rows were taken away. */
  readonly tokens?: TokenFacts;
}

/** What must not turn up in the data set, and how many conversations were dropped for it. */
export interface Decontaminated {
  readonly files: readonly {
    readonly file: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly rows: number;
    readonly texts: number;
  }[];
  /** By reason. */
  readonly dropped: Counts;
}

/** Nothing where the config names no files to be held against. */
export function decontaminated(benchmark: BuiltBenchmark | undefined, { funnel }: Account): Decontaminated | undefined {
  if (benchmark === undefined) return undefined;
  const files = benchmark.files.map(({ name: file, bytes, sha256, rows, texts }) => ({
    file,
    bytes,
    sha256,
    rows,
    texts,
  }));
  return { files, dropped: funnel.find(({ stage }) => stage === 'decontaminate')?.reasons ?? {} };
}

/** Tokens of the examples, with those of a chat template around them, and by what they were counted. */
export interface TokenFacts {
  readonly tokenizer: string;
  /** Of the file that it was read from, and of the settings beside it; `null` where there was none. */
  readonly sha256: string | null;
  readonly config_sha256: string | null;
  readonly total: number;
  readonly splits: Counts;
}

/** Nothing where no tokens were counted. */
export function tokenFacts(tokenizer: TokenizerPlan | undefined, splits: Counts): TokenFacts | undefined {
  if (tokenizer === undefined) return undefined;
  const { name, file } = tokenizer;
  const total = Object.values(splits).reduce((sum, tokens) => sum + tokens, 0);
  return { tokenizer: name, sha256: file?.sha256 ?? null, config_sha256: file?.config_sha256 ?? null, total, splits };
}

/** SHA-256 of the config as JSON, in hexadecimal: equal for equal settings, however the YAML was written. */
export function configHash(config: Config): string {
  return createHash('sha256').update(JSON.stringify(config)).digest('hex');
}

export function manifestInput(
  kind: ManifestInput['kind'],
  { file, counts }: SurveyedFile,
  sha256: string,
): ManifestInput {
  return { file: file.name, kind, bytes: file.bytes, sha256, ...counts };
}
