import { beginRound } from './round.ts';
import { STYLE } from './style.ts';

// Sheets that a script makes are no inline styles to a content security policy.
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

/** `<curate-feedback>`: asks what somebody thinks of an answer, sends it, and says what became of it. */
export class FeedbackElement extends HTMLElement {
  static readonly observedAttributes = ['conversation', 'message', 'kind'];

  connectedCallback(): void {
    if (this.shadowRoot !== null) return;
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    this.#begin();
  }

  /** Another answer is asked about: everything begins anew. */
  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after) this.#begin();
  }

  #begin(): void {
    this.shadowRoot?.replaceChildren(...beginRound(this));
  }
}
