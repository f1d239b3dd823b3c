import { Random } from '../../../scripts/random.ts';
import type { Turns } from '../conversation.ts';
import { cutAnswers } from './cuts.ts';
import { errorAnswers } from './errors.ts';
import { foreignAnswers } from './foreign.ts';
import { loopingAnswers } from './loops.ts';
import { mashedTurns } from './mash.ts';
import type { Material } from './material.ts';
import { echoes, instructionAnswers, refusalAnswers } from './sayings.ts';
import { answersOfNoText } from './text.ts';

/** A conversation that nobody should learn from. */
export interface Junk {
  readonly kind: string;
  /** ISO 639-1, or what keyboard or program it is of. */
  readonly language: string;
  readonly turns: Turns;
  /** Written apart from all lists and rules, and tuned on by nobody. */
  readonly unseen?: boolean;
}

export type Planter = (random: Random, material: Material) => Junk[];

const PLANTERS: readonly Planter[] = [
  mashedTurns,
  loopingAnswers,
  errorAnswers,
  refusalAnswers,
  instructionAnswers,
  cutAnswers,
  echoes,
  foreignAnswers,
  answersOfNoText,
];

/** The same seed gives the same junk; each kind draws from a stream of its own, so that a new one changes no other. */
export function plantJunk(seed: number, material: Material): Junk[] {
  return PLANTERS.flatMap((plant, stream) => plant(new Random(seed, stream), material));
}
