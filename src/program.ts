import { Command } from 'commander';
import { registerCache } from './commands/cache.ts';
import { registerCheck } from './commands/check.ts';
import { registerClusters } from './commands/clusters.ts';
import { registerDiff } from './commands/diff.ts';
import { registerExplain } from './commands/explain.ts';
import { registerExport } from './commands/export.ts';
import { registerFeedback } from './commands/feedback.ts';
import { registerForget } from './commands/forget.ts';
import { registerGaps } from './commands/gaps.ts';
import { registerImport } from './commands/import.ts';
import { registerInit } from './commands/init.ts';
import { registerLog } from './commands/log.ts';
import { registerProgress } from './commands/progress.ts';
import { registerPrune } from './commands/prune.ts';
import { registerRecipe } from './commands/recipe.ts';
import { registerReport } from './commands/report.ts';
import { registerSample } from './commands/sample.ts';
import { registerScan } from './commands/scan.ts';
import { registerServe } from './commands/serve.ts';
import { registerStages } from './commands/stages.ts';
import { registerStats } from './commands/stats.ts';
import { registerTargets } from './commands/targets.ts';
import { registerValidate } from './commands/validate.ts';
import { version } from './version.ts';

/** The command line, ready to parse. Commands load what they need when they run, so `--help` stays fast. */
export function createProgram(): Command {
  const program = new Command('curate')
    .description("Turns a chatbot's daily logs and its users' feedback into fine-tuning data that a team can defend.")
    .version(version(), '-V, --version')
    .showSuggestionAfterError()
    .showHelpAfterError('(curate --help lists the commands and flags)');
  registerInit(program);
  registerServe(program);
  registerCheck(program);
  registerLog(program);
  registerFeedback(program);
  registerStats(program);
  registerProgress(program);
  registerGaps(program);
  registerExport(program);
  registerRecipe(program);
  registerExplain(program);
  registerClusters(program);
  registerDiff(program);
  registerReport(program);
  registerSample(program);
  registerScan(program);
  registerValidate(program);
  registerImport(program);
  registerForget(program);
  registerPrune(program);
  registerStages(program);
  registerTargets(program);
  registerCache(program);
  return program;
}
