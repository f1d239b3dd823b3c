import { join } from 'node:path';
import type { ForgetReport } from '../../report/types.ts';
import type { Project } from '../project.ts';
import { nameIn, type Traces } from './findTraces.ts';
import type { Step } from './journal.ts';
import { filesOfSet } from './setFiles.ts';
import { recordsOf } from './steps.ts';

/** What would go from which file, and what went before a run was interrupted. */
export function plannedFiles(
  project: Project,
  { removals, sets, gone, optOut, ledger }: Traces,
  steps: readonly Step[],
): ForgetReport['files'] {
  const done = recordsOf(steps).map(({ file, place, removed, of }) => ({ file, place, removed, of }));
  const logs = removals.flatMap(({ file, lines, total, damaged }) =>
    lines.length === 0 || damaged
      ? []
      : [{ file: nameIn(project, file.path), place: file.kind, removed: lines.length, of: total }],
  );
  const rows = sets.flatMap((traces) =>
    filesOfSet(traces, gone).map(({ file, removed, of }) => ({
      file: nameIn(project, join(traces.set.folder, file)),
      place: 'data set' as const,
      removed,
      of,
    })),
  );
  const users =
    optOut === undefined
      ? []
      : [
          {
            file: nameIn(project, optOut.path),
            place: 'opt_out' as const,
            removed: optOut.removed,
            of: optOut.of,
          },
        ];
  const groups =
    ledger === undefined
      ? []
      : [
          {
            file: nameIn(project, ledger.path),
            place: 'ledger' as const,
            removed: ledger.removed,
            of: ledger.of,
          },
        ];
  return [...done, ...logs, ...rows, ...users, ...groups];
}
