import { z } from 'zod';
import type { Format } from '../formats/format.ts';
import type { StageListing, StagesReport } from '../report/types.ts';

/** What is read of a stage: record stages fit as they are, set stages with the schema of their section. */
export interface DescribedStage {
  readonly name: string;
  readonly kind: string;
  readonly summary: string;
  readonly options?: z.ZodType;
  readonly reasons: Readonly<Record<string, string>>;
  readonly section?: string | undefined;
}

/** The part of a JSON schema that options are listed from. */
const property = z.object({
  default: z.unknown().optional(),
  description: z.string().default(''),
  get properties() {
    return z.record(z.string(), property).optional();
  },
});

/** Stages and formats as data, in the order given; options with their defaults come from the schemas themselves. */
export function describeStages(stages: readonly DescribedStage[], formats: readonly Format[]): StagesReport {
  return {
    stages: stages.map(({ name, kind, summary, options, reasons, section }) => ({
      name,
      kind,
      summary,
      section: section ?? null,
      options: options === undefined ? [] : listOptions(options),
      reasons,
    })),
    formats: formats.map(({ name, summary, extension, reasons }) => ({ name, summary, extension, reasons })),
  };
}

/** Options of a schema, those of objects inside it with a dot: `near.threshold`. */
function listOptions(schema: z.ZodType): StageListing['options'] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return flatten(property.parse(json).properties ?? {}, '');
}

function flatten(
  properties: Readonly<Record<string, z.infer<typeof property>>>,
  prefix: string,
): StageListing['options'] {
  return Object.entries(properties).flatMap(([key, entry]) => {
    const name = prefix + key;
    const inner = entry.properties ?? {};
    if (Object.keys(inner).length > 0) return flatten(inner, `${name}.`);
    return [{ name, default: entry.default, description: entry.description }];
  });
}
