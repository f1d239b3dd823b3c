import { forecastWords } from '../../report/forecastWords.ts';
import { progressCard } from '../../report/page/timeCards.ts';
import type { ProgressReport } from '../../report/progressTypes.ts';
import { growthLine } from '../charts/dayCharts.ts';
import { element, spoken } from '../elements.ts';
import { integer, percent, rate } from '../format.ts';
import { milestoneTrack, type TrackStep } from '../milestoneTrack.ts';
import { whenChanged } from '../whenChanged.ts';
import { chartPanel } from './chartPanel.ts';
import { specTable } from './specTable.ts';

/** The way to the goal: milestones, the forecast, and the line of examples so far. */
export function progressPanel() {
  const made = chartPanel('progress', 'Progress');
  const headline = element('p', { class: 'headline', id: 'progress-headline' });
  const track = element('ol', { class: 'track', id: 'milestones' });
  made.body.prepend(headline, track);
  const changed = whenChanged();
  return {
    ...made,
    show(progress: ProgressReport): void {
      const { kept, goal, per_day_7, per_day_28 } = progress;
      headline.replaceChildren(
        element('strong', {}, integer(kept)),
        ` of ${integer(goal)} good examples, `,
        element('span', { id: 'progress-percent' }, percent(progress.percent / 100)),
      );
      made.say(`Goal: ${forecastWords(progress)}. ${rate(per_day_7)} a day over 7 days, ${rate(per_day_28)} over 28.`);
      const steps = milestoneTrack(progress);
      changed(steps, () => track.replaceChildren(...steps.map(stepItem)));
      const card = progressCard(progress);
      made.section.classList.toggle('without-chart', card === undefined);
      if (card === undefined) return;
      made.draw(card.chart, growthLine(card.chart));
      specTable(made.table, card.of, card.chart);
    },
  };
}

const SPOKEN: Readonly<Record<TrackStep['state'], string>> = { reached: 'reached', next: 'next', ahead: 'ahead' };

function stepItem({ at, name, state, words, share }: TrackStep): HTMLLIElement {
  const bar = element('span', { class: 'bar', 'aria-hidden': 'true' }, element('i'));
  bar.style.setProperty('--share', String(share));
  return element(
    'li',
    { 'data-state': state },
    bar,
    element('b', {}, at),
    element('span', { class: 'what' }, name),
    spoken(` (${SPOKEN[state]}) `),
    element('span', { class: 'when' }, words),
  );
}
