import type { ShownExport } from '../answers.ts';
import type { Client } from '../client.ts';
import { element, setText } from '../elements.ts';
import { exportNews } from '../exportWords.ts';
import { count } from '../format.ts';
import { FORMAT_GROUPS } from '../formats.ts';
import { save } from '../save.ts';
import { whenChanged } from '../whenChanged.ts';
import { exportItem } from './exportItem.ts';
import { panel } from './panel.ts';

export interface ExportsParts {
  readonly client: Client;
  /** Says something to who listens. */
  announce(words: string): void;
  /** Exports are to be asked for anew. */
  changed(): void;
}

/** Data sets that were made, and a button that makes one. */
export function exportsPanel({ client, announce, changed }: ExportsParts) {
  const made = panel('exports', 'Exports');
  const list = element('ul', { class: 'export-list' });
  const { form, told } = exportForm(client, announce, changed);
  made.body.append(form, list);
  const changedList = whenChanged();
  let before = new Map<string, string>();
  const fetchFile = async (one: ShownExport, file: string, button: HTMLButtonElement): Promise<void> => {
    button.disabled = true;
    const outcome = await client.file(`/v1/exports/${encodeURIComponent(one.id)}/files/${encodeURIComponent(file)}`);
    button.disabled = false;
    if (outcome.kind === 'ok') save(outcome.value, `${one.format}-${file.replaceAll('/', '-')}`);
    told(outcome.kind === 'ok' ? '' : `${file}: ${outcome.detail}`);
  };
  return {
    ...made,
    show(exports: readonly ShownExport[]): void {
      for (const news of exportNews(before, exports)) announce(news);
      before = new Map(exports.map(({ id, status }) => [id, status]));
      made.say(exports.length === 0 ? 'None was made yet.' : `${count(exports.length, 'data set')}, the newest first.`);
      // Who has the focus in it keeps it while nothing changes.
      changedList(exports, () =>
        list.replaceChildren(...exports.map((one) => exportItem(one, (...file) => void fetchFile(...file)))),
      );
    },
  };
}

function exportForm(client: Client, announce: (words: string) => void, changed: () => void) {
  const choice = element('select', { id: 'export-format', name: 'format' }, ...groups());
  const button = element('button', { type: 'submit', class: 'primary', id: 'export-button' }, 'Make an export');
  const problem = element('p', { class: 'problem', id: 'export-problem', role: 'alert' });
  const field = element('div', { class: 'field' }, choice, button);
  const form = element(
    'form',
    { id: 'export-form' },
    element('label', { for: 'export-format' }, 'Format'),
    field,
    problem,
  );
  const told = (words: string): void => setText(problem, words);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    told('');
    const outcome = await client.post<ShownExport>('/v1/exports', { format: choice.value });
    button.disabled = false;
    if (outcome.kind === 'ok') announce(`Export ${choice.value}: asked for.`);
    else told(outcome.kind === 'role' ? `This token may not make exports. ${outcome.detail}` : outcome.detail);
    changed();
  });
  return { form, told };
}

function groups(): HTMLOptGroupElement[] {
  return FORMAT_GROUPS.map(({ name, formats }) =>
    element('optgroup', { label: name }, ...formats.map((format) => element('option', { value: format }, format))),
  );
}
