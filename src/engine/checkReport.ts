import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { CurateError } from '../errors.ts';
import { bandsFor, MOST_BANDS } from '../pipeline/dedup/bands.ts';
import { expectedRecall } from '../pipeline/dedup/nearFloor.ts';
import { countReasons, type Quarantine } from '../pipeline/quarantine.ts';
import { setStagesBeside } from '../pipeline/setStages.ts';
import { namesIn } from '../pipeline/split/groupKeys.ts';
import type { CheckReport } from '../report/types.ts';
import { accountOf, feedbackAccount } from './account.ts';
import { type Decided, decideProject, withPool } from './decideProject.ts';
import { splitProblems } from './ledger/splitProblems.ts';
import { findInputs, type Inputs, type Project } from './project.ts';
import type { ProgressListener } from './surveyLogs.ts';

type Problem = CheckReport['problems'][number];

/** A stage that takes more than this of what comes to it is more likely set wrong than right (issue 2). */
const SUSPICIOUS_SHARE = 0.8;

/** Malformed lines above this share of a file point at a file of another shape. */
const MALFORMED_SHARE = 0.2;

/** What an export would do with these logs and this config, and what looks wrong; the answer to `curate check`. */
export async function checkReport(
  project: Project,
  workers: number | undefined,
  listener: ProgressListener,
): Promise<CheckReport> {
  const problems: Problem[] = [...project.warnings, ...project.peopleWarnings].map((message) => ({
    level: 'warning',
    message,
  }));
  let inputs: Inputs = { conversations: [], feedback: [] };
  try {
    inputs = await findInputs(project);
    const decided = await withPool(inputs, workers, (pool) => decideProject(project, inputs, pool, listener));
    problems.push(
      ...lineProblems(decided),
      ...recallProblems(project),
      ...stageProblems(project, decided),
      ...feedbackProblems(project, inputs, decided),
      ...splitProblems(project, decided),
    );
  } catch (error) {
    if (!(error instanceof CurateError)) throw error;
    problems.push({ level: 'error', message: error.message });
  }
  return {
    config: project.configFile ?? 'built-in defaults',
    problems,
    inputs: [
      ...inputs.conversations.map(({ name, bytes }) => ({ file: name, kind: 'conversations', bytes })),
      ...inputs.feedback.map(({ name, bytes }) => ({ file: name, kind: 'feedback', bytes })),
    ],
    plan: planOf(project, await formatsOf(project, problems)),
  };
}

function lineProblems({ survey }: Decided): Problem[] {
  const wrong = [...survey.files, ...survey.feedbackFiles].filter(({ counts }) => counts.malformed > 0);
  const bad = wrong.filter(({ counts }) => counts.malformed > counts.lines * MALFORMED_SHARE);
  const problems = bad.map(({ file, counts, quarantine }): Problem => {
    const why = `${reasonsOf([quarantine])}; the first is line ${quarantine.line[0] ?? 0}`;
    return {
      level: 'warning',
      message: `${file.name}: ${counts.malformed} of ${counts.lines} lines cannot be used (${why}).`,
    };
  });
  const few = wrong.filter((surveyed) => !bad.includes(surveyed)).map(({ quarantine }) => quarantine);
  const lines = few.reduce((sum, { count }) => sum + count, 0);
  if (lines > 0) {
    const files = wrong.length - bad.length;
    const where = `${lines} ${lines === 1 ? 'line' : 'lines'} in ${files} ${files === 1 ? 'file' : 'files'}`;
    problems.push({
      level: 'note',
      message: `${where} cannot be used (${reasonsOf(few)}); an export lists each in quarantine.jsonl.`,
    });
  }
  if (survey.digest.count === 0) {
    const message = 'No line of the logs is a conversation; see `inputs.fields` if yours name things otherwise.';
    problems.push({ level: 'error', message });
  }
  return problems;
}

function reasonsOf(quarantines: readonly Quarantine[]): string {
  return [...countReasons(quarantines)].map(([reason, count]) => `${reason}: ${count}`).join(', ');
}

/** Ours: the recall that is asked of near duplicates; with fewer bands than are needed it is lower. */
const LEAST_RECALL = 0.99;

