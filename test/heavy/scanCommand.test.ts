import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exchange, SAMPLE } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

const finding = z.strictObject({
  file: z.string(),
  line: z.number().int().min(1),
  field: z.string(),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  entity: z.string().regex(/^[A-Z][A-Z0-9_]+$/),
  score: z.number().min(0).max(1),
});

const MAIL = 'jo.doe@example.com';
const CARD = '4111 1111 1111 1111';
const LOG = 'data/training_logs/conversations_2026-01-01.jsonl';

async function scanned(folder: Workdir, ...args: string[]) {
  const run = await folder.run(['scan', '--json', '--quiet', ...args]);
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => finding.parse(JSON.parse(line)));
}

/** `file:line field start-end ENTITY` of each. */
async function places(folder: Workdir, ...args: string[]): Promise<string[]> {
  const found = await scanned(folder, ...args);
  return found.map(({ file, line, field, start, end, entity }) => `${file}:${line} ${field} ${start}-${end} ${entity}`);
}

describe('what is read', () => {
  test('plain text, {"text"}, conversations with all their fields, feedback', async () => {
    const folder = new Workdir().write({
      'notes.txt': `\ufeffmail ${MAIL}\n\nnothing here\r\n😀 ${CARD}\n"${MAIL}"`,
      'text.jsonl': [{ text: `two:\n${MAIL}, ${MAIL}` }],
      'chats.jsonl': [
        {
          id: 'a',
          messages: [
            { role: 'user', content: 'hi' },
            { role: 'assistant', content: `é ${MAIL}` },
          ],
        },
        { id: 'b', user_message: MAIL, assistant_message: 'ok', metadata: { agent_note: `card ${CARD}` } },
      ],
      'feedback.jsonl': [{ example_id: 'a', score: 5, comment: `thanks, ${MAIL}`, user_id: MAIL }],
    });
    expect(await places(folder, 'notes.txt', 'text.jsonl', 'chats.jsonl', 'feedback.jsonl')).toEqual([
      'notes.txt:1  5-23 EMAIL',
      'notes.txt:4  3-22 CREDIT_CARD',
      'notes.txt:5  1-19 EMAIL',
      'text.jsonl:1 text 5-23 EMAIL',
      'text.jsonl:1 text 25-43 EMAIL',
      'chats.jsonl:1 messages[1].content 2-20 EMAIL',
      'chats.jsonl:2 user_message 0-18 EMAIL',
      'chats.jsonl:2 metadata.agent_note 5-24 CREDIT_CARD',
      'feedback.jsonl:1 comment 8-26 EMAIL',
      'feedback.jsonl:1 user_id 0-18 EMAIL',
    ]);
  });

  test('every format of ours, plain, compressed and in Parquet, with rows that hold line breaks and quotes', async () => {
    const folder = new Workdir().write({
      [LOG]: [
        exchange(1, { assistant_message: `Said "so",\n\n  for sure, and then write to ${MAIL} at once, please.` }),
      ],
      'config/fine_tuning_config.yaml': 'privacy: { entities: { EMAIL: keep } }\n',
    });
    const flags = ['--since', '2026-01-01', '--quiet'];
    for (const [ending, ...packing] of [[''], ['.gz', '--compress', 'gz'], ['.parquet', '--container', 'parquet']]) {
      expect((await folder.run(['export', '--format', 'all', ...packing, ...flags])).code).toBe(0);
      const found = await scanned(folder, '--entities', 'EMAIL', 'data/curated');
      const rows = found.filter(({ file }) => !file.includes('provenance'));
      const formats = rows.map(({ file, field }) => `${file.split('/')[2]} ${field}`);
      expect(formats).toEqual([
        'alpaca output',
        'bedrock-claude messages[1].content',
        'bedrock-converse messages[1].content[0].text',
        'chatml-text text',
        'chatml messages[1].content',
        'csv bot_response',
        'gemini contents[1].parts[0].text',
        'input-output segments[1].text',
        'instruction response',
        'json messages[1].content',
        'mistral messages[1].content',
        'prompt-completion-messages completion[0].content',
        'prompt-completion completion',
        'sharegpt conversations[1].value',
      ]);
      for (const { file, line } of rows) {
        expect(file).toMatch(ending === '' ? /\.(?:jsonl|json|csv)$/ : new RegExp(`\\${ending}$`));
        if (ending === '.parquet') expect(line).toBe(1);
      }
      for (const { start, end } of rows) expect(end - start).toBe(MAIL.length);
    }
  });

  test('the line of a CSV row is where it begins', async () => {
    const folder = new Workdir().write({ 'a.csv': `id,note\n1,"two\nlines"\n2,${MAIL}\n"${MAIL}",x\n` });
    expect(await places(folder, 'a.csv')).toEqual(['a.csv:4 note 0-18 EMAIL', 'a.csv:5 id 0-18 EMAIL']);
    folder.write({ 'b.csv': `${MAIL},a b\n` });
    expect(await places(folder, 'b.csv')).toEqual(['b.csv:1 column1 0-18 EMAIL']);
  });

  test('a .json file that is one object is one record; of several it has lines', async () => {
    const folder = new Workdir().write({
      'manifest.json': `${JSON.stringify({ config: { note: MAIL }, sha256: 'ab' }, null, 2)}\n`,
      'log.json': [{ text: 'x' }, { text: MAIL }],
    });
    expect(await places(folder, 'manifest.json', 'log.json')).toEqual([
      'manifest.json:1 config.note 0-18 EMAIL',
      'log.json:2 text 0-18 EMAIL',
    ]);
    expect((await folder.run(['scan', 'manifest.json', 'log.json'])).stdout).toContain('in 2 files, 8 lines');
  });

  test('standard input, plain, compressed, or an array', async () => {
    const folder = new Workdir().write({
      'a.jsonl.gz': [{ text: MAIL }],
      'b.json': JSON.stringify([{}, { text: MAIL }]),
    });
    const from = async (line: string) => (await folder.shell(`${line} | $CURATE scan - --json --quiet`)).stdout;
    const place = { file: '-', start: 0, end: 18, entity: 'EMAIL' };
    expect(JSON.parse(await from(`printf 'x\\n${MAIL}'`))).toMatchObject({ ...place, line: 2, field: '' });
    expect(JSON.parse(await from('cat a.jsonl.gz'))).toMatchObject({ ...place, line: 1, field: 'text' });
    expect(JSON.parse(await from('cat b.json'))).toMatchObject({ ...place, line: 2, field: 'text' });
    expect(await from('true')).toBe('');
  });

  test('lines in ranges on several threads have the numbers that one thread gives them', async () => {
    const noise = 'x'.repeat(2_000);
    const lines = Array.from({ length: 6_000 }, (_, at) => ({ text: at % 500 === 499 ? `${noise} ${MAIL}` : noise }));
    const folder = new Workdir().write({ 'long.jsonl': lines, 'next.jsonl': [{ text: MAIL }] });
    const one = await scanned(folder, 'long.jsonl', 'next.jsonl', '--workers', '0');
    expect(one.map(({ line }) => line)).toEqual([...Array.from({ length: 12 }, (_, at) => (at + 1) * 500), 1]);
    expect(await scanned(folder, 'long.jsonl', 'next.jsonl', '--workers', '2')).toEqual(one);
  });

  test('without a name, the raw logs, the feedback and the data sets of the project', async () => {
    const folder = new Workdir().write({
      [LOG]: [exchange(1, { user_message: MAIL })],
      'data/training_logs/feedback.jsonl': [{ id: 'ex-1', score: 1, comment: MAIL }],
      'data/training_logs/other.txt': MAIL,
      'data/curated/chatml/train.jsonl': [{ messages: [{ role: 'user', content: MAIL }] }],
    });
    expect((await scanned(folder)).map(({ file }) => file)).toEqual([
      LOG,
      'data/training_logs/feedback.jsonl',
      'data/curated/chatml/train.jsonl',
    ]);
  });
});

