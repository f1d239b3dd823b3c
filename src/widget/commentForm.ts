import { element, wordButton } from './elements.ts';
import type { Labels } from './labels.ts';

/** As much as the service takes of one comment. */
const MOST_CHARACTERS = '20000';

/**
 * A field for a comment and its button. No form: pages may forbid forms, and one in a sandbox could not be sent.
 * @param send is handed what was written, never nothing
 */
export function commentForm(label: Labels, send: (comment: string) => void): HTMLElement {
  const field = element('textarea', { part: 'comment', id: 'comment', maxlength: MOST_CHARACTERS });
  const button = wordButton('send', label('send'), () => {
    const comment = field.value.trim();
    if (comment === '') field.focus();
    else send(comment);
  });
  const name = element('label', { for: 'comment', part: 'comment-label' }, label('comment'));
  return element('div', { part: 'comment-form' }, name, field, button);
}
