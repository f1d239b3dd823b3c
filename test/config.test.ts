import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { type Config, defaultConfig, parseConfig } from '../src/config/config.ts';
import { configJsonSchema } from '../src/config/configJsonSchema.ts';
import { type JsonSchema, jsonSchemaOf, keysOf, schemaAt } from '../src/config/jsonSchema.ts';
import { readConfig } from '../src/config/load.ts';
import { configWarnings } from '../src/config/warnings.ts';
import { CurateError } from '../src/errors.ts';
import { FORMATS } from '../src/formats/index.ts';
import { RECORD_STAGES } from '../src/pipeline/stages.ts';
import { TARGETS } from '../src/targets/index.ts';

const formats = FORMATS.map(({ name }) => name);
const targets = TARGETS.map(({ name }) => name);

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Every mistake is a pair of files: `<mistake>.yaml`, and the whole message in `<mistake>.txt`. */
describe('mistakes', () => {
  const folder = new URL('./config/mistakes/', import.meta.url);
  const names = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

  test.each(names)('%s', (name) => {
    const error = thrownBy(() => readConfig(readFileSync(new URL(name, folder), 'utf8'), name, { formats, targets }));
    expect(error).toBeInstanceOf(CurateError);
    const expected = readFileSync(new URL(name.replace(/yaml$/, 'txt'), folder), 'utf8');
    expect(`${error instanceof Error ? error.message : ''}\n`).toBe(expected);
  });
});

// In code, for the tools that look after files bring all line ends to one form.
test.each(['\n', '\r\n', '\r'])('lines that end in %j are counted', (end) => {
  const text = ['# shares', 'split:', '  train: 0.8', '  seed: -1', ''].join(end);
  expect(() => readConfig(text, 'config.yaml')).toThrow('config.yaml:4: split.seed: expected a whole number from 0');
});

