import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import scrubStage from '../../src/pipeline/scrub/scrub.ts';
import { Drop, type ExampleMemory, type StageContext } from '../../src/pipeline/stage.ts';

/** The texts of a conversation after the stage, or the drop. */
function scrubbed(
  texts: readonly string[],
  options: object,
  { context, memory }: { context?: StageContext; memory?: ExampleMemory } = {},
): string[] | Drop {
  const conversation: Conversation = {
    id: 'c',
    timestamp: undefined,
    user: undefined,
    session: undefined,
    facets: {},
    messages: texts.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content, index })),
  };
  const after = scrubStage.create(options, context).apply(conversation, memory);
  return after instanceof Drop ? after : after.messages.map(({ content }) => content);
}

describe('numbered', () => {
  const options = { entities: { EMAIL: 'numbered' } };

  test('the same value has the same number in all turns, however it is written', () => {
    expect(
      scrubbed(
        ['I am ann@example.com, he is bob@example.com.', 'Hello Ann@Example.com!', 'ann (at) example.com'],
        options,
      ),
    ).toEqual(['I am [EMAIL_1], he is [EMAIL_2].', 'Hello [EMAIL_1]!', '[EMAIL_3]']);
    expect(scrubbed(['bob@example.com'], options)).toEqual(['[EMAIL_1]']);
  });

  test('numbers run on through the records of one example', () => {
    const memory: ExampleMemory = new Map();
    scrubbed(['ann@example.com', 'bob@example.com'], options, { memory });
    expect(scrubbed(['bob@example.com, eve@example.com'], options, { memory })).toEqual(['[EMAIL_2], [EMAIL_3]']);
  });
});

test('hash gives a pseudonym that hangs on the key alone', () => {
  const options = { entities: { EMAIL: 'hash' } };
  const [one] = [scrubbed(['ann@example.com'], options, { context: { id_key: 'k' } })].flat();
  expect(one).toMatch(/^\[EMAIL:[0-9a-f]{16}\]$/);
  expect(scrubbed(['to Ann@Example.com'], options, { context: { id_key: 'k' } })).toEqual([`to ${one}`]);
  expect(scrubbed(['ann@example.com'], options, { context: { id_key: 'l' } })).not.toEqual([one]);
});

test('what stays does not take with it what it overlaps', () => {
  const text = 'teléfono +34 612 34 56 78, calle Mayor 15, 28013 Madrid';
  const [after] = [scrubbed([text], { entities: { PHONE: 'keep' } })].flat();
  expect(after).not.toMatch(/Mayor|28013/);
});

test('what was put there is not found again', () => {
  const hashed = { entities: { SECRET: 'hash' } };
  const [once] = [scrubbed(['password: "hunter2hunter"'], hashed)].flat();
  expect(once).toMatch(/^password: "\[SECRET:[0-9a-f]{16}\]"$/);
  expect(scrubbed([String(once)], hashed)).toEqual([once]);
  const digits = { patterns: [{ entity: 'NUM', pattern: '[0-9]+', action: 'hash' }] };
  expect(scrubbed(['Order 12345.'], digits)).toEqual([expect.stringMatching(/^Order \[NUM:[0-9a-f]{16}\]\.$/)]);
  const words = { patterns: [{ entity: 'SHOUT', pattern: '[A-Z]{4,}' }] };
  expect(scrubbed(['HELLO, WORLD'], words)).toEqual(['[SHOUT], [SHOUT]']);
});

test('drop names the message at fault', () => {
  const after = scrubbed(['hello', 'write to ann@example.com'], { entities: { EMAIL: 'drop' } });
  expect(after).toMatchObject({ reason: 'personal_data', message: 1 });
});

