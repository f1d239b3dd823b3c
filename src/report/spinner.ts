import type { Ora } from 'ora';
import { type Look, lookFor, NO_PAINT, type Screen, signsOf } from './look.ts';
import { bytes, count, duration, integer } from './numbers.ts';
import { cut, safe } from './text.ts';

/** How far a phase is. `done` and `total` are in one unit of the caller's choice; `bytes` were read so far. */
export interface PhaseProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly lines: number;
  readonly bytes: number;
}

export interface ProgressDisplay {
  /** Shows how far a phase is; cheap to call often. */
  update(progress: PhaseProgress): void;
  /** A file is finished: one plain line where there is no spinner. */
  file(name: string, lines: number): void;
  /** Takes the spinner away and gives the cursor back; no call after it shows anything. */
  done(): void;
  fail(): void;
}

export interface ProgressOptions {
  readonly quiet?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

type ProgressStream = NodeJS.WritableStream & Screen;

const SILENT: ProgressDisplay = { update() {}, file() {}, done() {}, fail() {} };

/** At most ten texts a second: more cannot be read. */
const INTERVAL = 100;

/** No speed before so many milliseconds: it would be absurd. */
const RATE_AFTER = 500;

/** No estimate of the time left before so many milliseconds: it would jump. */
const ESTIMATE_AFTER = 3_000;

/**
 * Shows the progress of a run on `stream` (standard error): a spinner on a terminal, one line a file elsewhere, nothing
 * with `quiet`. It is given names, numbers and phases only, so it cannot show text of a log.
 */
export function startProgress(stream: ProgressStream, options: ProgressOptions = {}): ProgressDisplay {
  const { quiet = false, env = process.env, now = () => performance.now() } = options;
  if (quiet) return SILENT;
  return isLive(stream, env) ? spinnerOn(stream, lookFor(stream, env), now) : linesOn(stream);
}

/**
 * A terminal that a person looks at: not a build machine's, not one that cannot move its cursor, and not one without a
 * size (a pseudo-terminal has 0 columns until someone sets them: ora 9.4 then clears lines for ever).
 */
function isLive(stream: Screen, env: Readonly<Record<string, string | undefined>>): boolean {
  const inBuild = env.CI !== undefined && env.CI !== '' && env.CI !== 'false' && env.CI !== '0';
  return stream.isTTY === true && (stream.columns ?? 0) > 0 && !inBuild && env.TERM !== 'dumb';
}

function linesOn(stream: NodeJS.WritableStream): ProgressDisplay {
  let phase = '';
  return {
    ...SILENT,
    update(progress) {
      phase = progress.phase;
    },
    file(name, lines) {
      stream.write(`${phase === '' ? '' : `${phase}  `}${safe(name)}  ${count(lines, 'line')}\n`);
    },
  };
}

/** The spinner joins the work when it is loaded, with the text of that moment. */
function spinnerOn(stream: ProgressStream, look: Look, now: () => number): ProgressDisplay {
  const clock = phaseClock(now);
  const signs = signsOf(look);
  let spinner: Ora | undefined;
  let text = 'starting';
  let over = false;
  const stop = () => {
    over = true;
    spinner?.stop();
  };
  void loadSpinner(stream, look).then((loaded) => {
    if (over || loaded === undefined) return;
    spinner = loaded;
    spinner.start(text);
  });
  return {
    update(progress) {
      if (over || !clock.isDue(progress)) return;
      text = cut(progressText(progress, clock.elapsed(), signs.dot), look.width - 3, signs.cut);
      if (spinner === undefined) return;
      spinner.text = text;
      spinner.render(); // its own timer waits while the program is busy
    },
    file() {},
    done: stop,
    fail: stop,
  };
}

/** ora takes 40 ms to load, so it is loaded beside the work; a run goes on without it, should it not load. */
async function loadSpinner(stream: ProgressStream, look: Look): Promise<Ora | undefined> {
  const loaded = await import('ora').catch(() => undefined);
  return loaded?.default({
    stream,
    color: look.paint === NO_PAINT ? false : 'cyan',
    spinner: look.ascii ? 'line' : 'dots',
    isEnabled: true,
    // Raw mode would keep Ctrl+C from ending a busy program.
    discardStdin: false,
  });
}

/** Time since the phase began, and whether a new text is due: at its start and end, and ten times a second. */
function phaseClock(now: () => number) {
  let phase = '';
  let began = 0;
  let shown = 0;
  return {
    elapsed: () => now() - began,
    isDue(progress: PhaseProgress): boolean {
      const time = now();
      const fresh = progress.phase !== phase;
      if (fresh) [phase, began] = [progress.phase, time];
      if (!fresh && progress.done < progress.total && time - shown < INTERVAL) return false;
      shown = time;
      return true;
    },
  };
}

/** `survey  41 % · 41,200 lines · 38 MB/s · 12 s left`; `elapsed` is in milliseconds since the phase began. */
export function progressText({ phase, done, total, lines, bytes: read }: PhaseProgress, elapsed: number, dot = '·') {
  const share = total > 0 ? done / total : 0;
  const left = share > 0 && share < 1 && elapsed > ESTIMATE_AFTER ? (elapsed / share) * (1 - share) : 0;
  const facts = [
    total > 0 ? `${integer(Math.floor(share * 100))} %` : '',
    lines > 0 ? count(lines, 'line') : '',
    read > 0 && elapsed > RATE_AFTER ? `${bytes((read / elapsed) * 1000)}/s` : '',
    left > 0 ? `${duration(Math.max(Math.ceil(left / 1000), 1))} left` : '',
  ];
  return `${phase}  ${facts.filter((fact) => fact !== '').join(` ${dot} `)}`.trimEnd();
}
