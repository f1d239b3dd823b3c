import type { FacetName } from './conversation.ts';
import type { Decisions } from './decisions.ts';
import type { CompareBy } from './dedup/comparedTurns.ts';
import type { Preference } from './preference.ts';
import type { SplitOptions } from './split/assign.ts';
import type { TokenLimit } from './tokens/tokenLimit.ts';

/** The settings of decide: sections of the config, and what the command line adds. */
export interface DecidePlan {
  readonly conversation: { readonly unit: 'exchange' | 'session'; readonly bad_turn: 'cut' | 'drop' };
  readonly feedback: { readonly min_stars: number; readonly unrated: 'keep' | 'drop' };
  readonly preference: {
    readonly max_bad_stars: number;
    readonly min_margin: number;
    readonly min_question_chars: number;
    readonly max_pairs_per_prompt: number;
    readonly max_similarity: number;
  };
  readonly dedup: {
    readonly exact: boolean;
    readonly near: {
      readonly enabled: boolean;
      readonly threshold: number;
      readonly ngram: number;
      readonly min_words: number;
      /** As many as are needed for `threshold` where it is `null`. */
      readonly bands: number | null;
      readonly max_canned_share: number;
    };
    readonly by: CompareBy;
    readonly max_per_prompt: number;
    readonly snapshots: boolean;
    readonly keep: readonly Preference[];
    readonly pool_feedback: boolean;
  };
  readonly caps: Readonly<Record<`max_per_${'prompt' | 'user' | FacetName}`, number | null>>;
  /** Shares of the train split by label, 0 to 1; none for a facet that is not balanced. */
  readonly balance: Readonly<Record<FacetName, Readonly<Record<string, number>>>>;
  readonly mix: { readonly max_synthetic: number | null; readonly synthetic_in_test: boolean };
  readonly split: SplitOptions;
  /** Hashes (`hash53`) of the raw ids of users who opted out. */
  readonly privacy: { readonly opted_out: readonly number[] };
  /** What `max_tokens` in the pipeline allows; `null` where it is not there. */
  readonly tokens: TokenLimit | null;
  /** Milliseconds since the epoch: from `since` on, and before `until`. */
  readonly period: { readonly since: number | undefined; readonly until: number | undefined };
}

/** Drops a row, or all rows of an item, for a declared reason. */
export interface SetStageTools<Reason extends string> {
  dropRow(row: number, reason: Reason, facts?: { measured?: number; limit?: number }): void;
  dropItem(item: number, reason: Reason, facts?: { measured?: number; limit?: number }): void;
  /** Drops rows as if they were not there (`Decisions.leaveOut`). */
  leaveOutRows(reasonOf: (row: number) => Reason | undefined): void;
}

export interface SetStageDefinition<Reason extends string> {
  readonly name: string;
  readonly summary: string;
  /** The section of the config that holds its options. */
  readonly section: keyof DecidePlan;
  /** A record stage without which it has nothing to do, and is not told of. */
  readonly follows?: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  /** Looks at all conversations together; a pure function of the digest and the plan. */
  apply(decisions: Decisions, plan: DecidePlan, tools: SetStageTools<Reason>): void;
}

/** A set stage as the registry holds it. */
export interface SetStage {
  readonly name: string;
  readonly summary: string;
  readonly section: keyof DecidePlan;
  readonly follows: string | undefined;
  readonly reasons: Readonly<Record<string, string>>;
  apply(decisions: Decisions, plan: DecidePlan): void;
}

/** Declares a set stage; an undeclared reason does not compile. */
export function defineSetStage<Reason extends string>(definition: SetStageDefinition<Reason>): SetStage {
  const { name, summary, section, follows, reasons } = definition;
  return {
    name,
    summary,
    section,
    follows,
    reasons,
    apply(decisions, plan) {
      const code = (reason: Reason): number => decisions.reasons.indexOf(`${name}.${reason}`) + 1;
      const tools: SetStageTools<Reason> = {
        dropRow: (row, reason, { measured, limit } = {}) => decisions.dropRow(row, code(reason), measured, limit),
        dropItem(item, reason, { measured, limit } = {}) {
          for (const row of decisions.rowsOf(item)) {
            if (decisions.verdict[row] === 0) decisions.dropRow(row, code(reason), measured, limit);
          }
        },
        leaveOutRows(reasonOf) {
          decisions.leaveOut((row) => {
            const reason = reasonOf(row);
            return reason === undefined ? 0 : code(reason);
          });
        },
      };
      definition.apply(decisions, plan, tools);
    },
  };
}