describe('own patterns', () => {
  const pattern = { entity: 'EMPLOYEE_ID', pattern: 'E-[0-9]{6}' };

  test('are found, also in full-width digits, and replaced as told', () => {
    expect(scrubbed(['I am E-123456, or E-１２３４５６.'], { patterns: [pattern] })).toEqual([
      'I am [EMPLOYEE_ID], or [EMPLOYEE_ID].',
    ]);
    expect(scrubbed(['I am E-123456'], { patterns: [{ ...pattern, action: 'mask' }] })).toEqual(['I am ****3456']);
    expect(scrubbed(['I am E-123456'], { patterns: [{ ...pattern, action: 'drop' }] })).toBeInstanceOf(Drop);
  });

  test('with context count near one of its words only, whole and in any case', () => {
    const near = { ...pattern, context: ['badge', 'a.b'] };
    const texts = ['Badge E-123456', 'the badges E-123456', 'axb E-123456', 'a.b: E-123456'];
    expect(scrubbed(texts, { patterns: [near] })).toEqual([
      'Badge [EMPLOYEE_ID]',
      'the badges E-123456',
      'axb E-123456',
      'a.b: [EMPLOYEE_ID]',
    ]);
  });

  test.each([
    ['an empty match', { pattern: 'x*' }, 'empty text'],
    ['what RE2 has not', { pattern: '(?<=x)y' }, 'RE2'],
    ['a broken one', { pattern: '(' }, 'RE2'],
    ['a name in small letters', { entity: 'badge' }, 'capitals'],
    ['the name of a built-in kind', { entity: 'EMAIL' }, 'a name of its own'],
  ])('%s is refused with a sentence', (_name, change, word) => {
    const result = scrubStage.options.safeParse({ patterns: [{ ...pattern, ...change }] });
    expect(result.error?.issues[0]?.message).toContain(word);
  });

  test('two of one name are refused', () => {
    const result = scrubStage.options.safeParse({ patterns: [pattern, { ...pattern, action: 'keep' }] });
    expect(result.error?.issues[0]?.message).toContain('another pattern');
  });

  test('run in linear time, whatever they are', () => {
    const time = (length: number): number => {
      const start = process.cpuUsage();
      scrubbed(['a'.repeat(length)], {
        patterns: [{ entity: 'A', pattern: '(a+)+b' }].map((own) => ({ ...own, entity: 'AS' })),
      });
      return process.cpuUsage(start).user;
    };
    time(1000);
    expect(time(40_000) / Math.max(time(10_000), 20_000)).toBeLessThan(10);
  });
});

describe('an outside recogniser', () => {
  const options = { recognizer: { url: 'http://localhost:5002/analyze' } };
  const recognize = (text: string) =>
    Array.from(text.matchAll(/Ann|EMAIL/g), ({ 0: name, index }) => {
      return { start: index, end: index + name.length, entity: 'FIRST_NAME', score: 0.9 };
    });

  test('adds to what is found here, and leaves our tags alone', () => {
    expect(scrubbed(['Ann: ann@example.com, [EMAIL]'], options, { context: { recognize } })).toEqual([
      '[FIRST_NAME]: [EMAIL], [EMAIL]',
    ]);
  });

  test('is not given a password that would stand in manifests', () => {
    const address = 'http://ann:secret@localhost:5002/analyze';
    const result = scrubStage.options.safeParse({ recognizer: { url: address } });
    expect(result.error?.issues[0]?.message).toContain('no user name or password');
    expect(result.error?.issues[0]?.message).not.toContain('ann');
  });

  test('that is not handed in stops everything', () => {
    expect(() => scrubbed(['Ann'], options)).toThrow(RangeError);
  });
});

test('no two values share a number, and no value has two', () => {
  const address = fc.constantFrom('ann@example.com', 'bob@example.com', 'eve@example.org', 'max@example.net');
  fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 12 }), (addresses) => {
      const texts = scrubbed(addresses, { entities: { EMAIL: 'numbered' } });
      const pairs = new Set([texts].flat().map((text, place) => `${text} ${addresses[place]}`));
      expect(pairs.size).toBe(new Set(addresses).size);
      expect(new Set([texts].flat()).size).toBe(pairs.size);
    }),
  );
});
