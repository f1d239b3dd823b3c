import { SIGNATURE_BYTES } from '../measures/minhash.ts';
import { type Column, type ColumnSource, copyColumns, FRESH } from './columns.ts';
import { FACET_NAMES, type FacetName } from './conversation.ts';

/**
 * The digest: what the survey leaves of each conversation, one row each, in columns. Numbers and hashes only.
 * A row takes 297 bytes however long its text is (and 24 an exchange where there are several); rows of several digests can be put one after another.
 */
export interface DigestRows {
  /** 53-bit hash of the id. */
  readonly id: Float64Array;
  /** Where the record begins in its file, in (unpacked) bytes, how long it is, and its line, counted from 1. */
  readonly offset: Float64Array;
  readonly bytes: Uint32Array;
  readonly line: Uint32Array;
  /** Milliseconds since the epoch, or the day in the file's name; NaN where neither says. */
  readonly timestamp: Float64Array;
  /** 53-bit hashes of the raw ids; 0 where the log has none. */
  readonly user: Float64Array;
  readonly session: Float64Array;
  /** Hashes of the normalised text of the turns, and of the first question alone. */
  readonly content: Float64Array;
  readonly prompt: Float64Array;
  /** Hash of the turns by which duplicates are told (`dedup.by`): as `content`, or of the answers or the questions alone. */
  readonly compared: Float64Array;
  /** Hash of what stands before the turns: the system prompt, and the definitions of tools; 0 where there is neither. */
  readonly system: Float64Array;
  /** Lengths of all user and all assistant text after cleaning, in UTF-16 units. */
  readonly user_chars: Uint32Array;
  readonly assistant_chars: Uint32Array;
  /** Words and signs of the turns: how much the signature has to go by. */
  readonly words: Uint32Array;
  /**
   * Tokens of what is left of the conversation, and of what it says once for all exchanges (system message, definitions of
   * tools), by `MessageTokens`; 0 where none are counted.
   */
  readonly tokens: Uint32Array;
  readonly system_tokens: Uint32Array;
  /** Exchanges that are left after record stages cut at a bad turn. */
  readonly exchanges: Uint32Array;
  /** 0 when the record stages keep the conversation, else 1 + the place of the reason in `recordReasons`. */
  readonly verdict: Uint16Array;
  /** `SYSTEM`, `TOOLS`, … see below. */
  readonly flags: Uint8Array;
  /** Codes into the dictionaries of labels; 0 where there is none. */
  readonly facets: Readonly<Record<FacetName, Uint16Array>>;
  /** Bits of the filters that would drop it were they alone, or that cut it (`filterBits`); 0 where no filter was asked. */
  readonly fails: Uint32Array;
  /** MinHash signatures over the turns, `SIGNATURE_BYTES` a row. */
  readonly signatures: Uint8Array;
  /** How its questions and answers begin and end, in codes by which canned texts are found; `PASSAGES` a row. */
  readonly passages: Uint16Array;
  /** What filters measured, each in a byte (`measurePlan`); `MEASURES` a row. Of a conversation that a filter cut, as that filter found it. */
  readonly measures: Uint8Array;
  /** Where the row's exchanges begin in `ExchangeRows`; only conversations of several exchanges, and cut ones, have any there. */
  readonly firstExchange: Uint32Array;
}

/**
 * For conversations of several exchanges: one row an exchange. Where exchanges were cut from the front (`CUT_FRONT`), one
 * more row stands before them, with the place of the last message that is gone as its `answer`.
 */
export interface ExchangeRows {
  /** `message_index` of the exchange's answer in the log line. */
  readonly answer: Uint32Array;
  /** Hash of the turns up to and with this exchange, and the tokens so far. */
  readonly content: Float64Array;
  readonly tokens: Uint32Array;
  /** Hash of the turns up to and with its question. */
  readonly prompt: Float64Array;
}

/** Values a row in `passages` and in `measures`. */
export const PASSAGES = 16;
export const MEASURES = 8;

/** Bits of `flags`. */
export const SYSTEM = 1;
/** It has calls of tools or their results. */
export const TOOLS = 2;
/** Cleaning and scrubbing changed nothing, so the write phase need not do them again. */
export const UNTOUCHED = 4;
/** It belongs to somebody who was forgotten, or who opted out by pseudonym. The row says nothing else but where it is. */
export const FORGOTTEN = 8;
export const OPTED_OUT = 16;
/** It names the tools that the assistant was offered. */
export const DEFINITIONS = 32;
/** Exchanges were cut from its front. */
export const CUT_FRONT = 64;
/** A record stage cut it at a bad turn: it came with more exchanges, behind those that it has. */
export const CUT = 128;

