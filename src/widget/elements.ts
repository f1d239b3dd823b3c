/** Makes an HTML element. Never from text: pages that ask for Trusted Types forbid that. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button that says what it does; `name` is its part. */
export function wordButton(name: string, words: string, act: () => void): HTMLButtonElement {
  const made = element('button', { part: `button ${name}` }, words);
  made.addEventListener('click', act);
  return made;
}

/** A picture of one line, 24 by 24, that names nothing: what it stands on has a name. */
export function icon(path: string): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  made.setAttribute('viewBox', '0 0 24 24');
  made.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  made.append(line);
  return made;
}
