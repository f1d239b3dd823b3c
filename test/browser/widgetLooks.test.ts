import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cutOff, failed, styleOf, thanked, WidgetWorld } from './widgetWorld.ts';

/** How `<curate-feedback>` looks and fits into pages: strict ones, themed ones, light and dark ones. */

const violationsSchema = z.array(
  z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.unknown()) }),
);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let world: WidgetWorld;
beforeAll(async () => {
  world = await WidgetWorld.open();
});
afterAll(() => world?.close());

test('under a strict policy of the page it works and is styled, with the directives that the documentation names', async () => {
  const policy = `default-src 'none'; script-src ${world.service.url}; connect-src ${world.service.url}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'`;
  const { context, page, complaints } = await world.visit({
    policy,
    body: world.embedded('conversation="strict"'),
  });
  const button = page.getByRole('button', { name: 'Helpful', exact: true });
  expect(await styleOf(page, 'cursor')).toBe('pointer');
  await button.click();
  await thanked(page);
  await page.getByRole('textbox').fill('Good.');
  await page.getByRole('button', { name: 'Send comment' }).click();
  await expect.poll(() => world.stored('strict').length).toBe(2);
  expect(complaints).toEqual([]);
  await context.close();
});

test('words, colours and pictures are the page’s, if it wants', async () => {
  const { context, page } = await world.visit({
    head: '<style>curate-feedback { --curate-accent: rgb(0, 128, 0); --curate-size: 40px; font-family: monospace; } curate-feedback::part(question) { font-weight: 700; }</style>',
    body: `${world.tag}<curate-feedback conversation="themed" comment="off" label-up="Hilfreich" label-thanks="Danke!"><b slot="question">War das gut?</b><span slot="up">+</span></curate-feedback>`,
  });
  const group = page.getByRole('group', { name: 'War das gut?' });
  expect(await group.count()).toBe(1);
  const up = group.getByRole('button', { name: 'Hilfreich' });
  await up.click();
  await page.getByText('Danke!').waitFor();
  expect(await styleOf(page, 'color')).toBe('rgb(0, 128, 0)');
  expect(await styleOf(page, 'font-family')).toBe('monospace');
  await context.close();
});

describe.each(['light', 'dark'] as const)('on a %s page', (colorScheme) => {
  test.each(['thumbs', 'stars'])(
    '%s: axe finds nothing, before, after and when it failed; targets are large',
    async (kind) => {
      const { context, page } = await world.visit(
        {
          head: '<style>:root { color-scheme: light dark; }</style>',
          body: world.embedded(`conversation="axe" kind="${kind}"`),
        },
        { colorScheme },
      );
      const issues = async () => {
        await page.evaluate(axe);
        const found = await page.evaluate('axe.run().then(({ violations }) => violations)');
        return violationsSchema.parse(found).map(({ id, impact, nodes }) => ({ id, impact, nodes }));
      };
      const buttons = page.locator('curate-feedback').getByRole(kind === 'stars' ? 'radio' : 'button');
      expect(await issues()).toEqual([]);
      for (const button of await buttons.all()) {
        const box = await button.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      }
      await cutOff(page, 2);
      await buttons.nth(1).click();
      await failed(page);
      expect(await issues()).toEqual([]);
      await page.getByRole('button', { name: 'Try again' }).click();
      await thanked(page);
      expect(await issues()).toEqual([]);
      await context.close();
    },
  );
});
