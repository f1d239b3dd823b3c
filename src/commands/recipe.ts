import { type Command, Option } from 'commander';
import { withFolderFlags } from './options.ts';

interface RecipeFlags {
  readonly config?: string;
  readonly data: string;
  readonly for: string;
  readonly format?: string;
  readonly out?: string;
  readonly force?: true;
  readonly json?: true;
  readonly quiet?: true;
}

/** Adds `curate recipe`: a ready config or script for a trainer, from `training` in the config and an export. */
export function registerRecipe(program: Command): void {
  withFolderFlags(program.command('recipe'))
    .summary('write a training config or script for an export')
    .description(
      'Turns the section `training` of the config and the export for a trainer into what that trainer is started with: a YAML file or a Python script, a test task for lm-evaluation-harness, and a Modelfile to serve the result with Ollama. Writes to recipe/ in the folder of the export.',
    )
    .addOption(new Option('--for <target>', 'axolotl, llama-factory, trl, unsloth or mlx').makeOptionMandatory())
    .option('--format <name>', 'for the export in another format than the first of the target')
    .option('-o, --out <dir>', 'a folder to write to')
    .option('--force', 'replace files that were changed by hand')
    .option('--json', 'print one JSON object and nothing else')
    .option('--quiet', 'print nothing')
    .action(recipe);
}

async function recipe(flags: RecipeFlags): Promise<void> {
  const { openProject } = await import('../engine/project.ts');
  const { makeRecipe } = await import('../engine/recipe/makeRecipe.ts');
  const { warn } = await import('./context.ts');
  const project = await openProject({ config: flags.config, data: flags.data, cache: 'off' });
  warn(flags, project.warnings);
  const report = await makeRecipe(project, { ...flags, force: flags.force === true });
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  if (flags.quiet) return;
  const { renderRecipe } = await import('../report/recipe.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderRecipe(report, lookFor(process.stdout)));
}
