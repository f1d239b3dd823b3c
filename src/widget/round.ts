import { choicesOf } from './choices.ts';
import { commentForm } from './commentForm.ts';
import { element, wordButton } from './elements.ts';
import { type Label, labelsOf } from './labels.ts';
import { type Choice, endpointOf, feedbackOf, sendFeedback } from './request.ts';
import { SCRIPT } from './script.ts';

const SURROUNDINGS = {
  fetch: (...asked: Parameters<typeof fetch>) => fetch(...asked),
  wait: (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/**
 * Asks about one answer: from the question to the thanks. Once its nodes are taken out of the page, what is still on its way
 * arrives, and changes nothing that anybody sees.
 * @param host the element whose attributes say what is asked about
 */
export function beginRound(host: HTMLElement): Node[] {
  const attribute = (name: string): string | null => host.getAttribute(name);
  const label = labelsOf(attribute);
  /** Read out whenever it changes. */
  const status = element('p', { role: 'status', part: 'status', tabindex: '-1' });
  const below = element('div', {});
  const say = (name: Label, ...more: Node[]): void => {
    status.textContent = label(name);
    below.replaceChildren(...more);
  };

  /** Whether it was taken. */
  const send = async (done: 'rated' | 'commented', choice: Choice, comment?: string): Promise<boolean> => {
    say('sending');
    const endpoint = (): URL => endpointOf(attribute('endpoint'), SCRIPT.source, document.baseURI);
    const conversation = attribute('conversation');
    const message = attribute('message');
    const feedback = feedbackOf({ conversation, message, user: attribute('user') }, choice, comment);
    const answer = await sendFeedback(endpoint, attribute('token') ?? SCRIPT.token, feedback, SURROUNDINGS);
    const isTaken = answer >= 200 && answer < 300;
    const detail = { type: isTaken ? done : 'failed', conversation, message, choice, status: answer };
    host.dispatchEvent(new CustomEvent('curate-feedback', { bubbles: true, composed: true, detail }));
    return isTaken;
  };

  const rate = async (choice: Choice): Promise<void> => {
    choices.show(choice, true);
    if (await send('rated', choice)) return say('thanks', ...(attribute('comment') === 'off' ? [] : [formFor(choice)]));
    choices.show(choice, false);
    const again = (): void => {
      status.focus();
      rate(choice);
    };
    say('failed', wordButton('retry', label('retry'), again));
  };

  /** The rating goes with the comment, so that they stand in one line: of one user the latest word on an answer counts. */
  const formFor = (choice: Choice): HTMLElement => {
    const form = commentForm(label, async (comment) => {
      status.focus();
      if (await send('commented', choice, comment)) say('thanks');
      else say('failed', form);
    });
    return form;
  };

  const choices = choicesOf(attribute('kind') === 'stars', label, rate);
  return [choices.node, status, below];
}
