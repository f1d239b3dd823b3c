import type { ProgressReport } from '../report/progressTypes.ts';
import type { StatsReport } from '../report/statsTypes.ts';
import type { ShownComment, ShownExport } from './answers.ts';
import { board } from './board.ts';
import { Client } from './client.ts';
import { byId } from './elements.ts';
import { signInPanel } from './panels/signIn.ts';
import { statusPanel } from './panels/status.ts';
import { refreshSecondsOf } from './refreshSeconds.ts';
import { Repeater } from './repeater.ts';
import { backOff } from './state/backOff.ts';
import { type Trouble, troubleAfter } from './state/connection.ts';
import { answered, type Resource, UNKNOWN } from './state/resource.ts';
import { followTheme } from './theme.ts';
import { token } from './token.ts';
import { Watcher } from './watcher.ts';

/** The script of the dashboard: asks the service for its numbers, shows them, and asks again when they have changed. */

const refreshSeconds = refreshSecondsOf(document);
const client = new Client(() => token.get());
const status = statusPanel();
const shown = byId('board', HTMLElement);
const loading = byId('loading', HTMLElement);
const panels = board({ client, announce: status.announce, changed: () => exportsAgain.request() });
const signIn = signInPanel(startAnew);

let stats: Resource<StatsReport> = UNKNOWN;
let progress: Resource<ProgressReport> = UNKNOWN;
let comments: Resource<readonly ShownComment[]> = UNKNOWN;
let exports: Resource<readonly ShownExport[]> = UNKNOWN;
let isLive = false;
let trouble: Trouble | undefined;
let failures = 0;

async function askNumbers(): Promise<number> {
  const [first, second, third] = await Promise.all([
    client.get<StatsReport>('/v1/stats'),
    client.get<ProgressReport>('/v1/progress'),
    client.get<{ readonly comments: readonly ShownComment[] }>('/v1/comments'),
  ]);
  const now = Date.now();
  stats = answered(stats, first, now);
  progress = answered(progress, second, now);
  comments = answered(comments, third.kind === 'ok' ? { ...third, value: third.value.comments } : third, now);
  const before = trouble;
  trouble = troubleAfter(before, [stats.failure, progress.failure], now);
  failures = trouble === undefined ? 0 : failures + 1;
  show();
  // Only then: events alone may be kept away by something between, and are tried ever more seldom.
  if (before !== undefined && trouble === undefined) watcher.hurry();
  return trouble === undefined ? refreshSeconds * 1000 : backOff(failures, Math.random());
}

async function askExports(): Promise<number> {
  const outcome = await client.get<{ readonly exports: readonly ShownExport[] }>('/v1/exports');
  const list = outcome.kind === 'ok' ? { ...outcome, value: outcome.value.exports } : outcome;
  exports = answered(exports, list, Date.now());
  show();
  return refreshSeconds * 1000;
}

function show(): void {
  const isAsked = stats.failure?.kind === 'token';
  signIn.show(isAsked);
  if (isAsked) pause();
  const isWaiting = stats.value === undefined && stats.failure === undefined;
  loading.hidden = isAsked || !isWaiting;
  shown.hidden = isAsked || isWaiting;
  panels.show({ stats, progress, comments, exports });
  showStatus();
}

function showStatus(): void {
  status.show({ isLive, trouble, updated: stats.at, refreshSeconds });
}

const numbersAgain = new Repeater(askNumbers);
const exportsAgain = new Repeater(askExports);
const watcher = new Watcher({
  open: (signal) => client.stream('/v1/events', signal),
  onLive(now) {
    isLive = now;
    // What happened while nobody listened.
    numbersAgain.request();
    showStatus();
  },
  // A service that stops ends its streams first: whether it is gone shows when the next one is asked for.
  onAway: () => numbersAgain.request(),
  onEvent(event) {
    if (event.type === 'looked') numbersAgain.request();
    if (event.type === 'export') exportsAgain.request();
  },
});

function pause(): void {
  numbersAgain.stop();
  exportsAgain.stop();
  watcher.stop();
}

function resume(): void {
  numbersAgain.start();
  exportsAgain.start();
  watcher.start();
}

/** There is another token: what the one before was shown is gone. */
function startAnew(): void {
  stats = progress = comments = exports = UNKNOWN;
  pause();
  resume();
}

// Browsers open six connections to a service (HTTP/1.1), and an event stream keeps one: pages that nobody sees give theirs up.
document.addEventListener('visibilitychange', () => (document.hidden ? pause() : resume()));
window.addEventListener('online', resume);
// The age of the numbers goes on while the service is away.
setInterval(showStatus, 1000);
followTheme(() => panels.redraw());
resume();
