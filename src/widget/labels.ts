/** Every word of the widget. `{n}` stands for a number of stars. */
export const ENGLISH = {
  question: 'Was this answer helpful?',
  up: 'Helpful',
  down: 'Not helpful',
  star: '{n} of 5 stars',
  sending: 'Sending …',
  thanks: 'Thank you for your feedback.',
  comment: 'Anything to add? (optional)',
  send: 'Send comment',
  failed: 'That could not be sent.',
  retry: 'Try again',
} as const;

export type Label = keyof typeof ENGLISH;

/** A word of the widget: the attribute `label-NAME` of the element where it has one, English elsewhere. */
export type Labels = (name: Label, stars?: number) => string;

export function labelsOf(attribute: (name: string) => string | null): Labels {
  return (name, stars) => (attribute(`label-${name}`) ?? ENGLISH[name]).replace('{n}', `${stars}`);
}
