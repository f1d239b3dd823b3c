import { byId, setText } from '../elements.ts';
import { isToken, token } from '../token.ts';

/**
 * Asks for a token where the service wants one.
 * @param changed there is another token, or none any more
 */
export function signInPanel(changed: () => void) {
  const section = byId('sign-in', HTMLElement);
  const form = byId('sign-in-form', HTMLFormElement);
  const field = byId('token', HTMLInputElement);
  const problem = byId('token-problem', HTMLElement);
  const forget = byId('forget-token', HTMLButtonElement);
  const tell = (words: string): void => {
    setText(problem, words);
    field.setAttribute('aria-invalid', String(words !== ''));
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = field.value.trim();
    if (!isToken(given)) return tell('This is no token: tokens have no spaces and nothing beyond ASCII.');
    token.set(given);
    field.value = '';
    tell('');
    changed();
  });
  forget.addEventListener('click', () => {
    token.forget();
    changed();
  });
  return {
    /** @param isAsked the service wants a token, or another one than this tab has */
    show(isAsked: boolean): void {
      const wasHidden = section.hidden;
      section.hidden = !isAsked;
      document.body.classList.toggle('without-token', isAsked);
      forget.hidden = isAsked || token.get() === undefined;
      if (!isAsked) return;
      if (token.get() !== undefined) {
        token.forget();
        tell('The service does not know this token (any more).');
      }
      if (wasHidden) field.focus();
    },
  };
}
