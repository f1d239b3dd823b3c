import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const found = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullable(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })),
  }),
);

/** What axe finds at a page, in words; the page has to be opened with `bypassCSP`, since axe is no script of it. */
export async function accessProblems(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = found.parse(await page.evaluate('axe.run(document).then(({ violations }) => violations)'));
  return violations.map(
    ({ id, impact, nodes }) =>
      `${impact} ${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary.slice(0, 300)}`,
  );
}
