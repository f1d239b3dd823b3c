import { SET_STAGES } from '../../pipeline/setStages.ts';
import { RECORD_STAGES } from '../../pipeline/stages.ts';
import { TURNS } from '../../pipeline/turns.ts';

/** The causes that are no `stage.reason`, in words. */
const SENTENCES: Readonly<Record<string, string>> = {
  new_log: 'from a log that the old export did not have',
  new_line: 'from a line that its log did not have yet',
  log_gone: 'its log is not among the inputs any more',
  line_gone: 'no log has it any more',
  other_id: 'the same text stands there under another id',
  format: 'it is kept, but the format or the trainer has no place for it',
  cluster: 'its cluster of duplicates is another',
  logs: 'by the logs: nothing else differs',
  feedback: 'by the feedback: nothing else differs',
  config: 'by the config: nothing else differs',
  files: 'by a file that the config names: nothing else differs',
  reset: 'all splits were dealt anew (--reset-splits): nothing else differs',
  period: 'by the days that were asked for: nothing else differs',
  version: 'by the version of curate: nothing else differs',
  unknown: 'it cannot be told: more than one thing could be it, or none that is known',
};

export function sentenceOf(why: string): string {
  const known = SENTENCES[why];
  if (known !== undefined) return known;
  const stage = why.slice(0, why.lastIndexOf('.'));
  const declared = [TURNS, ...RECORD_STAGES, ...SET_STAGES].find(({ name }) => name === stage);
  return Object.entries(declared?.reasons ?? {}).find(([reason]) => `${stage}.${reason}` === why)?.[1] ?? why;
}
