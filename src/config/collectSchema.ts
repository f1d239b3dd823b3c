import { z } from 'zod';

/** The section `collect`: how conversations and feedback get into the daily files. */
export const collectSchema = z
  .strictObject({
    scrub: z
      .enum(['at_curation', 'at_write'])
      // Ours: what is scrubbed when it is written cannot be scrubbed better later; whoever may store nothing personal says `at_write`.
      .default('at_curation')
      .describe(
        '`at_write`: personal data goes before a line is stored, and user and session ids are stored as pseudonyms; `at_curation`: lines are stored as they come',
      ),
    durability: z
      .enum(['os', 'batch', 'fsync'])
      // Ours: what the system has taken survives a crash of the chatbot; only a power cut takes it.
      .default('os')
      .describe(
        'when a line counts as written: the system has it (`os`), the same and it is on the disk soon after (`batch`), it is on the disk (`fsync`)',
      ),
    sync_every_ms: z
      .number()
      .int()
      .min(1)
      // Ours: what a power cut may take.
      .default(1000)
      .describe('for `batch`: how long a line may stay off the disk, in milliseconds'),
    on_failure: z
      .enum(['error', 'drop'])
      .default('error')
      .describe(
        'what becomes of a line that cannot be written: the caller has an `error`, or it is counted and dropped',
      ),
    timeout_ms: z
      .number()
      .int()
      .min(1)
      // Ours: a chatbot that waits longer for its log than for its model has another trouble.
      .default(5000)
      .describe('a line that is not written by then has failed, in milliseconds'),
    max_line_bytes: z
      .number()
      .int()
      .min(1024)
      // Ours: 500 exchanges of 2 KB; `inputs.max_line_bytes` still reads sixteen times that.
      .default(1_048_576)
      .describe('larger lines are refused'),
    max_waiting_bytes: z
      .number()
      .int()
      .min(1024)
      // Ours: a second of 30,000 lines of 2 KB.
      .default(67_108_864)
      .describe('lines that wait for the disk; with more of them, a line has failed at once'),
  })
  .describe('how `curate log`, `curate feedback`, `curate serve` and the library write daily files');
