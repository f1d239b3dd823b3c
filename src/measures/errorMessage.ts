import { saysOnly } from './closedWords.ts';
import { AFTER_ERROR, ERROR_KEYS, ERROR_PHRASES } from './errorPhrases.ts';
import { ERROR_WORDS } from './errorWords.ts';

/** A message of a system is a line or two; ours: with a request id and a hint to try again it stays under this. */
const MESSAGE_CHARS = 300;
/** Share of the lines of a stack trace that look like one: the rest are the message and the code it quotes. */
const TRACE_LINES = 0.6;

/**
 * Says whether `text` is an error of the system in place of an answer, and nothing else: a message, an error object
 * in JSON, an error page in HTML, or a stack trace.
 */
export function isErrorMessage(text: string): boolean {
  const bare = withoutFence(text.trim());
  return isMessage(bare) || speaksOnlyOfErrors(bare) || isErrorObject(bare) || isErrorPage(bare) || isStackTrace(bare);
}

function withoutFence(text: string): string {
  if (!text.startsWith('```') || !text.endsWith('```') || text.indexOf('```', 3) !== text.length - 3) return text;
  return text.slice(text.indexOf('\n') + 1, -3).trim();
}

/** What may stand before: a sign, a tag, an apology, `Error:`, the class of the exception. */
const BEFORE =
  "[^\\p{L}\\p{N}]{0,8}(?:(?:(?:i'm |i am |we're |we are )?(?:so )?sorry|oops|uh-oh|whoops|hm+|apologies|error|fatal|warning|exception|fehler|erreur|errore|erro|hata|ошибка|错误|[a-z.]{0,40}error|[a-z.]{0,40}exception|openai|api|server)[^\\p{L}\\p{N}]{1,6}(?:but )?){0,3}(?:it (?:looks|seems) (?:like )?(?:that )?)?";
const MESSAGE = new RegExp(`^${BEFORE}(?:${ERROR_PHRASES.join('|')})`, 'u');

function isMessage(text: string): boolean {
  if (text.length > MESSAGE_CHARS) return false;
  const plain = text.toLowerCase().replaceAll('’', "'");
  const match = MESSAGE.exec(plain);
  if (match === null) return false;
  const [rest = '', ...more] = plain.slice(match[0].length).split(/(?<=[.!?。！？])\s+|\n+/);
  return !EXPLAINS.test(rest) && more.every((sentence) => AFTER_ERROR.test(sentence));
}

/** Ours: a message that is said in no words but those of machines is a sentence or two. */
const SPOKEN_CHARS = 200;
const SAYS_ERROR = ERROR_WORDS.map(saysOnly);

function speaksOnlyOfErrors(text: string): boolean {
  if (text.length > SPOKEN_CHARS || text.includes('?')) return false;
  const plain = text.toLowerCase().replaceAll('’', "'");
  // With a word more, `There are issues that I have with your question` would be one.
  return SAYS_ERROR.some((says) => says(plain, 0));
}

/** How a sentence goes on when it speaks about the error instead of being it. */
const EXPLAINS =
  /^["'”*`)]{0,3},? (?:\([^)]{0,40}\) )?(?:means?|meaning|is|are|was|were|will|can|may|might|usually|typically|often|occurs?|happens?|indicates?|refers?|tells?|says?|which|that|and|pages?|messages?|errors?|codes?|responses?)\b/;

function isErrorObject(text: string): boolean {
  if (!text.startsWith('{') || !text.endsWith('}') || !/"(?:error|errors|detail|message|fault|error_\w+)"/i.test(text))
    return false;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value).map((key) => key.toLowerCase());
  if (!keys.every((key) => ERROR_KEYS.has(key))) return false;
  return (
    keys.some((key) => key.startsWith('error') || key === 'fault') ||
    keys.some((key) => key.startsWith('status')) ||
    keys.includes('code') ||
    keys.includes('detail')
  );
}

function isErrorPage(text: string): boolean {
  if (!text.startsWith('<') || !/^<(?:!doctype html|html|head|title)\b/i.test(text)) return false;
  return /<(?:title|h1)[^>]{0,80}>[^<]{0,80}(?:\b[45]\d\d\b|error|bad gateway|unavailable|time-?out|forbidden|not found)/i.test(
    text,
  );
}

const TRACE_START =
  /^(?:\[?(?:error|fatal)\]?[: ]+)?(?:Traceback \(most recent call last\)|(?:Uncaught )?(?:[\w$]+\.){0,8}\w*(?:Error|Exception)(?::| in thread| at |\s*\n)|Exception in thread|Unhandled ?(?:exception|Promise ?Rejection)|panic: |thread '[^'\n]{0,80}' panicked|(?:PHP )?Fatal error: )/i;
const TRACE_LINE =
  /^\s*(?:panic: |at |File "|\.\.\. \d+ more|Caused by:|\^|~|\^?[~^]+$|goroutine \d|#\d+ |\d+: |stack backtrace|from |During handling of|The above exception|Traceback |[\w.$/-]+:\d+|[\w.$/*()]{1,200}\([^)\n]{0,200}\)$|[\w.$]*(?:Error|Exception|Timeout|OutOfMemory\w{0,20})\b)/;

function isStackTrace(text: string): boolean {
  if (!TRACE_START.test(text)) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  // Python prints the line of code under each `File`, indented by four.
  const like = lines.filter((line) => TRACE_LINE.test(line) || line.startsWith('    ')).length;
  return lines.length >= 2 && like / lines.length >= TRACE_LINES && TRACE_FRAME.test(text);
}

/** At least one frame: a one-line error is a message, and prose that begins with the name of an error an explanation. */
const TRACE_FRAME = /\n\s*(?:at \S|File "|goroutine \d|#\d+ |\d+: \S|from \S)/;
