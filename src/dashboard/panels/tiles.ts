import type { ProgressReport } from '../../report/progressTypes.ts';
import type { StatsReport } from '../../report/statsTypes.ts';
import { byId, element, setText } from '../elements.ts';
import { type TileWords, tileWords } from '../tileWords.ts';

/** The numbers that count most, each beside what it is to be. */
export function tilesPanel() {
  const section = byId('tiles', HTMLElement);
  const tiles = new Map<string, ReturnType<typeof tile>>();
  return {
    show(stats: StatsReport | undefined, progress: ProgressReport | undefined): void {
      const words = tileWords(stats, progress);
      section.hidden = words.length === 0;
      for (const told of words) {
        const made = tiles.get(told.id) ?? tile(told);
        tiles.set(told.id, made);
        if (!made.box.isConnected) section.append(made.box);
        made.show(told);
      }
    },
  };
}

function tile({ id, name }: TileWords) {
  const value = element('p', { class: 'value', id: `tile-${id}` });
  const met = element('span', { class: 'met' });
  const note = element('span');
  const meter = element('div', { class: 'meter', 'aria-hidden': 'true' }, element('i'), element('b'));
  const box = element(
    'div',
    { class: 'tile' },
    element('h2', {}, name),
    value,
    meter,
    element('p', { class: 'note' }, met, note),
  );
  return {
    box,
    show(told: TileWords): void {
      setText(value, told.value);
      setText(met, told.met === undefined ? '' : told.met ? '✓ met ' : '✗ not met ');
      met.dataset.met = String(told.met ?? '');
      setText(note, told.note);
      meter.hidden = told.share === undefined;
      meter.style.setProperty('--share', String(Math.min(told.share ?? 0, 1)));
      meter.style.setProperty('--mark', String(told.mark ?? 1));
      meter.dataset.empty = String(!told.share);
      meter.dataset.marked = String(told.mark !== undefined);
    },
  };
}
