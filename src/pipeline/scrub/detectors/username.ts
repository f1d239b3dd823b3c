import type { Detector, Span } from '../detector.ts';
import { isWordAt } from '../digitRuns.ts';

/** Letters, digits, _ and dots inside, at most 30 as Instagram has it (help.instagram.com); others allow fewer. */
const HANDLE = /@[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?(?![A-Za-z0-9_])/y;

/** `@ann@social.example`, as the fediverse has it (docs.joinmastodon.org, WebFinger): nothing else has two. */
const SERVER = /@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,4}[A-Za-z]{2,24}(?![A-Za-z0-9_])/y;

/** Names of rules and annotations that stand behind an @ in code, whatever stands before. Ours. */
const CODE =
  /^@(?:media|import|keyframes|font-?face|supports|charset|include|mixin|extend|tailwind|apply|layer|param|returns?|throws|type|types|author|since|see|override|deprecated|property|staticmethod|classmethod|dataclass|test|before|after|everyone|here|channel|argv|inc|isa|export|[0-9]x)$/i;

const NETWORK =
  'twitter|instagram|insta|ig|tik ?tok|telegram|tg|snap(?:chat)?|threads|mastodon|bluesky|youtube|yt|discord|facebook|fb|linkedin|pinterest|twitch|venmo|cash ?app|onlyfans|reddit|wechat|vk|kik|steam|psn|xbox';
const INVITATION =
  'handles?|user ?names?|nick(?:name)?|screen ?name|account|profile|follow(?:ing|ed|s)?|dms?|pm|(?:add|find|tag|message|text|reach|contact|ping) (?:me|us|out)|hit me up|kullan[ıi]c[ıi] ad[ıi]|benutzername|usuario|utilisateur|folgt? mir|s[ií]gueme';

/**
 * What people say before a handle, and behind it. Ours. (`contextOf` takes four times as long, and texts may have an @ at
 * every second place.)
 */
const BEFORE = new RegExp(`\\b(?:${NETWORK}|${INVITATION})(?![A-Za-z0-9_])`, 'i');
const BEHIND = new RegExp(`^ (?:on|at|via|in|auf|sur|en) (?:my )?(?:${NETWORK})\\b`, 'i');
const REACH_BEFORE = 32;
const REACH_BEHIND = 20;

const detector: Detector = {
  entity: 'USERNAME',
  summary: 'handles behind an @ beside a network or a word that says so ("follow me @ann"), and those of the fediverse',
  score: 0.85,
  unmasked: 0,
  needs: [{ marks: '@' }],
  create: () => findHandles,
};
export default detector;

function findHandles(text: string): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, covered))) {
    HANDLE.lastIndex = at;
    if (!isFreeBefore(text, at) || !HANDLE.test(text)) continue;
    const handle = HANDLE.lastIndex;
    const end = serverEnd(text, handle);
    covered = end;
    if (end > handle || isHandle(text, at, end)) spans.push({ start: at, end });
  }
  return spans;
}

/** No e-mail address, path or package. */
function isFreeBefore(text: string, at: number): boolean {
  return !isWordAt(text, at - 1) && !/[.@/+-]/.test(text[at - 1] ?? '');
}

function serverEnd(text: string, handle: number): number {
  if (text[handle] !== '@') return handle;
  SERVER.lastIndex = handle;
  return SERVER.test(text) ? SERVER.lastIndex : handle;
}

/** Not called, no package's scope, no rule, with a letter, and with a word beside it. */
function isHandle(text: string, start: number, end: number): boolean {
  if (/[(/@-]/.test(text[end] ?? '') || /^ ?[({]/.test(text.slice(end, end + 2))) return false;
  const handle = text.slice(start, end);
  return /[A-Za-z]/.test(handle) && !CODE.test(handle) && hasContext(text, start, end);
}

function hasContext(text: string, start: number, end: number): boolean {
  if (BEFORE.test(text.slice(Math.max(0, start - REACH_BEFORE), start))) return true;
  return text[end] === ' ' && BEHIND.test(text.slice(end, end + REACH_BEHIND));
}