describe('what cannot be read', () => {
  test('is scanned as plain text where there is text, and counted', async () => {
    const folder = new Workdir().write({
      'a.jsonl': Buffer.concat([
        Buffer.from(`{"text": "${MAIL}\n${'['.repeat(70)}"${MAIL}"${']'.repeat(70)}\n{}\n`),
        Buffer.from([0xe9, 0x20]),
        Buffer.from(`${MAIL}\n`),
      ]),
    });
    expect(await places(folder, 'a.jsonl')).toEqual([
      'a.jsonl:1  10-28 EMAIL',
      'a.jsonl:2  71-89 EMAIL',
      'a.jsonl:4  2-20 EMAIL',
    ]);
    const { stdout } = await folder.run(['scan', 'a.jsonl']);
    expect(stdout).toContain('3 lines could not be read as JSON or UTF-8');
  });

  test('what nobody could look at is told, and no gate is passed', async () => {
    const folder = new Workdir().write({
      'a.jsonl': `{"text":"${'x'.repeat(2_000)}"}\n`,
      'config/fine_tuning_config.yaml': 'inputs: { max_line_bytes: 1024 }\n',
      'cut.jsonl.gz': gzipSync(`${'{"text":"abc"}\n'.repeat(9_999)}`).subarray(0, 200),
      'open.json': '[{"text":"abc"},{"text":"def"',
    });
    for (const file of ['a.jsonl', 'cut.jsonl.gz', 'open.json']) {
      const run = await folder.run(['scan', file, '--fail-on', 'any']);
      expect(run.code, file).toBe(1);
      expect(run.stdout).toContain('1 stretch could not be scanned');
      expect(run.stdout).not.toContain('✓');
    }
  });

  test('a file that is no text is passed over in a folder, and refused by name', async () => {
    const folder = new Workdir().write({ 'set/a.bin': Buffer.from([1, 0, 2]), 'set/b.txt': MAIL, 'set/.c': MAIL });
    expect(await places(folder, 'set')).toEqual(['set/b.txt:1  0-18 EMAIL']);
    folder.write({ 'odd/a.parquet': 'PAR1 and no more' });
    expect((await folder.run(['scan', 'odd'])).stderr).toMatch(/a\.parquet: this is not Parquet, or it is damaged/);
    expect((await folder.run(['scan', 'set'])).stdout).toContain('1 file passed over as no text: set/a.bin');
    expect(await folder.run(['scan', 'set/a.bin'])).toMatchObject({ code: 2, stdout: '' });
    expect((await folder.run(['scan', 'nowhere.txt'])).stderr).toMatch(/nowhere\.txt: it is not there/);
    expect((await folder.run(['scan'])).stderr).toMatch(/data: there are no logs and no data sets to scan/);
  });
});