/** The most labels of one facet that are told apart; what comes later counts as the last. */
export const MAX_LABELS = 4096;

/**
 * The most labels in the digest of a part, a range or a file: all that codes can name. Were a part cut to `MAX_LABELS`
 * itself, it would depend on how the logs are parted which labels are left of them together.
 */
export const MAX_LABELS_OF_PART = 0x1_0000;

/** Rows over columns from `source`; the order is that of `columnsOf`. */
export function rowsFrom(source: ColumnSource, count: number): DigestRows {
  return {
    id: source.f64(count),
    offset: source.f64(count),
    timestamp: source.f64(count),
    user: source.f64(count),
    session: source.f64(count),
    content: source.f64(count),
    prompt: source.f64(count),
    compared: source.f64(count),
    system: source.f64(count),
    bytes: source.u32(count),
    line: source.u32(count),
    user_chars: source.u32(count),
    assistant_chars: source.u32(count),
    words: source.u32(count),
    tokens: source.u32(count),
    system_tokens: source.u32(count),
    exchanges: source.u32(count),
    firstExchange: source.u32(count),
    fails: source.u32(count),
    verdict: source.u16(count),
    facets: {
      language: source.u16(count),
      intent: source.u16(count),
      framework: source.u16(count),
      complexity: source.u16(count),
      model: source.u16(count),
      source: source.u16(count),
      context: source.u16(count),
    },
    flags: source.u8(count),
    signatures: source.u8(count * SIGNATURE_BYTES),
    passages: source.u16(count * PASSAGES),
    measures: source.u8(count * MEASURES),
  };
}

/** Every column of the rows, in the order of `rowsFrom`. */
export function columnsOf(rows: DigestRows): Column[] {
  const { id, offset, timestamp, user, session, content, prompt, compared, system } = rows;
  const { bytes, line, user_chars, assistant_chars, words, tokens, system_tokens, exchanges, firstExchange, fails } =
    rows;
  const facets = FACET_NAMES.map((name) => rows.facets[name]);
  return [
    ...[id, offset, timestamp, user, session, content, prompt, compared, system],
    ...[bytes, line, user_chars, assistant_chars, words, tokens, system_tokens, exchanges, firstExchange, fails],
    ...[rows.verdict, ...facets, rows.flags, rows.signatures, rows.passages, rows.measures],
  ];
}

/** Every column, cut to `count` rows. */
export function columnsCut(rows: DigestRows, count: number): Column[] {
  return columnsOf(rows).map((column) => column.subarray(0, count * valuesARow(rows, column)));
}

function valuesARow({ signatures, passages, measures }: DigestRows, column: Column): number {
  if (column === signatures) return SIGNATURE_BYTES;
  if (column === passages) return PASSAGES;
  return column === measures ? MEASURES : 1;
}

export function allocateRows(count: number): DigestRows {
  return rowsFrom(FRESH, count);
}

/** Copies the first `count` rows of `from` to `to`, beginning at row `at`. */
export function copyRows(from: DigestRows, count: number, to: DigestRows, at: number): void {
  const targets = columnsOf(to);
  for (const [place, column] of columnsCut(from, count).entries()) {
    const target = targets[place];
    target?.set(column, at * valuesARow(to, target));
  }
}

export function exchangesFrom(source: ColumnSource, count: number): ExchangeRows {
  return {
    content: source.f64(count),
    prompt: source.f64(count),
    answer: source.u32(count),
    tokens: source.u32(count),
  };
}

export function exchangeColumnsOf({ content, prompt, answer, tokens }: ExchangeRows): Column[] {
  return [content, prompt, answer, tokens];
}

export function allocateExchanges(count: number): ExchangeRows {
  return exchangesFrom(FRESH, count);
}

export function copyExchanges(from: ExchangeRows, count: number, to: ExchangeRows, at: number): void {
  copyColumns(exchangeColumnsOf(from), count, exchangeColumnsOf(to), at);
}

/** Labels of the facets by their codes; code 0 is "the log does not say". */
export type LabelLists = Readonly<Record<FacetName, string[]>>;

export function emptyLabels(): LabelLists {
  return { language: [''], intent: [''], framework: [''], complexity: [''], model: [''], source: [''], context: [''] };
}

/** The digest of a byte range, a file, or all files together. */
export interface Digest {
  /** Number of rows; the columns may be longer. */
  readonly count: number;
  readonly rows: DigestRows;
  readonly exchangeCount: number;
  readonly exchanges: ExchangeRows;
  readonly labels: LabelLists;
  /** How many conversations each record stage changed and cut, by its place in `recordStageNames`. */
  readonly changed: Uint32Array;
  readonly cut: Uint32Array;
}
