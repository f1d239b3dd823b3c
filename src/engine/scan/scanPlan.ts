import type { Config } from '../../config/config.ts';
import { didYouMean } from '../../config/nearest.ts';
import { CurateError } from '../../errors.ts';
import { conversationFields, feedbackFields } from '../../inputs/fields.ts';
import { type LabelFields, labelFields } from '../../inputs/labelFields.ts';
import { actionsOf } from '../../pipeline/scrub/scrub.ts';

/** What a scan looks for and what it tells; plain data, fit for a worker thread. */
export interface ScanPlan {
  /** Countries whose phone numbers count without country code. */
  readonly regions: readonly string[];
  /** Kinds that only the config knows, and the service that is asked for more. */
  readonly patterns: Config['privacy']['patterns'];
  readonly recognizer: Config['privacy']['recognizer'];
  /** Every entity that there is. */
  readonly entities: readonly string[];
  /** Those that are told. */
  readonly told: ReadonlySet<string>;
  /** Kinds that the service alone knows are told, too. */
  readonly tells_others: boolean;
  /** The least score that is told, 0 to 1. */
  readonly min_score: number;
  readonly labels: LabelFields;
  readonly max_line_bytes: number;
}

export interface ScanRequest {
  /** Tells also what the config keeps. */
  readonly all?: boolean | undefined;
  /** Names of entities with commas between: tells these alone. */
  readonly entities?: string | undefined;
  readonly min_score?: number | undefined;
  /** `any`, or names of entities with commas between, whether the config keeps them or not. */
  readonly fail_on?: string | undefined;
}

/**
 * Without a request, all that the config does not `keep` is told.
 * @throws CurateError for the name of an entity that there is not
 */
export function scanPlan({ privacy, inputs }: Config, request: ScanRequest): ScanPlan {
  const actions = [...actionsOf(privacy)];
  const ours = actions.map(([entity]) => entity);
  const known = [...new Set([...ours, ...(privacy.recognizer?.entities ?? [])])];
  const usual = actions.flatMap(([entity, action]) => (request.all || action !== 'keep' ? [entity] : []));
  const named = request.entities === undefined ? usual : entitiesIn(request.entities, '--entities', known);
  const gate = failOn(request, known);
  return {
    regions: privacy.regions,
    patterns: privacy.patterns,
    recognizer: privacy.recognizer,
    entities: known,
    tells_others: request.entities === undefined,
    told: new Set([...named, ...(gate === 'any' ? [] : gate)]),
    min_score: request.min_score ?? 0,
    labels: labelFields(conversationFields(inputs.fields), feedbackFields(inputs.feedback_fields)),
    max_line_bytes: inputs.max_line_bytes,
  };
}

/** The entities that must not be found; `any` means all that are told. Without `fail_on` none. */
export function failOn({ fail_on }: ScanRequest, known: readonly string[]): 'any' | readonly string[] {
  if (fail_on === undefined) return [];
  return fail_on.trim().toLowerCase() === 'any' ? 'any' : entitiesIn(fail_on, '--fail-on', known);
}

function entitiesIn(names: string, flag: string, known: readonly string[]): string[] {
  return names.split(',').map((part) => {
    const name = part.trim().toUpperCase();
    if (known.includes(name)) return name;
    const shown = JSON.stringify(part.trim().slice(0, 40));
    const others = flag === '--fail-on' ? '`any`, or the keys' : 'the keys';
    throw new CurateError(
      `${flag} ${shown}: there is no such entity${didYouMean(name, known)} Entities are ${others} of \`privacy.entities\` in the config.`,
    );
  });
}