describe('what is told', () => {
  const folder = new Workdir().write({
    'a.txt': `${MAIL}\n${CARD}\n[EMAIL] [CREDIT_CARD_1] [PHONE]\n`,
    'keep.yaml': 'privacy: { entities: { EMAIL: keep } }\n',
  });
  const told = async (...flags: string[]) => (await scanned(folder, 'a.txt', ...flags)).map(({ entity }) => entity);
  const keep = ['--config', 'keep.yaml'];

  test('what the config keeps is left out, unless it is asked for', async () => {
    expect(await told()).toEqual(['EMAIL', 'CREDIT_CARD']);
    expect(await told(...keep)).toEqual(['CREDIT_CARD']);
    expect(await told(...keep, '--all')).toEqual(['EMAIL', 'CREDIT_CARD']);
    expect(await told(...keep, '--entities', 'email, PHONE')).toEqual(['EMAIL']);
    expect(await told('--entities', 'PHONE')).toEqual([]);
    expect((await folder.run(['scan', 'a.txt', ...keep])).stdout).toContain('(--all tells them): EMAIL, URL.');
  });

  test('a table, without a word of the text', async () => {
    const { stdout, code } = await folder.run(['scan', 'a.txt', '--quiet']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Personal data in 1 file, 3 lines\n {2}entity .*\n {2}CREDIT_CARD +1 +1 +1 +a\.txt:2\n/);
    expect(stdout).toMatch(/! 2 findings\n$/);
    expect(stdout).not.toMatch(/jo\.doe|4111/);
  });

  test('the least score', async () => {
    const [first] = await scanned(folder, 'a.txt', '--entities', 'EMAIL');
    expect(await told('--entities', 'EMAIL', '--min-score', String(first?.score))).toEqual(['EMAIL']);
    folder.write({ 'p.txt': 'call 020 7946 0958' });
    const [phone] = await scanned(folder, 'p.txt');
    expect(phone?.score).toBeLessThan(1);
    expect(await scanned(folder, 'p.txt', '--min-score', '1')).toEqual([]);
    expect(await folder.run(['scan', 'p.txt', '--min-score', '2'])).toMatchObject({ code: 2 });
  });

  test.each([
    [['--fail-on', 'any'], 1],
    [['--fail-on', 'EMAIL,PHONE'], 1],
    [['--fail-on', 'PHONE'], 0],
    [['--fail-on', 'any', '--entities', 'PHONE'], 0],
    [[...keep, '--fail-on', 'any', '--entities', 'EMAIL'], 1],
    [[...keep, '--fail-on', 'email'], 1],
    [['--fail-on', 'EMIAL'], 2],
    [['--entities', 'any'], 2],
  ])('%j ends with %i', async (flags, code) => {
    for (const json of [[], ['--json']])
      expect((await folder.run(['scan', 'a.txt', ...json, ...flags])).code).toBe(code);
  });

  test('an entity that there is not comes with one that there is', async () => {
    const { stderr } = await folder.run(['scan', 'a.txt', '--fail-on', 'EMIAL']);
    expect(stderr).toMatch(/^curate: --fail-on "EMIAL": there is no such entity; did you mean `EMAIL`\?/);
  });

  test('a reader that leaves does not open the gate', async () => {
    const many = new Workdir().write({ 'a.txt': `${MAIL} `.repeat(20_000) });
    const line = (flags: string) => `set +o pipefail; $CURATE scan a.txt --json --quiet ${flags} 2>&1 >/dev/full | cat`;
    expect(
      (await many.shell(`$CURATE scan a.txt --json --quiet | head -1 >/dev/null; exit \${PIPESTATUS[0]}`)).code,
    ).toBe(0);
    const gated = `$CURATE scan a.txt --json --quiet --fail-on any | head -1 >/dev/null; exit \${PIPESTATUS[0]}`;
    expect((await many.shell(gated)).code).toBe(1);
    expect((await many.shell(line(''))).stdout).toMatch(/standard output/);
  });
});

test('a data set of the sample passes the gate, and its raw logs do not', async () => {
  const folder = new Workdir();
  const { code } = await folder.shell(
    `mkdir data && cp -r '${decodeURI(SAMPLE.pathname)}' data/training_logs && $CURATE export --quiet`,
  );
  expect(code).toBe(0);
  const run = await folder.run(['scan', 'data/curated/chatml', '--fail-on', 'any', '--quiet']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toContain('✓ Nothing found');
  expect((await folder.run(['scan', 'data/training_logs', '--fail-on', 'any', '--quiet'])).code).toBe(1);
});
