import { z } from 'zod';

/** What scripts rely on (DESIGN.md, "Commands"): these keys with these types; a report may say more. */

const count = z.number().int().min(0);
const share = z.number().min(0).max(1).nullable();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const counts = z.record(z.string(), count);
const dropped = z.object({ total: count, by_reason: counts });
const lines = { lines: count, blank: count, pending: count, malformed: count, records: count };

export const exportReport = z.object({
  command: z.literal('export'),
  format: z.string(),
  target: z.string().optional(),
  out: z.string(),
  ...lines,
  kept: count,
  examples: count.optional(),
  dropped,
  feedback: z.object({ entries: count, joined: count, orphans: count }),
  splits: z.object({ train: count, val: count, test: count }),
  seconds: z.number().min(0),
  problems: z.array(z.strictObject({ level: z.enum(['error', 'warning']), text: z.string() })).optional(),
});

export const targetsReport = z.strictObject({
  targets: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      summary: z.string(),
      formats: z.array(z.string()).min(1),
      containers: z.array(z.enum(['jsonl', 'json', 'parquet', 'csv'])).min(1),
      gzip: z.boolean(),
      files: z.strictObject({ train: z.string(), val: z.string(), test: z.string() }),
      byte_order_mark: z.boolean(),
      limits: z.record(z.string(), count),
      masked_turns: z.string(),
      reasons: z.record(z.string(), z.string()),
      sources: z.array(z.strictObject({ at: z.string(), tells: z.string(), tried: z.boolean() })),
    }),
  ),
});

export const recipeReport = z.strictObject({
  command: z.literal('recipe'),
  target: z.string(),
  format: z.string(),
  export: z.string(),
  out: z.string(),
  files: z.array(z.string()).min(1),
  length: z.strictObject({ max_length: count, cut: count, examples: count, counted: z.string() }),
  weights: z.strictObject({ desirable: z.number(), undesirable: z.number() }).nullable(),
  commands: z.array(z.string()).min(1),
});

export const exportsReport = z.object({ command: z.literal('export'), formats: z.array(exportReport) });

export const statsReport = z.object({
  records: count,
  kept: count,
  sessions: count,
  users: count,
  days: z.array(z.object({ date: day, records: count, kept: count })),
  quality_rate: share,
  feedback: z.object({
    rated: count,
    rate: share,
    positive_rate: share,
    mean_stars: z.number().min(1).max(5).nullable(),
  }),
  languages: counts,
  intents: counts,
  frameworks: counts,
  complexity: counts,
  lengths: z.record(
    z.enum(['user', 'assistant']),
    z.object({ mean: z.number(), p50: z.number(), p95: z.number(), max: z.number() }),
  ),
  dropped,
});

export const progressReport = z.object({
  goal: count,
  kept: count,
  percent: z.number().min(0),
  per_day: z.number().min(0),
  eta: day.nullable(),
  eta_range: z.tuple([day.nullable(), day.nullable()]),
  milestones: z.array(z.object({ at: count, name: z.string(), reached: z.boolean(), on: day.nullable() })),
  targets: z.array(z.object({ name: z.string(), value: z.number().nullable(), target: z.number(), met: z.boolean() })),
});

export const checkReport = z.object({
  config: z.string(),
  problems: z.array(z.object({ level: z.enum(['error', 'warning', 'note']), message: z.string() })),
  inputs: z.array(z.object({ file: z.string(), kind: z.string(), bytes: count })),
  plan: z.object({ formats: z.array(z.string()), out: z.string() }),
});

export const explainReport = z.object({
  id: z.string(),
  file: z.string(),
  line: count,
  messages: z.array(z.object({ role: z.string(), before: z.string(), after: z.string().nullable() })),
  steps: z.array(
    z.object({
      stage: z.string(),
      outcome: z.enum(['kept', 'changed', 'dropped', 'cut']),
      reason: z.string().optional(),
      measured: z.number().optional(),
      limit: z.number().optional(),
    }),
  ),
  feedback: z.object({ entries: count }),
  rating: z.number().nullable(),
  cluster: z.object({ size: count, kept_id: z.string().nullable(), similarity: z.number().nullable() }).nullable(),
  split: z.enum(['train', 'val', 'test']).nullable(),
  split_by: z.enum(['deal', 'group', 'text', 'resembling', 'cluster']).nullable(),
  outcome: z.enum(['kept', 'dropped']),
});

