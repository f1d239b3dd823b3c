import type { z } from 'zod';
import { CurateError } from '../errors.ts';
import type { PlannedStage } from '../pipeline/recordPlan.ts';
import { withoutEmptyMappings } from './emptyMappings.ts';
import { explainIssues } from './explain.ts';
import { found } from './inWords.ts';
import { jsonSchemaOf } from './jsonSchema.ts';
import { isMapping } from './mapping.ts';
import { planPipeline } from './pipelinePlan.ts';
import { configError, type Problem } from './problems.ts';
import { configSchema } from './schema.ts';

type Sections = z.output<ReturnType<typeof configSchema>>;

/** A checked config with every default filled in: plain JSON data, fit for a worker thread and for the manifest. */
export interface Config extends Readonly<Omit<Sections, 'pipeline'>> {
  /** The record stages in the order in which they run, each with all its options. */
  readonly pipeline: readonly PlannedStage[];
}

/** What is known beside the config itself. */
export interface ConfigContext {
  /** The text that the value was read from; with it a mistake is shown with its line. */
  readonly source?: string | undefined;
  /** The names that `export.format` may take besides `all`; without them any name passes. */
  readonly formats?: readonly string[] | undefined;
  /** The names that `export.for` may take; likewise. */
  readonly targets?: readonly string[] | undefined;
}

/**
 * Checks a config and fills in the defaults. A mapping with nothing in it (`split:` alone) counts as left out.
 *
 * @param value what the file says
 * @param file its name, for messages
 * @throws CurateError that lists every mistake, each with its place, what was found and what is allowed
 */
export function parseConfig(value: unknown, file: string, context: ConfigContext = {}): Config {
  if (!isMapping(value)) throw notAMapping(value, file);
  const schema = configSchema(context.formats, context.targets);
  const parsed = schema.safeParse(withoutEmptyMappings(value, schema), { reportInput: true });
  const sections = parsed.success ? parsed.data : undefined;
  const plan = planPipeline(sections?.pipeline ?? entriesOf(value), sections ?? {});
  const problems: Problem[] = parsed.success ? [] : explainIssues(parsed.error.issues, jsonSchemaOf(schema));
  problems.push(...plan.problems);
  if (sections === undefined || problems.length > 0) throw configError(problems, file, context.source);
  return { ...sections, pipeline: plan.stages };
}

/** The config of someone who has written none. */
export function defaultConfig(): Config {
  return parseConfig({}, 'the built-in config');
}

/** Says the type alone: a file given by mistake may be a log, and its text is nobody's to print. */
function notAMapping(value: unknown, file: string): CurateError {
  const kind = typeof value === 'string' ? 'text' : found(value);
  return new CurateError(`${file}: expected a mapping of sections such as \`inputs:\` and \`split:\`, found ${kind}.`);
}

/** The pipeline of a config that is wrong elsewhere, so that one run shows the mistakes of both. */
function entriesOf({ pipeline }: Record<string, unknown>): readonly unknown[] {
  return Array.isArray(pipeline) ? pipeline : [];
}
