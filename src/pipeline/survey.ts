import { Fingerprinter } from '../measures/fingerprint.ts';
import { combine53, hash53 } from '../measures/hash.ts';
import { SIGNATURE_BYTES } from '../measures/minhash.ts';
import { type Conversation, FACET_NAMES, type Role } from './conversation.ts';
import { addCalls, addComparedTurns, type CompareBy, comparesAllTurns, ROLE_CODES } from './dedup/comparedTurns.ts';
import {
  CUT,
  CUT_FRONT,
  DEFINITIONS,
  type Digest,
  FORGOTTEN,
  MAX_LABELS_OF_PART,
  MEASURES,
  OPTED_OUT,
  PASSAGES,
  SYSTEM,
  TOOLS,
  UNTOUCHED,
} from './digest.ts';
import { DigestBuilder } from './digestBuilder.ts';
import { Judgement } from './judgement.ts';
import type { LeftOutReason } from './privacy/leftOut.ts';
import { type PipelineExtras, RecordPipeline } from './recordPipeline.ts';
import type { RecordPlan } from './recordPlan.ts';
import type { MessageTokens } from './tokens/messageTokens.ts';
import { exchangeEnds } from './turns.ts';

const PASSAGE_ROLES = { question: ROLE_CODES.user, answer: ROLE_CODES.assistant };

/** What the survey needs to know of the config; plain data. */
export interface SurveyPlan extends RecordPlan {
  /** Words in a shingle of the MinHash signature; 0 where no near duplicates are looked for, and none is made. */
  readonly ngram: number;
  /** By what duplicates are told; all turns where it is left out. */
  readonly compare_by?: CompareBy;
}

/** Where a record stands in its file. */
export interface Place {
  readonly offset: number;
  readonly bytes: number;
  readonly line: number;
  /** Milliseconds since the epoch that stand in for the time of a record without one: the day in its file's name. */
  readonly day?: number | undefined;
}

type Comparison = (row: number, messages: Conversation['messages'], ends: readonly number[]) => void;
type TokenCount = (row: number, conversation: Conversation, ends: readonly number[]) => void;

/** Runs conversations through the record stages and keeps of each a row of numbers. */
export class Surveyor {
  readonly #pipeline: RecordPipeline;
  readonly #digest: DigestBuilder;
  readonly #fingerprint: Fingerprinter;
  readonly #compareBy: CompareBy;
  readonly #judgement: Judgement;

  readonly #compare: Comparison;
  readonly #count: TokenCount | undefined;

  /**
   * @param expected how many conversations will come, roughly
   * @param extras its clock takes the time of every stage, of the fingerprint and of counting tokens
   */
  constructor(plan: SurveyPlan, expected: number, extras: PipelineExtras = {}) {
    const { clock, tokens } = extras;
    this.#judgement = new Judgement(plan, { id_key: plan.id_key, tokens });
    this.#pipeline = new RecordPipeline(plan, { ...extras, judgement: this.#judgement });
    this.#digest = new DigestBuilder(expected, MAX_LABELS_OF_PART);
    this.#fingerprint = new Fingerprinter(plan.ngram, plan.ngram === 0 ? undefined : PASSAGE_ROLES);
    this.#compareBy = plan.compare_by ?? 'conversation';
    const compare: Comparison = (row, messages, ends) => this.#takeFingerprint(row, messages, ends);
    this.#compare = clock?.watch('fingerprint', compare) ?? compare;
    if (tokens === undefined) return;
    const count: TokenCount = (row, conversation, ends) => this.#countTokens(tokens, row, conversation, ends);
    this.#count = clock?.watch('tokens', count) ?? count;
  }

  add(conversation: Conversation, place: Place): void {
    const rewritten = this.#pipeline.rewrite(conversation);
    const judged = 'drop' in rewritten ? rewritten : this.#pipeline.judge(rewritten);
    const dropped = 'drop' in judged ? judged : undefined;
    const row = this.#digest.addRow();
    this.#identify(row, conversation, place);
    this.#digest.rows.verdict[row] = dropped?.code ?? 0;
    const left = 'drop' in judged ? judged.conversation : judged;
    // At its end, that is; what was cut from the front has not gone for its faults.
    const cut = left.cut_end === true || (!('drop' in rewritten) && left.messages.length < rewritten.messages.length);
    this.#measure(row, left, cut);
    if ('drop' in rewritten) return;
    this.#digest.rows.fails[row] = this.#judgement.fails;
    this.#digest.rows.measures.set(this.#judgement.codes, row * MEASURES);
    if (this.#count !== undefined) this.#count(row, left, exchangeEnds(left.messages));
    if (rewritten === conversation) this.#digest.rows.flags[row] = (this.#digest.rows.flags[row] ?? 0) | UNTOUCHED;
  }

  /** Keeps of a conversation whose people are left out where it stands and when it was, and nothing of who or what. */
  addLeftOut({ id, timestamp }: Conversation, place: Place, reason: LeftOutReason): void {
    const row = this.#digest.addRow();
    const bare = { id, timestamp, user: undefined, session: undefined, messages: [], facets: {} };
    this.#identify(row, bare, place);
    this.#digest.rows.flags[row] = reason === 'forgotten' ? FORGOTTEN : OPTED_OUT;
  }

  finish(): Digest {
    this.#digest.addCounts(this.#pipeline.changed, this.#pipeline.cut);
    return this.#digest.finish();
  }

  #identify(row: number, conversation: Conversation, { offset, bytes, line, day }: Place): void {
    const { id, timestamp, user, session, groups } = conversation;
    const { rows } = this.#digest;
    rows.id[row] = hash53(id);
    rows.offset[row] = offset;
    rows.bytes[row] = bytes;
    rows.line[row] = line;
    rows.timestamp[row] = timestamp ?? day ?? Number.NaN;
    rows.user[row] = groups?.user ?? (user === undefined ? 0 : hash53(user));
    rows.session[row] = groups?.session ?? (session === undefined ? 0 : hash53(session));
  }