export const clustersReport = z.strictObject({
  min: count,
  clusters: count,
  conversations: count,
  kept: count,
  largest: z.array(
    z.strictObject({
      size: count,
      kept: count,
      members: z.array(
        z.strictObject({
          id: z.string(),
          file: z.string(),
          line: count,
          records: count,
          kept: z.boolean(),
          split: z.enum(['train', 'val', 'test']).nullable(),
          reason: z.string().nullable(),
          kept_id: z.string().nullable(),
          similarity: z.number().min(0).max(1).nullable(),
        }),
      ),
    }),
  ),
});

const reasons = z.record(z.string(), z.string());

export const stagesReport = z.object({
  stages: z.array(
    z.object({ name: z.string(), kind: z.string(), summary: z.string(), options: z.array(z.unknown()), reasons }),
  ),
  formats: z.array(z.object({ name: z.string(), extension: z.enum(['jsonl', 'json', 'csv']), reasons })),
});

const forgottenFile = z.strictObject({
  file: z.string(),
  place: z.enum(['conversations', 'feedback', 'archive', 'opt_out', 'ledger', 'data set']),
  removed: count,
  of: count,
});
const left = z.array(z.strictObject({ file: z.string(), why: z.string() }));
const subject = { kind: z.enum(['user', 'session', 'conversation']), pseudonym: z.string().regex(/^[0-9a-f]{16}$/) };

export const forgetReport = z.strictObject({
  command: z.literal('forget'),
  dry_run: z.boolean(),
  ...subject,
  resumed: z.boolean(),
  files: z.array(forgottenFile),
  lines: count,
  rows: count,
  entries: count,
  left,
  warnings: z.array(z.string()),
  receipt: z.string().nullable(),
  seconds: z.number().min(0),
});

export const receipt = z.strictObject({
  curate: z.string(),
  ...subject,
  began: z.iso.datetime(),
  ended: z.iso.datetime(),
  resumed: z.boolean(),
  totals: z.strictObject({ files: count, lines: count, rows: count }),
  files: z.array(forgottenFile.extend({ sha256_before: hash, sha256_after: hash.nullable() })),
  left,
});

export const manifest = z.object({
  curate: z.string(),
  created: z.iso.datetime(),
  format: z.string(),
  target: z.string().optional(),
  config: z.record(z.string(), z.unknown()),
  keyed_ids: z.boolean(),
  inputs: z.array(
    z.object({ file: z.string(), kind: z.enum(['conversations', 'feedback']), bytes: count, sha256: hash, ...lines }),
  ),
  outputs: z.array(
    z.object({ file: z.string(), rows: count, bytes: count, sha256: hash, split: z.string().optional() }),
  ),
  lines: z.object(lines),
  splits: z.object({ train: count, val: count, test: count }),
});

export const provenanceLine = z.object({
  id: z.string(),
  file: z.string(),
  line: count,
  rating: z.number(),
  language: z.string(),
  hash,
  cluster_size: count,
  exchanges: z.array(z.object({ id: z.string(), file: z.string(), line: count })).optional(),
});

export const quarantineLine = z.strictObject({ file: z.string(), line: count, offset: count, reason: z.string() });

/** With tools in an export each role has keys of its own, and every row `tools`. */
export const chatmlRow = z.strictObject({
  messages: z.array(
    z.discriminatedUnion('role', [
      z.strictObject({ role: z.enum(['system', 'user']), content: z.string() }),
      z.strictObject({
        role: z.literal('assistant'),
        content: z.string(),
        weight: z.literal(1).optional(),
        tool_calls: z.array(z.looseObject({ id: z.string() })).optional(),
      }),
      z.strictObject({
        role: z.literal('tool'),
        content: z.string(),
        tool_call_id: z.string(),
        name: z.string(),
      }),
    ]),
  ),
  tools: z.string().optional(),
});

export const pruneReport = z.strictObject({
  command: z.literal('prune'),
  dry_run: z.boolean(),
  older_than_days: count,
  before: day,
  due: count,
  pruned: count,
  stayed: count,
  bytes_freed: z.number().int(),
  files: z.array(
    z.strictObject({
      file: z.string(),
      kind: z.enum(['conversations', 'feedback']),
      day,
      bytes: count,
      records: count,
      archived: count,
      dropped: count,
      malformed: count,
      archive: z.string().nullable(),
      bytes_freed: z.number().int(),
      reason: z.string().nullable(),
    }),
  ),
});
