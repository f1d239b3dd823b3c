import type { ShownComment } from '../answers.ts';
import { commentKey, ratingWords, shortened } from '../commentWords.ts';
import { element, spoken } from '../elements.ts';
import { count } from '../format.ts';
import { shownTime } from '../times.ts';
import { panel } from './panel.ts';

/** What users wrote last. It came from anybody: it is put into the page as text, each comment apart from what is around it. */
export function commentsPanel() {
  const made = panel('comments', 'Newest comments');
  const list = element('ul', { class: 'comment-list' });
  const scroll = element('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Comments' }, list);
  made.body.append(scroll);
  let items = new Map<string, HTMLLIElement>();
  return {
    ...made,
    /** @returns how many there are that were not there before */
    show(comments: readonly ShownComment[]): number {
      const isFirst = items.size === 0;
      const before = items;
      items = new Map(
        comments.map((comment) => [commentKey(comment), before.get(commentKey(comment)) ?? item(comment)]),
      );
      const fresh = [...items].filter(([key]) => !before.has(key));
      if (!isFirst) for (const [, one] of fresh) one.dataset.fresh = '';
      arrange(list, [...items.values()]);
      scroll.hidden = items.size === 0;
      made.say(
        items.size === 0
          ? 'Nobody has written one yet.'
          : `The ${count(items.size, 'comment')} that came last, scrubbed.`,
      );
      return isFirst ? 0 : fresh.length;
    },
  };
}

function item(comment: ShownComment): HTMLLIElement {
  const { seen, said } = ratingWords(comment);
  const { text, isCut } = shortened(comment.comment);
  const words = element('p', { class: 'words', dir: 'auto' }, text);
  const isRated = seen !== '';
  const head = element(
    'div',
    { class: 'comment-head' },
    element('span', { class: isRated ? 'rating' : 'rating none', 'aria-hidden': 'true' }, isRated ? seen : said),
    spoken(`${said}, `),
    element('code', { title: 'conversation' }, comment.conversation_id),
    element('span', { class: 'fresh' }, 'new'),
    timeOf(comment),
  );
  const made = element('li', {}, head, words);
  if (isCut) made.append(unfold(words, comment.comment));
  return made;
}

/** Puts items in their order without touching those that stand right: who has the focus in one keeps it. */
function arrange(list: HTMLUListElement, wanted: readonly HTMLLIElement[]): void {
  const kept = new Set<Element>(wanted);
  for (const child of [...list.children]) if (!kept.has(child)) child.remove();
  for (const [place, one] of wanted.entries())
    if (list.children[place] !== one) list.insertBefore(one, list.children[place] ?? null);
}

function unfold(words: HTMLElement, whole: string): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'quiet' }, 'Show all');
  button.addEventListener('click', () => {
    words.textContent = whole;
    words.tabIndex = -1;
    words.focus();
    button.remove();
  });
  return button;
}

function timeOf({ timestamp }: ShownComment): HTMLElement | string {
  const time = timestamp === null ? undefined : shownTime(timestamp, Date.now());
  return time === undefined ? '' : element('time', { datetime: time.iso, title: time.title }, time.text);
}
