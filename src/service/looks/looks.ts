import type { Config } from '../../config/config.ts';
import type { ProjectOptions } from '../../engine/project.ts';
import type { ProgressReport, StatsReport } from '../../report/types.ts';
import type { Looks, NewestComment } from '../context.ts';
import type { EventBus } from '../eventBus.ts';
import { Refusal } from '../refusal.ts';
import type { Look, LookOutcome, LookSource } from './look.ts';
import { ThreadSource } from './threadSource.ts';

/** Ours: what people see changes four times a second at the most. */
const SHORTEST_REST_MS = 250;
/**
 * Ours: looks may take a fifth of one processor. Of two in a row the quicker one counts: what is read for the first time, or made the
 * machine slow once, does not come again.
 */
const RESTS = 4;
/** Ours: what others write into the folder shows by then. To ask costs a look at each file's size, in the thread. */
const POLL_MS = 3000;
/**
 * Ours: who asked within that time will ask again. With nobody who listens or asks there are no looks: they would take a processor from a
 * chatbot that writes thousands of lines a second.
 */
const WATCHED_MS = 10_000;
/** Ours: longer than that nobody waits for a number that is newer than the one which is there. */
const FRESH_MS = 1500;
/** Ours: nor for the first ones, while all logs are read for the first time. */
const FIRST_MS = 8000;
/** Ours: a thread that crashes is started again after a second, then two, four, … and at least once a minute. */
const CRASH_MS = 1000;
const LONGEST_CRASH_MS = 60_000;

/** Times and who takes the looks, for tests. */
export interface LookSettings {
  readonly source?: LookSource;
  readonly now?: () => number;
}

/**
 * Looks at a data folder from a thread of its own: at once, and whenever something has changed.
 * @param options the folder, as every command has it
 * @param events is told of every look
 */
export function openLooks(
  options: ProjectOptions,
  { serve }: Pick<Config, 'serve'>,
  events: EventBus,
  { source = new ThreadSource(options), now = () => performance.now() }: LookSettings = {},
): Looks {
  return new TimedLooks(source, events, Math.min(POLL_MS, serve.refresh_seconds * 1000), now);
}

class TimedLooks implements Looks {
  readonly #source: LookSource;
  readonly #events: EventBus;
  readonly #poll_ms: number;
  readonly #now: () => number;
  readonly #waiting = new Set<() => void>();
  #newest: Look | undefined;
  /** Why there are no numbers; nothing where there are. */
  #problem: string | undefined;
  /** How often something was stored, and how much of that the newest look saw. */
  #changes = 1;
  #seen = 0;
  #crashes = 0;
  /** No look begins before. */
  #earliest = 0;
  /** When somebody asked, and when the newest look began. */
  #asked = Number.NEGATIVE_INFINITY;
  #looked = Number.NEGATIVE_INFINITY;
  /** What the newest look took, and what looks take that begin with all as usual. */
  #took = 0;
  #usual = 0;
  #isLooking = false;
  #isClosed = false;
  #timer: { readonly at: number; readonly handle: NodeJS.Timeout } | undefined;

  constructor(source: LookSource, events: EventBus, poll_ms: number, now: () => number) {
    this.#source = source;
    this.#events = events;
    this.#poll_ms = poll_ms;
    this.#now = now;
    events.onListen(() => this.#plan());
    this.#plan();
  }

  async stats(): Promise<StatsReport> {
    return (await this.#current()).stats;
  }

  async progress(): Promise<ProgressReport> {
    return (await this.#current()).progress;
  }

  async comments(most: number): Promise<readonly NewestComment[]> {
    const { comments } = await this.#current();
    if (typeof comments === 'string') throw refusal(comments);
    return comments.slice(0, most);
  }

  changed(): void {
    this.#changes++;
    this.#plan();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer?.handle);
    this.#problem = 'The service is about to stop.';
    this.#tellWaiting();
    await this.#source.close();
  }

  /** A look that saw what was stored before the call, where that does not take too long; else the newest that there is. */
  async #current(): Promise<Look> {
    this.#asked = this.#now();
    // While nobody watched, others may have written.
    if (this.#asked - this.#looked > this.#poll_ms) this.#changes++;
    this.#plan();
    const asked = this.#changes;
    const longest = this.#newest === undefined ? FIRST_MS : FRESH_MS;
    const expected = this.#isLooking ? 0 : this.#earliest - this.#now() + this.#usual;
    if (this.#seen < asked && (this.#newest === undefined || expected < longest)) await this.#until(asked, longest);
    if (this.#problem !== undefined) throw refusal(this.#problem);
    if (this.#newest !== undefined) return this.#newest;
    throw refusal('The logs are read for the first time, which takes a while; ask again.');
  }

  async #until(asked: number, longest: number): Promise<void> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#tellWaiting();
    }, longest);
    while (!isLate && !this.#isClosed && this.#seen < asked) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
    clearTimeout(timer);
  }

  #tellWaiting(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const go of waiting) go();
  }

  #isWatched(): boolean {
    return this.#newest === undefined || this.#events.listeners > 0 || this.#now() - this.#asked < WATCHED_MS;
  }

  /** Sets the clock for the next look, unless it is set for as early a time, or nobody would see it. */
  #plan(): void {
    if (this.#isLooking || this.#isClosed || !this.#isWatched()) return;
    const now = this.#now();
    const at = Math.max(this.#earliest, this.#changes > this.#seen ? now : now + this.#poll_ms);
    if (this.#timer !== undefined && this.#timer.at <= at) return;
    clearTimeout(this.#timer?.handle);
    const handle = setTimeout(() => void this.#look(), at - now);
    handle.unref();
    this.#timer = { at, handle };
  }

  async #look(): Promise<void> {
    this.#timer = undefined;
    this.#isLooking = true;
    const [began, changes] = [this.#now(), this.#changes];
    this.#looked = began;
    const outcome = await this.#source.look().catch((): LookOutcome => ({ kind: 'crash', why: 'not started' }));
    this.#isLooking = false;
    if (this.#isClosed) return;
    const now = this.#now();
    this.#seen = changes;
    this.#take(outcome);
    this.#earliest = now + this.#restAfter(outcome, now - began);
    this.#tellWaiting();
    this.#plan();
  }

  #take(outcome: LookOutcome): void {
    this.#crashes = outcome.kind === 'crash' ? this.#crashes + 1 : 0;
    if (outcome.kind === 'problem') {
      this.#problem = outcome.sentence;
    } else if (outcome.kind === 'look') {
      this.#problem = undefined;
      this.#newest = outcome.look;
      this.#events.publish({ type: 'looked', at: new Date().toISOString() });
    } else if (outcome.kind === 'crash' && this.#newest === undefined) {
      this.#problem = `The numbers could not be taken (${outcome.why}); it is tried again. Where it goes on, \`curate stats\` on the same folder says more.`;
    }
  }

  #restAfter({ kind }: LookOutcome, took: number): number {
    if (kind === 'crash') return Math.min(LONGEST_CRASH_MS, CRASH_MS * 2 ** (this.#crashes - 1));
    if (kind !== 'look') return SHORTEST_REST_MS;
    this.#usual = Math.min(this.#took, took);
    this.#took = took;
    return Math.max(SHORTEST_REST_MS, RESTS * this.#usual);
  }
}

function refusal(sentence: string): Refusal {
  return new Refusal(503, sentence, [], { 'retry-after': '3' });
}
