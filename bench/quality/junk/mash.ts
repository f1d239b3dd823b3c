import type { Random } from '../../../scripts/random.ts';
import type { Junk, Planter } from './junk.ts';

/** Rows of keys, letters alone, as they lie on keyboards. */
const KEYBOARDS: Readonly<Record<string, readonly string[]>> = {
  qwerty: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  qwertz: ['qwertzuiopü', 'asdfghjklöä', 'yxcvbnm'],
  azerty: ['azertyuiop', 'qsdfghjklm', 'wxcvbn'],
  йцукен: ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
};
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const EACH = 60;

/** Answers, and questions, of somebody who lets fingers run over the keys. */
export const mashedTurns: Planter = (random, { questions, answers }) => {
  const junk: Junk[] = [];
  for (let at = 0; at < EACH; at++) {
    for (const [keyboard, rows] of Object.entries(KEYBOARDS)) {
      const say = (words: number) => mash(random, words, () => run(random, rows));
      junk.push({
        kind: 'mash of keys',
        language: keyboard,
        turns: [
          ['user', random.pick(questions)],
          ['assistant', say(random.whole(6, 40))],
        ],
      });
      junk.push({
        kind: 'mash in the question',
        language: keyboard,
        turns: [
          ['user', say(random.whole(2, 12))],
          ['assistant', random.pick(answers)],
        ],
      });
    }
    const letters = mash(random, random.whole(8, 40), () => word(random));
    junk.push({
      kind: 'mash of letters',
      language: 'random',
      turns: [
        ['user', random.pick(questions)],
        ['assistant', letters],
      ],
    });
  }
  return junk;
};

function mash(random: Random, words: number, next: () => string): string {
  let text = '';
  for (let at = 0; at < words; at++) text += `${at === 0 ? '' : random.chance(0.1) ? '; ' : ' '}${next()}`;
  return text;
}

/** Neighbouring keys of one row, back and forth, with a slip now and then. */
function run(random: Random, rows: readonly string[]): string {
  const row = random.pick(random.chance(0.7) ? rows.slice(1, 2) : rows);
  let at = random.whole(0, row.length - 1);
  let text = '';
  for (let length = random.whole(3, 11); length > 0; length--) {
    text += row.charAt(at);
    at = random.chance(0.25) ? random.whole(0, row.length - 1) : at + random.pick([-1, 1, 1, 2]);
    if (at < 0 || at >= row.length) at = random.whole(0, row.length - 1);
  }
  return text;
}

function word(random: Random): string {
  let text = '';
  for (let length = random.whole(2, 12); length > 0; length--) text += random.pick([...LETTERS]);
  return text;
}
