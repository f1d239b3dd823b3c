/** The element that this script is from: only while it runs for the first time does the browser say which one that is. */
const script = document.currentScript;

/** What the tag of the script says for all widgets of the page. */
export const SCRIPT = {
  source: script instanceof HTMLScriptElement ? script.src : '',
  token: script?.getAttribute('data-token') ?? null,
};