  #measure(row: number, conversation: Conversation, cut: boolean): void {
    const { rows } = this.#digest;
    const { messages, tools, facets, cut_before } = conversation;
    const chars: Record<Role, number> = { system: 0, user: 0, assistant: 0, tool: 0 };
    let flags = (tools === undefined ? 0 : DEFINITIONS) | (cut ? CUT : 0);
    for (const { role, content, tool_calls } of messages) {
      chars[role] += content.length;
      if (role === 'system') flags |= SYSTEM;
      if (role === 'tool' || tool_calls !== undefined) flags |= TOOLS;
    }
    rows.user_chars[row] = chars.user;
    rows.assistant_chars[row] = chars.assistant;
    rows.flags[row] = cut_before === undefined ? flags : flags | CUT_FRONT;
    for (const facet of FACET_NAMES) rows.facets[facet][row] = this.#digest.code(facet, facets[facet]);
    rows.system[row] = beforeTurns(messages, tools);
    const ends = exchangeEnds(messages);
    this.#addExchanges(row, conversation, ends, cut);
    this.#compare(row, messages, ends);
  }

  /** Makes rows of its exchanges, where there are several or some were cut. */
  #addExchanges(row: number, { messages, cut_before }: Conversation, ends: readonly number[], cut: boolean): void {
    const { rows } = this.#digest;
    rows.exchanges[row] = ends.length;
    if (ends.length <= 1 && cut_before === undefined && !cut) return;
    const before = cut_before === undefined ? 0 : 1;
    const first = this.#digest.addExchanges(before + ends.length) + before;
    rows.firstExchange[row] = first;
    const { answer } = this.#digest.exchanges;
    if (cut_before !== undefined) answer[first - 1] = cut_before - 1;
    for (const [exchange, end] of ends.entries()) answer[first + exchange] = messages[end - 1]?.index ?? 0;
  }

  /** The hashes of its turns, not of its system prompt, and what it is compared with others by. */
  #takeFingerprint(row: number, messages: Conversation['messages'], ends: readonly number[]): void {
    const { rows, exchanges } = this.#digest;
    const first = rows.firstExchange[row] ?? 0;
    this.#fingerprint.reset();
    let exchange = 0;
    let prompt = 0;
    for (const [position, message] of messages.entries()) {
      if (message.role !== 'system') this.#fingerprint.add(message.content, ROLE_CODES[message.role]);
      addCalls(this.#fingerprint, message);
      // Ordered turns begin with the question, so what has been read up to here is the question alone.
      if (message.role === 'user' && prompt === 0) prompt = this.#fingerprint.hash();
      if (message.role === 'user' && ends.length > 1) exchanges.prompt[first + exchange] = this.#fingerprint.hash();
      if (position + 1 !== ends[exchange]) continue;
      if (ends.length > 1) exchanges.content[first + exchange] = this.#fingerprint.hash();
      exchange++;
    }
    rows.content[row] = this.#fingerprint.hash();
    rows.prompt[row] = prompt;
    this.#takeCompared(row, messages);
  }

  /** The hash and the signature of what duplicates are told by; mostly what the fingerprint has just read. */
  #takeCompared(row: number, messages: Conversation['messages']): void {
    const { rows } = this.#digest;
    if (!comparesAllTurns(messages, this.#compareBy)) {
      this.#fingerprint.reset();
      addComparedTurns(this.#fingerprint, messages, this.#compareBy);
    }
    rows.compared[row] = this.#fingerprint.hash();
    rows.words[row] = this.#fingerprint.words;
    this.#fingerprint.writeSignature(rows.signatures, row * SIGNATURE_BYTES);
    this.#fingerprint.writePassages(rows.passages, row * PASSAGES);
  }

  #countTokens(tokens: MessageTokens, row: number, conversation: Conversation, ends: readonly number[]): void {
    const { rows, exchanges } = this.#digest;
    const { messages } = conversation;
    rows.tokens[row] = tokens.ofConversation(conversation);
    rows.system_tokens[row] = tokens.ofPreamble(conversation);
    if (ends.length <= 1) return;
    let sum = tokens.ofConversation({ ...conversation, messages: [] });
    for (const [exchange, end] of ends.entries()) {
      sum += tokens.ofMessages(messages.slice(ends[exchange - 1] ?? 0, end));
      exchanges.tokens[(rows.firstExchange[row] ?? 0) + exchange] = sum;
    }
  }
}

/** Hash of what is said before the first turn, which the fingerprint leaves out. */
function beforeTurns(messages: Conversation['messages'], tools: string | undefined): number {
  let hash = tools === undefined ? 0 : combine53(1, hash53(tools));
  for (const { role, content } of messages) if (role === 'system') hash = combine53(hash, hash53(content));
  return hash;
}