describe('a config', () => {
  const parse = (text: string) => readConfig(text, 'config.yaml', { formats });

  test.each([
    '',
    '# nothing but a comment\n',
    '---\n',
    '{}',
    'split:\nprivacy:\n# seed: 1\ndedup:\n  near:\n    # ngram: 1\n',
  ])('%j means the defaults', (text) => {
    expect(parse(text)).toEqual(defaultConfig());
  });

  test('a stage is its name alone, or `use` with some of its options', () => {
    const short = parse('pipeline: [min_answer_length]').pipeline;
    expect(short).toEqual([{ use: 'min_answer_length', options: { chars: 50, words: 0 } }]);
    const long = parse('pipeline: [{ use: min_answer_length, words: 3 }]').pipeline;
    expect(long).toEqual([{ use: 'min_answer_length', options: { chars: 50, words: 3 } }]);
  });

  test('`scrub` takes its options from `privacy`', () => {
    const config = parse('pipeline: [scrub]');
    const { regions, entities, patterns, recognizer } = config.privacy;
    expect(config.pipeline).toEqual([{ use: 'scrub', options: { regions, entities, patterns, recognizer } }]);
  });

  test('anchors and aliases may be used', () => {
    expect(parse('split: { seed: &n 7 }\ndedup: { near: { ngram: *n } }').dedup.near.ngram).toBe(7);
  });

  test('one format, several, and all', () => {
    for (const format of ['csv', 'all', ['csv', 'chatml']])
      expect(parse(JSON.stringify({ export: { format } })).export.format).toEqual(format);
  });

  test('shares need not be exact in binary', () => {
    expect(parse('split: { train: 0.7, val: 0.2, test: 0.1 }').split.train).toBe(0.7);
  });

  test('is plain data: it survives JSON and names every stage and option', () => {
    const config = defaultConfig();
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
    for (const { use, options } of config.pipeline) {
      const stage = RECORD_STAGES.find(({ name }) => name === use);
      expect(Object.keys(options).sort(), use).toEqual(Object.keys(stage?.options.shape ?? {}).sort());
      expect(() => stage?.create(options), use).not.toThrow();
    }
  });

  test('the default pipeline has every stage there is, but those that need a tokenizer', () => {
    expect(
      defaultConfig()
        .pipeline.map(({ use }) => use)
        .sort(),
    ).toEqual(
      RECORD_STAGES.filter(({ kind }) => kind !== 'trim')
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('counts the tokens of its max_tokens by any tokenizer', () => {
    for (const tokenizer of ['o200k_base', 'cl100k_base', '../models/tokenizer.json']) {
      const { pipeline } = parse(JSON.stringify({ tokenizer, pipeline: ['max_tokens'] }));
      expect(pipeline).toEqual([{ use: 'max_tokens', options: { max: 4096, cut: 'front' } }]);
    }
  });
});

describe('warnings', () => {
  const warnings = (pipeline: unknown) => configWarnings(parseConfig({ pipeline }, 'config.yaml'));

  test('none for the defaults', () => {
    expect(configWarnings(defaultConfig())).toEqual([]);
  });

  test('answers that are good and bad', () => {
    const config = parseConfig({ feedback: { min_stars: 2 }, pipeline: ['scrub'] }, 'config.yaml');
    expect(configWarnings(config)).toEqual([expect.stringContaining('`preference.max_bad_stars`')]);
  });

  test('a pipeline that leaves personal data in', () => {
    expect(warnings([])).toEqual([expect.stringContaining('no `scrub`')]);
    expect(warnings(['scrub', 'decode_entities'])).toEqual([expect.stringContaining('`decode_entities` runs after')]);
    expect(warnings(['decode_entities', 'scrub'])).toEqual([]);
  });

  test('a language filter with nothing that finds the language', () => {
    const languages = { use: 'languages', allow: ['en'] };
    expect(warnings(['scrub', languages, 'detect_language'])).toEqual([expect.stringContaining('`detect_language`')]);
    expect(warnings(['scrub', 'detect_language', languages])).toEqual([]);
    expect(warnings(['scrub', 'languages'])).toEqual([]);
  });
});

describe('whatever is written', () => {
  // Half the keys are real ones, so that values get past the first check.
  const schema = configJsonSchema(formats, targets);
  const known = keysOf(schema).flatMap((section) => [section, ...keysOf(schemaAt(schema, [section]) ?? {})]);
  const names = [
    ...known,
    'use',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    ...RECORD_STAGES.map(({ name }) => name),
  ];
  const key = fc.oneof(fc.constantFrom(...names), fc.string());
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 5 }, tie('leaf'), tie('mapping'), tie('list')),
    leaf: fc.oneof(
      fc.constantFrom(...names, null, true, 0, 1, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY),
      fc.anything(),
    ),
    list: fc.array(tie('tree'), { maxLength: 4 }),
    mapping: fc.array(fc.tuple(key, tie('tree')), { maxLength: 8 }).map((pairs) => Object.fromEntries(pairs)),
  }));

  const isConfig = (config: Config) => Array.isArray(config.pipeline) && config.split.seed >= 0;

  test('a value gives a config or a CurateError of few and short lines', () => {
    fc.assert(
      fc.property(tree, fc.option(fc.string(), { nil: undefined }), (value, source) => {
        try {
          return isConfig(parseConfig(value, 'config.yaml', { source, formats }));
        } catch (error) {
          if (!(error instanceof CurateError)) throw error;
          const lines = error.message.split('\n');
          return lines.length <= 32 && lines.every((line) => line.length < 1000);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a text gives a config or a CurateError', () => {
    const token = fc.constantFrom(
      '\n',
      '\n  ',
      ': ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '"',
      '|',
      '? ',
      '#',
      '\t',
      '!!x ',
      ', ',
      ...names,
    );
    const text = fc.oneof(
      fc.array(token, { maxLength: 30 }).map((tokens) => tokens.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (source) => {
        try {
          return isConfig(readConfig(source, 'config.yaml', { formats }));
        } catch (error) {
          return error instanceof CurateError;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('every key that is not known is refused', () => {
    const stranger = fc.string().filter((name) => !known.includes(name));
    fc.assert(
      fc.property(stranger, fc.anything(), (name, value) => {
        const section = Object.fromEntries([[name, value]]);
        expect(() => parseConfig(section, 'config.yaml')).toThrow(CurateError);
        expect(() => parseConfig({ split: section }, 'config.yaml')).toThrow(CurateError);
      }),
    );
  });
});

describe('config/fine_tuning_config.yaml', () => {
  const text = readFileSync(new URL('../config/fine_tuning_config.yaml', import.meta.url), 'utf8');

  /** The keys of a schema that a value does not write out. */
  function unwritten(schema: JsonSchema, value: unknown, path = ''): string[] {
    return Object.keys(schema.properties ?? {}).flatMap((key) => {
      const here = path === '' ? key : `${path}.${key}`;
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [here];
      return unwritten(schemaAt(schema, [key]) ?? {}, Object.entries(value).find(([name]) => name === key)?.[1], here);
    });
  }

  /** Only keys without a default may be left to a comment, and then an example shows how they are written. */
  function expectWritten(schema: JsonSchema, value: unknown, where: string) {
    for (const path of unwritten(schema, value)) {
      expect(schemaAt(schema, path.split('.')), `${where}${path} has a default and is not written`).not.toHaveProperty(
        'default',
      );
      expect(text, `${where}${path} is not even in a comment`).toMatch(
        new RegExp(`^ +# ${path.split('.').at(-1)}:`, 'm'),
      );
    }
  }

  test('says what the defaults are', () => {
    expect(readConfig(text, 'config/fine_tuning_config.yaml', { formats })).toEqual(defaultConfig());
  });

  test('has every key of the schema', () => {
    expectWritten(configJsonSchema(formats, targets), load(text), '');
  });

  test.each(RECORD_STAGES.filter(({ section }) => section === undefined).map((stage) => [stage.name, stage] as const))(
    'has every option of %s',
    (name, stage) => {
      // A stage that does not run by default stands there as a comment.
      const written = text.replaceAll(/^( *)# (- use: max_tokens| {2}max:| {2}cut:)/gm, '$1$2');
      const entries = Object.entries(Object(load(written))).find(([key]) => key === 'pipeline')?.[1];
      const entry = Array.isArray(entries) ? entries.find((one) => one === name || one.use === name) : undefined;
      expect(entry).toBeDefined();
      expectWritten(jsonSchemaOf(stage.options), entry, `${name}.`);
    },
  );

  test('points editors to its schema', () => {
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./fine_tuning_config.schema.json');
  });
});

describe('config/fine_tuning_config.schema.json', () => {
  test('is what the code says', async () => {
    const stale = 'the schema file is stale: mend it with `npx vitest run test/config.test.ts -u`';
    const json = `${JSON.stringify(configJsonSchema(formats, targets), null, 2)}\n`;
    await expect(json, stale).toMatchFileSnapshot('../config/fine_tuning_config.schema.json');
  });

  test('describes every key', () => {
    const undescribed = (schema: JsonSchema, path: string): string[] =>
      Object.keys(schema.properties ?? {}).flatMap((key) => {
        const child = schemaAt(schema, [key]) ?? {};
        const own = child.description === undefined && child.const === undefined ? [`${path}.${key}`] : [];
        return [...own, ...undescribed(child, `${path}.${key}`)];
      });
    const schema = configJsonSchema(formats, targets);
    const stages = schemaAt(schema, ['pipeline', 0])?.anyOf ?? [];
    expect([schema, ...stages].flatMap((one) => undescribed(one, ''))).toEqual([]);
  });
});
