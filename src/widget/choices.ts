import { element, icon } from './elements.ts';
import { STAR, THUMB } from './icons.ts';
import type { Labels } from './labels.ts';
import type { Choice } from './request.ts';
import { starAfter } from './starKeys.ts';

/** What there is to choose from. */
export interface Choices {
  readonly node: HTMLElement;
  /**
   * @param choice what is chosen, if anything
   * @param locked nothing else may be chosen. Buttons keep the focus then, so that who reads by ear stays where they are
   */
  show(choice: Choice | undefined, locked: boolean): void;
}

const THUMBS = ['up', 'down'] as const;
const STARS = [1, 2, 3, 4, 5] as const;

/**
 * Two toggle buttons, or a radio group of five stars.
 * @param choose is called for every choice that is made while nothing is locked
 */
export function choicesOf(isStars: boolean, label: Labels, choose: (choice: Choice) => void): Choices {
  let isLocked = false;
  const buttons = (isStars ? STARS : THUMBS).map((choice) => {
    const button = typeof choice === 'number' ? starButton(choice, label) : thumbButton(choice, label);
    button.addEventListener('click', () => isLocked || choose(choice));
    return { choice, button };
  });
  const node = element(
    'div',
    { part: 'choices', role: isStars ? 'radiogroup' : 'group', 'aria-labelledby': 'question' },
    element('span', { part: 'question', id: 'question' }, element('slot', { name: 'question' }, label('question'))),
    // They stay in a row where the question has to go above them.
    element('span', { part: 'buttons' }, ...buttons.map(({ button }) => button)),
  );

  /** Of a radio group the tabulator stops at one. */
  const stopAt = (star: number): HTMLButtonElement | undefined => {
    for (const { choice, button } of buttons) button.tabIndex = choice === star ? 0 : -1;
    return buttons[star - 1]?.button;
  };
  const move = (event: KeyboardEvent): void => {
    const at = buttons.findIndex(({ button }) => button === event.target) + 1;
    const to = starAfter(event, at, getComputedStyle(node).direction === 'rtl');
    if (to === undefined) return;
    event.preventDefault();
    stopAt(to)?.focus();
  };
  const show = (chosen: Choice | undefined, locked: boolean): void => {
    isLocked = locked;
    for (const { choice, button } of buttons) {
      button.setAttribute(isStars ? 'aria-checked' : 'aria-pressed', `${choice === chosen}`);
      button.setAttribute('aria-disabled', `${locked}`);
      button.classList.toggle('filled', choice === chosen || (isStars && Number(choice) < Number(chosen)));
    }
    if (isStars) stopAt(Number(chosen ?? 1));
  };
  if (isStars) node.addEventListener('keydown', move);
  show(undefined, false);
  return { node, show };
}

function starButton(star: number, label: Labels): HTMLButtonElement {
  return choiceButton(label('star', star), { part: 'button star', role: 'radio' }, icon(STAR));
}

function thumbButton(name: 'up' | 'down', label: Labels): HTMLButtonElement {
  return choiceButton(label(name), { part: `button ${name}` }, element('slot', { name }, icon(THUMB)));
}

function choiceButton(name: string, attributes: Readonly<Record<string, string>>, picture: Node): HTMLButtonElement {
  return element('button', { 'aria-label': name, title: name, ...attributes }, picture);
}