function recallProblems({ config }: Project): Problem[] {
  const { enabled, threshold, bands } = config.dedup.near;
  const used = bands ?? bandsFor(threshold);
  const recall = expectedRecall(threshold, used);
  if (!enabled || recall >= LEAST_RECALL) return [];
  const share = Math.floor(recall * 1000) / 10;
  const cure = used < MOST_BANDS ? 'set `dedup.near.bands` to null' : 'set a higher `dedup.near.threshold`';
  const message = `Of pairs just as similar as \`dedup.near.threshold\` (${threshold}) only ${share} % are expected to be found; ${cure} to find more.`;
  return [{ level: 'warning', message }];
}

function stageProblems(project: Project, { decisions }: Decided): Problem[] {
  const { funnel, kept, records } = accountOf(decisions, project.plans.survey);
  const problems = funnel
    .filter((step) => step.in > 0 && step.dropped > step.in * SUSPICIOUS_SHARE)
    .map((step): Problem => {
      const share = Math.round((step.dropped / step.in) * 100);
      const [reason] = Object.keys(step.reasons);
      return {
        level: 'warning',
        message: `\`${step.stage}\` would drop ${share} % of what reaches it (mostly \`${reason ?? ''}\`); is it set as you mean it?`,
      };
    });
  if (records > 0 && kept === 0)
    problems.push({ level: 'error', message: 'Nothing would be left: every record is dropped.' });
  return problems;
}

function feedbackProblems(project: Project, inputs: Inputs, { survey, decisions }: Decided): Problem[] {
  if (inputs.feedback.length === 0) {
    const globs = project.config.inputs.feedback.join(', ');
    return [
      {
        level: 'warning',
        message: `No feedback file fits ${globs}; conversations are kept or dropped without ratings.`,
      },
    ];
  }
  const { entries, joined } = feedbackAccount(decisions, survey.feedbackCounts.malformed);
  if (entries === 0)
    return [
      { level: 'warning', message: 'The feedback files hold no line that can be used; see `inputs.feedback_fields`.' },
    ];
  if (joined > 0) return [];
  return [
    {
      level: 'warning',
      message: `None of ${entries} feedback entries belongs to a conversation here: do both name the same id? See \`inputs.fields.id\` and \`inputs.feedback_fields.id\`.`,
    },
  ];
}

/** The formats that the config asks for; adds what is wrong with a chat template that is needed, or with the container. */
async function formatsOf(project: Project, problems: Problem[]): Promise<readonly string[]> {
  const { format, container, compress } = project.config.export;
  const named = typeof format === 'string' ? [format] : format;
  if (!named.includes('all') && !named.includes('text') && container === 'auto') return named;
  // Most configs need no format by itself, and the schemas of all of them take longer to load than the rest of `check`.
  const { formatsAsked, optionsFor } = await import('./export/formatsAsked.ts');
  const { refuseContainer } = await import('./export/refuseContainer.ts');
  const formats = formatsAsked(named, project.config);
  try {
    const options = optionsFor(formats, project);
    refuseContainer({ kind: 'folders', targets: [] }, formats, { asked: undefined, container, compress, options });
  } catch (error) {
    if (!(error instanceof CurateError)) throw error;
    problems.push({ level: 'error', message: error.message });
  }
  return formats.map(({ name }) => name);
}

function planOf({ config, stages, curated }: Project, formats: readonly string[]): CheckReport['plan'] {
  const { format } = config.export;
  return {
    stages: [
      { name: 'turns', kind: 'clean' },
      ...stages,
      ...setStagesBeside(config.pipeline).map(({ name }) => ({ name, kind: 'set' })),
    ],
    formats,
    out: join(curated, typeof format === 'string' && format !== 'all' ? format : '<format>'),
    settings: {
      'conversation.unit': config.conversation.unit,
      'conversation.bad_turn': config.conversation.bad_turn,
      tokenizer: config.tokenizer,
      'feedback.min_stars': config.feedback.min_stars,
      'feedback.unrated': config.feedback.unrated,
      ...nearSettings(config.dedup.near),
      'split.by': namesIn(config.split.by).join(', '),
      split: `${config.split.train}/${config.split.val}/${config.split.test}`,
    },
  };
}

/** What of the pairs just as similar as the threshold is expected to be found hangs on the bands; see `expectedRecall`. */
function nearSettings({ enabled, threshold, bands }: Config['dedup']['near']): CheckReport['plan']['settings'] {
  if (!enabled) return { 'dedup.near.threshold': null };
  const used = bands ?? bandsFor(threshold);
  const recall = Math.floor(expectedRecall(threshold, used) * 1000) / 1000;
  return { 'dedup.near.threshold': threshold, 'dedup.near.bands': used, 'expected recall at the threshold': recall };
}
