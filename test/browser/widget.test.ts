import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Workdir } from '../commands/workdir.ts';
import { openSite } from './widgetSite.ts';
import { cutOff, failed, thanked, WidgetWorld } from './widgetWorld.ts';

/** What `<curate-feedback>` does on pages of another origin, in a real browser, against a real `curate serve`. */

const statsSchema = z.object({ feedback: z.record(z.string(), z.unknown()) });

let world: WidgetWorld;
beforeAll(async () => {
  world = await WidgetWorld.open();
});
afterAll(() => world?.close());

describe('a click', () => {
  test('on a thumb is in the file; it is confirmed, and cannot be done again', async () => {
    const id = await world.log('thumb-1');
    const { context, page, complaints, sent, events } = await world.visit({
      body: world.embedded(`conversation="${id}" message="1" user="u-1"`),
    });
    await page.getByRole('button', { name: 'Not helpful' }).click();
    await thanked(page);
    const [line, ...more] = world.stored(id);
    expect(line).toMatchObject({ conversation_id: id, message_index: 1, thumbs: 'down', user_id: 'u-1' });
    expect(more).toEqual([]);
    const [up, down] = [
      page.getByRole('button', { name: 'Helpful', exact: true }),
      page.getByRole('button', { name: 'Not helpful' }),
    ];
    expect(await down.getAttribute('aria-pressed')).toBe('true');
    expect(await up.isDisabled()).toBe(true);
    await up.click({ force: true });
    await down.click({ force: true });
    expect(sent).toHaveLength(1);
    expect(await events()).toEqual([{ type: 'rated', conversation: id, message: '1', choice: 'down', status: 201 }]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('twice in a row sends one', async () => {
    const { context, page, sent } = await world.visit({
      body: world.embedded('conversation="twice" kind="stars"'),
    });
    await page.getByRole('radio', { name: '4 of 5 stars' }).dblclick();
    await thanked(page);
    expect(sent).toEqual([{ conversation_id: 'twice', stars: 4 }]);
    await context.close();
  });

  test('and a comment afterwards are two lines and one rating, also of nobody', async () => {
    const id = await world.log('commented-1');
    const { context, page, events } = await world.visit({
      body: world.embedded(`conversation="${id}" kind="stars"`),
    });
    await page.getByRole('radio', { name: '2 of 5 stars' }).click();
    await thanked(page);
    await page.getByRole('button', { name: 'Send comment' }).click(); // with nothing in it: sends nothing
    await page.getByLabel('Anything to add?').fill('  It took too long.  ');
    await page.getByRole('button', { name: 'Send comment' }).click();
    await expect.poll(() => world.stored(id).length).toBe(2);
    expect(world.stored(id)[1]).toMatchObject({ stars: 2, comment: 'It took too long.' });
    await expect.poll(() => page.getByRole('button', { name: 'Send comment' }).count()).toBe(0);
    expect((await events()).map(({ type }) => type)).toEqual(['rated', 'commented']);
    expect(JSON.stringify(await events())).not.toContain('too long');
    await context.close();
    const own = new Workdir();
    for (const name of world.folder.list('data/training_logs')) {
      const lines = world.folder.read(`data/training_logs/${name}`).split('\n');
      own.write({ [`data/training_logs/${name}`]: lines.filter((line) => line.includes(id)).join('\n') });
    }
    const { feedback } = statsSchema.parse(JSON.parse((await own.run(['stats', '--json', '--quiet'])).stdout));
    expect(feedback).toMatchObject({ entries: 2, rated: 1, mean_stars: 2, comments: 1, stars: { 2: 1 } });
  });

  // Browsers send no more than 64 KB of a page that is being closed, and refuse what is longer.
  test('and the longest comment that the field takes', async () => {
    const { context, page } = await world.visit({ body: world.embedded('conversation="long"') });
    await page.getByRole('button', { name: 'Helpful', exact: true }).click();
    await thanked(page);
    expect(await page.getByRole('textbox').getAttribute('maxlength')).toBe('20000');
    await page.getByRole('textbox').fill('漢'.repeat(20_000));
    await page.getByRole('button', { name: 'Send comment' }).click();
    await expect.poll(() => world.stored('long').length).toBe(2);
    expect(world.stored('long')[1]?.comment).toBe('漢'.repeat(20_000));
    await context.close();
  });

  test('on one of several leaves the others as they are', async () => {
    const { context, page, sent } = await world.visit({
      body: world.embedded(
        'conversation="several-1" comment="off"',
        'conversation="several-2" comment="off" kind="stars"',
        'conversation="several-3" comment="off"',
      ),
    });
    await page.getByRole('button', { name: 'Helpful', exact: true }).nth(1).click();
    await thanked(page);
    expect(await page.getByRole('button', { name: 'Helpful', exact: true }).first().isDisabled()).toBe(false);
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.getByRole('radio', { name: '5 of 5 stars' }).click();
    await expect.poll(() => sent.length).toBe(2);
    expect(sent).toEqual([
      { conversation_id: 'several-3', thumbs: 'up' },
      { conversation_id: 'several-2', stars: 5 },
    ]);
    await context.close();
  });
});

describe('by keyboard alone', () => {
  test('thumbs: Tab, Space, and on to the comment', async () => {
    const { context, page, sent } = await world.visit({
      body: world.embedded('conversation="keys-1"'),
    });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await thanked(page);
    const focused = 'document.querySelector("curate-feedback").shadowRoot.activeElement.ariaLabel';
    expect(await page.evaluate(focused)).toBe('Not helpful');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Why?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => sent.length).toBe(2);
    expect(sent).toEqual([
      { conversation_id: 'keys-1', thumbs: 'down' },
      { conversation_id: 'keys-1', thumbs: 'down', comment: 'Why?' },
    ]);
    await context.close();
  });

  test('stars: Tab stops once, arrows move, Enter chooses; the focus can be seen', async () => {
    const { context, page, sent } = await world.visit({
      body: `${world.embedded('conversation="keys-2" kind="stars"')}<button>after</button>`,
    });
    await page.keyboard.press('Tab');
    for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowLeft']) await page.keyboard.press(key);
    expect(sent).toEqual([]);
    const outline = `(() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.querySelector("curate-feedback").shadowRoot.activeElement); return outlineStyle + outlineWidth; })()`;
    expect(await page.evaluate(outline)).toBe('solid3px');
    await page.keyboard.press('Enter');
    await thanked(page);
    expect(sent).toEqual([{ conversation_id: 'keys-2', stars: 4 }]);
    expect(await page.getByRole('radio', { checked: true }).getAttribute('aria-label')).toBe('4 of 5 stars');
    await context.close();
  });
});

describe('when the network fails', () => {
  test('it is tried once more, and nobody notices', async () => {
    const { context, page, sent, events } = await world.visit({
      body: world.embedded('conversation="flaky"'),
    });
    await cutOff(page, 1);
    await page.getByRole('button', { name: 'Helpful', exact: true }).click();
    await thanked(page);
    expect(sent).toHaveLength(2);
    expect(world.stored('flaky')).toHaveLength(1);
    expect((await events()).map(({ type }) => type)).toEqual(['rated']);
    await context.close();
  });

  test('twice, it says so, and one may try again or choose anew', async () => {
    const { context, page, events } = await world.visit({
      body: world.embedded('conversation="down" kind="stars"'),
    });
    await cutOff(page, 4);
    await page.getByRole('radio', { name: '1 of 5 stars' }).click();
    await failed(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await events()).length, { timeout: 10_000 }).toBe(2);
    await page.getByRole('radio', { name: '3 of 5 stars' }).click();
    await thanked(page);
    expect((await events()).map(({ type, status }) => [type, status])).toEqual([
      ['failed', 0],
      ['failed', 0],
      ['rated', 201],
    ]);
    expect(world.stored('down')).toMatchObject([{ stars: 3 }]);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await context.close();
  });

  test('a comment that could not be sent is still there', async () => {
    const { context, page } = await world.visit({
      body: world.embedded('conversation="kept"'),
    });
    await page.getByRole('button', { name: 'Helpful', exact: true }).click();
    await thanked(page);
    await cutOff(page, 2);
    await page.getByRole('textbox').fill('Well done.');
    await page.getByRole('button', { name: 'Send comment' }).click();
    await failed(page);
    expect(await page.getByRole('textbox').inputValue()).toBe('Well done.');
    await page.getByRole('button', { name: 'Send comment' }).click();
    await thanked(page);
    expect(world.stored('kept')).toMatchObject([{ thumbs: 'up' }, { thumbs: 'up', comment: 'Well done.' }]);
    await context.close();
  });
});

test('a token that the service does not know is a failure that is told, and not tried again', async () => {
  const { context, page, sent, events } = await world.visit({
    body: world.embedded('conversation="strange" token="made-up-by-a-stranger-0123456789"'),
  });
  await page.getByRole('button', { name: 'Helpful', exact: true }).click();
  await failed(page);
  expect(sent).toHaveLength(1);
  expect(await events()).toMatchObject([{ type: 'failed', status: 401 }]);
  expect(world.stored('strange')).toEqual([]);
  await context.close();
});

test('a page that is not on the list is not served', async () => {
  const other = await openSite();
  const context = await world.browser.newContext();
  const page = await context.newPage();
  await page.goto(other.put({ body: world.embedded('conversation="elsewhere"') }));
  await page.getByRole('button', { name: 'Helpful', exact: true }).click();
  await failed(page);
  expect(world.stored('elsewhere')).toEqual([]);
  await context.close();
  await other.close();
});

test('another conversation begins anew; without one there is nothing', async () => {
  const { context, page, sent } = await world.visit({ body: world.embedded('comment="off"') });
  const widget = page.locator('curate-feedback');
  const become = (name: string, value: string) =>
    widget.evaluate((node, [key, text]) => node.setAttribute(String(key), String(text)), [name, value]);
  expect(await widget.isVisible()).toBe(false);
  for (const id of ['anew-1', 'anew-2']) {
    await become('conversation', id);
    expect(await page.getByText('Thank you').count()).toBe(0);
    await page.getByRole('button', { name: 'Helpful', exact: true }).click();
    await thanked(page);
  }
  await become('kind', 'stars');
  await page.getByRole('radio', { name: '5 of 5 stars' }).click();
  await thanked(page);
  expect(sent).toMatchObject([
    { conversation_id: 'anew-1' },
    { conversation_id: 'anew-2' },
    { conversation_id: 'anew-2', stars: 5 },
  ]);
  await context.close();
});
