import { byId, element, setText } from '../elements.ts';
import type { Failure } from '../state/outcome.ts';
import type { Resource } from '../state/resource.ts';

/** A part of the page with a heading, a sentence, and what it shows. */
export interface Panel {
  readonly section: HTMLElement;
  readonly body: HTMLElement;
  say(sentence: string): void;
  /** Says why there is nothing, in the place of what there would be. */
  refuse(failure: Failure | undefined): void;
}

/** Fills a section of the page, which is named by the heading. */
export function panel(id: string, title: string): Panel {
  const section = byId(id, HTMLElement);
  const sentence = element('p', { id: `${id}-sentence`, class: 'sentence' });
  const refusal = element('p', { class: 'refusal', hidden: true });
  const body = element('div', { class: 'body' });
  section.replaceChildren(element('h2', { id: `${id}-title` }, title), sentence, refusal, body);
  return {
    section,
    body,
    say: (text) => setText(sentence, text),
    refuse(failure) {
      refusal.hidden = failure === undefined;
      body.hidden = sentence.hidden = failure !== undefined;
      setText(refusal, failure === undefined ? '' : refusalWords(failure));
    },
  };
}

function refusalWords({ kind, detail }: Failure): string {
  return kind === 'role' ? `Not for this token: ${detail}` : detail;
}

/** Shows what there is; says why there is nothing only where nothing was shown before. */
export function showResource<Value>(
  { refuse }: Panel,
  { value, failure }: Resource<Value>,
  show: (value: Value) => void,
): void {
  // Where a token is missing the page asks for one, once.
  refuse(value === undefined && failure?.kind !== 'token' ? failure : undefined);
  if (value !== undefined) show(value);
}
