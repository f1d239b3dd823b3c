/**
 * Says whether `answer` is `question` over again. Only case, white space, quotation marks, a label before it
 * (`You asked: …`) and an added end mark may differ: other signs are what a correction changes (`SELECT 1;`, `its` and
 * `it's`), and a word after it may be the answer (`The capital of France? Paris.`).
 */
export function isEcho(question: string, answer: string): boolean {
  // Nearly all answers leave here: an echo is as long as the question, or has a label before it.
  if (answer.length > question.length + LABEL_CHARS + 10 || 2 * answer.length < question.length) return false;
  const labelled = beginsWithLabel(answer);
  if (!labelled && Math.abs(answer.length - question.length) > 10 + question.length / 10) return false;
  // Next to all of the rest leave here, which spares them five rewrites.
  if (!labelled && !mayBeginAlike(question, answer)) return false;
  const asked = plain(question);
  const said = plain(answer);
  return sameBut(asked, said) || (labelled && sameBut(asked, plain(said.replace(LABEL, ''))));
}

const LABEL_CHARS = 40;
const LABEL = /^[\s"'“”„«»]{0,4}[\p{L}\s]{1,32}[:：]/u;

function beginsWithLabel(answer: string): boolean {
  const head = answer.slice(0, LABEL_CHARS);
  return (head.includes(':') || head.includes('：')) && LABEL.test(head);
}

/** The first character that `plain` leaves. */
const FIRST = /[^\s"'“”„«»]/u;

/** False when the plain forms of two texts certainly begin with different characters. */
function mayBeginAlike(one: string, other: string): boolean {
  const [first] = FIRST.exec(one) ?? [];
  const [second] = FIRST.exec(other) ?? [];
  if (first === undefined || second === undefined) return true;
  return first.toLowerCase().charCodeAt(0) === second.toLowerCase().charCodeAt(0);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“”„«»]+/u, '')
    .replace(/[\s"'“”„«»]{1,8}$/u, '');
}

/** Equal, or equal once an end mark is added: a question mark in place of a full stop is work done. */
function sameBut(asked: string, said: string): boolean {
  return said === asked || (said.length === asked.length + 1 && /[.?!。？！]$/u.test(said) && said.startsWith(asked));
}
