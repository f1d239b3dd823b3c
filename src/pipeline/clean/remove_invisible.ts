import { z } from 'zod';
import { hasTrait, Trait } from '../../measures/traits.ts';
import { rewriteMessages } from '../conversation.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'remove_invisible',
  kind: 'clean',
  summary: 'removes control characters and invisible ones that emoji and scripts do not need',
  options: z.strictObject({}),
  reasons: {},
  create: (_options, { keep }) => ({
    apply: (conversation) => keep(rewriteMessages(conversation, removeInvisible)),
  }),
});

/**
 * Controls (C0, C1, DEL) but tab and line ends: VT, FF and NEL are line ends too, and `normalize_whitespace` makes them
 * LF; taken out here they would glue two words together.
 */
const CONTROLS = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

/**
 * Soft hyphen, zero-width space, word joiner, byte-order mark, the marks, embeddings, overrides and isolates of the
 * bidirectional algorithm (UAX #9), invisible operators, deprecated format characters, interlinear annotation.
 */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Tag characters, which spell hidden text; only a flag such as Scotland's (UTS #51, emoji tag sequence) keeps its own. */
const TAGS = /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

/** Zero-width joiners and non-joiners in a row, of which at most the last one does anything. */
const JOINERS = /[\u200c\u200d]+/g;

/** What stands before a joiner inside an emoji sequence (UTS #51), and what behind it. */
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u20e3|\u{e007f})$/u;
const EMOJI_BEHIND = /^\p{Extended_Pictographic}/u;

/** Scripts in which joiners choose the form of a letter (Unicode 16, sections 9.2, 12 and 13). */
const SCRIPTS = ['Arabic', 'Syriac', 'Nko', 'Mongolian', 'Mandaic', 'Adlam', 'Hanifi_Rohingya', 'Devanagari', 'Bengali']
  .concat(['Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Tibetan', 'Myanmar'])
  .concat(['Khmer', 'Balinese', 'Javanese', 'Meetei_Mayek']);
const JOINING_LETTER = new RegExp(`(?=[\\p{L}\\p{M}])[${SCRIPTS.map((name) => `\\p{scx=${name}}`).join('')}]$`, 'u');

function removeInvisible(text: string): string {
  if (!hasTrait(text, Trait.invisible)) return text;
  const visible = text.replace(CONTROLS, '').replace(INVISIBLE, '').replace(TAGS, '$1');
  return visible.replace(JOINERS, (run, at: number) => neededJoiner(visible, at, at + run.length));
}

/** The last of the joiners from `start` to `end` where the characters around them need one, else nothing. */
function neededJoiner(text: string, start: number, end: number): string {
  const joiner = text.slice(end - 1, end);
  const before = text.slice(Math.max(0, start - 2), start);
  const behind = text.slice(end, end + 2);
  if (JOINING_LETTER.test(before)) return joiner;
  return joiner === '\u200d' && EMOJI_BEFORE.test(before) && EMOJI_BEHIND.test(behind) ? joiner : '';
}
