import { z } from 'zod';

const count = z.number().int().min(0);
const labels = z.array(z.string()).min(1);

/** What stands before the columns of a kept digest. A field that is missing or odd makes the whole file worthless. */
export const headerSchema = z.strictObject({
  /** The version of the code that made it, and the settings of the record stages it was made with. */
  code: z.string(),
  settings: z.string(),
  /** The raw file as it was when it was surveyed. */
  source: z.strictObject({
    bytes: count,
    modified: z.number(),
    changed: z.number(),
    inode: z.number(),
    newest: z.boolean(),
  }),
  /** When it was surveyed, in milliseconds since the epoch. */
  surveyed: z.number(),
  /** The digest holds the records that begin before this byte; the rest of the file is read anew. */
  covered: count,
  /** SHA-256 of those bytes, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  counts: z.strictObject({ lines: count, blank: count, pending: count, malformed: count, records: count }),
  quarantine: z.array(z.strictObject({ line: count, offset: count, reason: z.string() })),
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('feedback'), count }),
    z.strictObject({
      kind: z.literal('conversations'),
      count,
      exchanges: count,
      labels: z.strictObject({
        language: labels,
        intent: labels,
        framework: labels,
        complexity: labels,
        model: labels,
        source: labels,
        context: labels,
      }),
      changed: z.array(count),
      cut: z.array(count),
    }),
  ]),
});

export type DigestHeader = z.infer<typeof headerSchema>;

/** The header in `json`, or `undefined` when it is none. */
export function parseHeader(json: Uint8Array): DigestHeader | undefined {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)));
  } catch {
    return undefined;
  }
}
