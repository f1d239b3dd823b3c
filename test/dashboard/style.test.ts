import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STYLE } from '../../src/report/page/style.ts';
import { contrast } from '../contrast.ts';

const style = readFileSync(new URL('../../src/dashboard/dashboard.css', import.meta.url), 'utf8');
const page = readFileSync(new URL('../../src/dashboard/index.html', import.meta.url), 'utf8');

/** Colours by name, of light screens, of dark ones by the reader's own choice, and of dark ones by the switch. */
const palettes = [...style.matchAll(/\{([^{}]*--page:[^}]*)\}/g)].map(([, block = '']) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+): (#[\da-f]+)/g)].map(([, name, colour]) => [name, colour])),
);

test('dark is dark, whoever chose it', () => {
  expect(palettes).toHaveLength(3);
  expect(palettes[1]).toEqual(palettes[2]);
});

test.each(palettes)('contrasts of $page', (colours) => {
  const colour = (name: string): string => colours[name] ?? '';
  for (const behind of ['card', 'page', 'tint', 'warn'].map(colour)) {
    expect(contrast(colour('text'), behind)).toBeGreaterThan(7);
    expect(contrast(colour('quiet'), behind)).toBeGreaterThan(6);
  }
  for (const name of ['good', 'bad']) expect(contrast(colour(name), colour('card')), name).toBeGreaterThan(4.5);
  // Words on buttons.
  expect(contrast(colour('card'), colour('strong'))).toBeGreaterThan(4.5);
  for (const tone of ['strong', 'soft', 'other', 'edge'])
    expect(contrast(colour(tone), colour('card')), tone).toBeGreaterThan(3);
  expect(contrast(colour('strong'), colour('track'))).toBeGreaterThan(3);
});

test('its colours are those of the report', () => {
  const shared = ['page', 'card', 'text', 'quiet', 'line', 'strong', 'soft', 'other'];
  const ofReport = [...STYLE.matchAll(/\{(--page:[^}]*)/g)].map(([, colours = '']) => colours);
  for (const [place, colours] of ofReport.entries())
    for (const name of shared) expect(colours).toContain(`--${name}:${palettes[place]?.[name]}`);
});

test('nothing inline, nothing from elsewhere, ids once', () => {
  expect(page).not.toMatch(/\sstyle="|\son\w+="|https?:|<style|<script>/);
  expect(style).not.toMatch(/@import|url\(/);
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
