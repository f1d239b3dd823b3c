import { expect, test } from 'vitest';
import type { ShownComment, ShownExport } from '../../src/dashboard/answers.ts';
import type { ExportJob, NewestComment } from '../../src/service/context.ts';

/** Types alone: the compiler refuses this file when the service answers otherwise than the page reads. */
const asComment = (comment: NewestComment): ShownComment => comment;
const asExport = (job: ExportJob): ShownExport => job;

test('what the service answers is what the page reads', () => {
  expect([asComment, asExport]).toHaveLength(2);
});
