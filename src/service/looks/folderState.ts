import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { USUAL_CONFIG_FILE } from '../../config/source.ts';
import { ledgerPath } from '../../engine/ledger/ledgerFile.ts';
import { forgottenFile, journalFile } from '../../engine/privacy/forgottenList.ts';
import { optOutFile } from '../../engine/privacy/optOut.ts';
import type { Inputs, Project } from '../../engine/project.ts';
import { dateOf } from '../../measures/calendar.ts';

const DAY_MS = 86_400_000;

/**
 * All that numbers depend on, as a text that is another one when something of it is: sizes and times of the logs, the
 * lists, the ledger and the config, and the day (UTC), by which the forecast goes.
 */
export function folderState(project: Project, { conversations, feedback }: Inputs, now: Date): string {
  const logs = [...conversations, ...feedback].map(({ name, bytes, modified, changed, inode }) =>
    [name, bytes, modified, changed, inode].join(' '),
  );
  const day = dateOf(Math.floor(now.getTime() / DAY_MS));
  return [day, ...logs, ...filesBeside(project).map((path) => `${path} ${markOf(path)}`)].join('\n');
}

function filesBeside({ config, configFile, curated, data, plans }: Project): readonly string[] {
  const { tokenizer, benchmark } = plans.survey;
  const { opt_out } = config.privacy;
  return [
    resolve(configFile ?? USUAL_CONFIG_FILE),
    ledgerPath(curated),
    forgottenFile(data),
    journalFile(data),
    ...(opt_out === null ? [] : [optOutFile(data, opt_out)]),
    ...(tokenizer?.file === undefined ? [] : [tokenizer.file.path]),
    ...(benchmark?.files ?? []).map(({ path }) => path),
  ];
}

function markOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? 'none' : [found.ino, found.mtimeNs, found.size].join(' ');
}
