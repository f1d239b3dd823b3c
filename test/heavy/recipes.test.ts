import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { recipeFor } from '../../src/recipes/index.ts';
import { CASES } from '../recipes/facts.ts';

const PYTHON = 'python3';
const folder = mkdtempSync(join(tmpdir(), 'curate-recipes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hasPython = spawnSync(PYTHON, ['--version']).status === 0;
const hasYaml = spawnSync(PYTHON, ['-c', 'import yaml']).status === 0;
if (!hasPython) process.stderr.write('passed over: there is no python3 to compile scripts of recipes with\n');
if (!hasYaml) process.stderr.write('passed over: there is no python3 with PyYAML to read recipes with\n');

/** Only where Python is: the scripts are for those who have it. */
test.runIf(hasPython)('scripts are Python that compiles', () => {
  const scripts = CASES.flatMap(([name, target, facts]) =>
    recipeFor(target)
      .files(facts)
      .filter((file) => file.name.endsWith('.py'))
      .map(({ text }) => ({ name: `${name}.py`, text })),
  );
  expect(scripts.length).toBeGreaterThan(8);
  for (const { name, text } of scripts) writeFileSync(join(folder, name), text);
  const compiled = spawnSync(PYTHON, ['-m', 'py_compile', ...scripts.map(({ name }) => join(folder, name))]);
  expect(compiled.stderr.toString()).toBe('');
  expect(compiled.status).toBe(0);
});

/** YAML 1.1, as trainers read it, takes `1e-7` for a text and `no` for false. */
test.runIf(hasYaml)('numbers of YAML files are numbers to PyYAML', () => {
  const files = CASES.flatMap(([name, target, facts]) =>
    recipeFor(target)
      .files({ ...facts, training: { ...facts.training, learning_rate: 1e-7 } })
      .filter((file) => /\.ya?ml$/.test(file.name))
      .map(({ text }) => ({ name: `${name}.yaml`, text })),
  );
  for (const { name, text } of files) {
    writeFileSync(join(folder, name), text);
    const script = `import yaml, sys; rate = yaml.safe_load(open(sys.argv[1]))["learning_rate"]; assert rate == 1e-7, rate`;
    const read = spawnSync(PYTHON, ['-c', script, join(folder, name)]);
    expect(read.stderr.toString(), name).toBe('');
  }
});
