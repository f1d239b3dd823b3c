import type { StatsReport } from '../../report/statsTypes.ts';
import { element, setText } from '../elements.ts';
import { count, integer, percent, reasonWords } from '../format.ts';
import { countsPanel } from './counts.ts';

/** Ours: what stands beside the two panels of the other columns. */
const MOST_ROWS = 12;

/** Where conversations are lost: how many come in and are kept, and the reasons for the rest. */
export function lossesPanel() {
  const made = countsPanel({
    id: 'losses',
    title: 'Where conversations are lost',
    of: 'stage.reason',
    most: MOST_ROWS,
    fill: { tone: 'strong', pattern: 'solid' },
    named: reasonWords,
    sentence: () => '',
  });
  const kept = element('span', { class: 'kept' });
  const lost = element('span', { class: 'lost' });
  const strip = element('div', { class: 'strip', 'aria-hidden': 'true' }, element('i'));
  const legend = element('p', { class: 'flow' }, kept, lost);
  made.body.prepend(strip, legend);
  return {
    ...made,
    show({ records, kept: left, dropped }: StatsReport): void {
      const reasons = Object.keys(dropped.by_reason).length;
      made.show(dropped.by_reason, records);
      strip.style.setProperty('--share', String(records === 0 ? 0 : left / records));
      setText(kept, `${integer(left)} kept`);
      setText(lost, `${integer(dropped.total)} lost`);
      const share = percent(records === 0 ? null : dropped.total / records);
      made.say(`${share} of ${count(records, 'conversation')}, for ${count(reasons, 'reason')}.`);
    },
  };
}
