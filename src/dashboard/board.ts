import type { ProgressReport } from '../report/progressTypes.ts';
import type { StatsReport } from '../report/statsTypes.ts';
import type { ShownComment, ShownExport } from './answers.ts';
import { byId, setText } from './elements.ts';
import { count, labelWords, percent } from './format.ts';
import { sum } from './largest.ts';
import { commentsPanel } from './panels/comments.ts';
import { countsPanel } from './panels/counts.ts';
import { daysPanel } from './panels/days.ts';
import { emptyPanel } from './panels/empty.ts';
import { type ExportsParts, exportsPanel } from './panels/exports.ts';
import { languagesPanel } from './panels/languages.ts';
import { lossesPanel } from './panels/losses.ts';
import { showResource } from './panels/panel.ts';
import { progressPanel } from './panels/progress.ts';
import { ratingsPanel } from './panels/ratings.ts';
import { tilesPanel } from './panels/tiles.ts';
import { spanWords } from './spanWords.ts';
import type { Resource } from './state/resource.ts';
import { token } from './token.ts';

export interface Shown {
  readonly stats: Resource<StatsReport>;
  readonly progress: Resource<ProgressReport>;
  readonly comments: Resource<readonly ShownComment[]>;
  readonly exports: Resource<readonly ShownExport[]>;
}

/** Ours: with more rows the columns of the page are of different lengths. */
const MOST_ROWS = 7;

/** All panels: each is handed what it shows. */
export function board(parts: ExportsParts) {
  const span = byId('span', HTMLElement);
  const tiles = tilesPanel();
  const empty = emptyPanel(() => token.get() !== undefined);
  const progress = progressPanel();
  const days = daysPanel();
  const losses = lossesPanel();
  const languages = languagesPanel();
  const ratings = ratingsPanel();
  const intents = labels('intents', 'Intents', 'intent', 'strong');
  const frameworks = labels('frameworks', 'Frameworks', 'framework', 'soft');
  const comments = commentsPanel();
  const exports = exportsPanel(parts);
  const ofStats = [days, losses, languages, ratings];
  return {
    show(shown: Shown): void {
      document.body.classList.toggle('without-numbers', isWithoutNumbers(shown));
      tiles.show(shown.stats.value, shown.progress.value);
      if (shown.stats.value !== undefined) setText(span, spanWords(shown.stats.value));
      showResource(progress, shown.progress, progress.show);
      for (const panel of ofStats) showResource(panel, shown.stats, panel.show);
      showResource(intents, shown.stats, ({ intents: found, records }) => intents.show(found, records));
      showResource(frameworks, shown.stats, ({ frameworks: found, records }) => frameworks.show(found, records));
      if (shown.stats.value !== undefined) empty.show(shown.stats.value);
      showResource(comments, shown.comments, (found) => {
        const fresh = comments.show(found);
        if (fresh > 0) parts.announce(`${count(fresh, 'new comment')}.`);
      });
      showResource(exports, shown.exports, exports.show);
    },
    redraw(): void {
      for (const panel of [progress, ...ofStats, intents, frameworks]) if ('redraw' in panel) panel.redraw();
    },
  };
}

/** There is nothing to show and the banner says why; a token that may not see it is told at every panel. */
function isWithoutNumbers({ stats, progress }: Shown): boolean {
  return [stats, progress].every(({ value, failure }) => value === undefined && failure?.kind !== 'role');
}

function labels(id: string, title: string, of: string, tone: 'strong' | 'soft') {
  return countsPanel({
    id,
    title,
    of,
    most: MOST_ROWS,
    fill: { tone, pattern: 'solid' },
    named: labelWords,
    sentence: (rows, whole) => {
      const known = sum(rows.map(({ value }) => value));
      const without = whole > known ? `, ${count(whole - known, 'conversation')} without one` : '';
      return `${rows[0]?.label ?? ''} comes most often: ${percent(known === 0 ? null : (rows[0]?.value ?? 0) / known)} of ${count(known, 'conversation')}${without}.`;
    },
  });
}
