import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { RECIPES, recipeFor } from '../../src/recipes/index.ts';
import { numberText } from '../../src/recipes/lines.ts';
import { templateOf } from '../../src/recipes/llama-factory.ts';
import { lmEvalTask } from '../../src/recipes/lmEval.ts';
import { chooseMaxLength } from '../../src/recipes/maxLength.ts';
import { modelfile } from '../../src/recipes/modelfile.ts';
import { targetNamed } from '../../src/targets/index.ts';
import { CASES, factsOf } from './facts.ts';

describe.each(CASES)('%s', (name, target, facts) => {
  const recipe = recipeFor(target);
  const files = [...recipe.files(facts), lmEvalTask(facts, target), modelfile(facts, recipe)].filter(
    (file) => file !== undefined,
  );

  test('writes what the golden files say', async () => {
    for (const { name: file, text } of files)
      await expect(text).toMatchFileSnapshot(`golden/${name}/${file.replace(/\.py$/, '.py.txt')}`);
  });

  test('YAML can be read, every path in it is relative, and nothing is left empty', () => {
    for (const { name: file, text } of files) {
      expect(text.endsWith('\n') && !text.endsWith('\n\n'), file).toBe(true);
      expect(text).not.toMatch(/undefined|NaN|null|\[object/);
      if (!/\.ya?ml$/.test(file)) continue;
      expect(text).not.toMatch(/["' ]\/(?!\/)/);
      expect(load(text)).toBeTypeOf('object');
    }
  });
});

test('every recipe has a target that is there', () => {
  for (const { target } of RECIPES) expect(targetNamed(target).name).toBe(target);
});

describe('max_length', () => {
  test.each([
    [[], 2048, { max_length: 256, cut: 0 }],
    [[1], 2048, { max_length: 256, cut: 0 }],
    [[256], 2048, { max_length: 256, cut: 0 }],
    [[257], 2048, { max_length: 512, cut: 0 }],
    [[3000], 2048, { max_length: 2048, cut: 1 }],
    [[3000], 2000, { max_length: 2000, cut: 1 }],
    [[...Array.from({ length: 99 }, () => 100), 5000], 8192, { max_length: 256, cut: 1 }],
    [[...Array.from({ length: 98 }, () => 100), 5000, 5000], 8192, { max_length: 5120, cut: 0 }],
  ])('of %j, at most %d', (lengths, most, expected) => {
    expect(chooseMaxLength(lengths, most, 'by hand')).toMatchObject(expected);
  });

  test('holds 99 of 100 examples, unless the config keeps it from that, and a step less would not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 16, max: 16_384 }),
        (lengths, most) => {
          const { max_length, cut, examples } = chooseMaxLength(lengths, most, '');
          expect(max_length).toBeLessThanOrEqual(most);
          expect(cut).toBe(lengths.filter((length) => length > max_length).length);
          if (max_length < most) expect(cut).toBeLessThanOrEqual(examples * 0.01);
          if (max_length > 256 && max_length % 256 === 0) {
            const less = lengths.filter((length) => length > max_length - 256).length;
            expect(less).toBeGreaterThan(examples * 0.01);
          }
        },
      ),
    );
  });
});

test.each([
  [0.0002, '0.0002'],
  [1e-7, '1.0e-7'],
  [1.5e-7, '1.5e-7'],
  [3, '3'],
])('the number %d is one to YAML 1.1 as well', (value, text) => {
  expect(numberText(value)).toBe(text);
});

test.each([
  ['meta-llama/Llama-3.1-8B-Instruct', 'llama3'],
  ['Qwen/Qwen2.5-7B-Instruct', 'qwen'],
  ['Qwen/Qwen3-8B', 'qwen3'],
  ['google/gemma-2-9b-it', 'gemma2'],
  ['mistralai/Mistral-7B-Instruct-v0.3', 'mistral'],
  ['llama-friends/house-model', undefined],
])('the template of %s is %s', (model, template) => {
  expect(templateOf(model)).toBe(template);
});

test('a kind of row that cannot be scored has no test task, and one that is not spoken no Modelfile', () => {
  expect(lmEvalTask(factsOf('kto'), 'trl')).toBe(undefined);
  expect(lmEvalTask({ ...factsOf('chatml'), dataset: { ...factsOf('chatml').dataset, files: {} } }, 'trl')).toBe(
    undefined,
  );
  expect(modelfile(factsOf('reward'), recipeFor('trl'))).toBe(undefined);
});
