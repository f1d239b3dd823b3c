import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderCheck } from '../src/report/check.ts';
import { renderClusters } from '../src/report/clusters.ts';
import { renderExplain } from '../src/report/explain.ts';
import { renderExport } from '../src/report/export.ts';
import { renderForget } from '../src/report/forget.ts';
import { renderGaps } from '../src/report/gaps.ts';
import { type Look, lookFor, PLAIN } from '../src/report/look.ts';
import { renderProgress } from '../src/report/progress.ts';
import { renderProgressMarkdown } from '../src/report/progressMarkdown.ts';
import { renderPrune } from '../src/report/prune.ts';
import { renderScan } from '../src/report/scan.ts';
import { renderStages } from '../src/report/stages.ts';
import { renderStats } from '../src/report/stats.ts';
import { widthOf } from '../src/report/text.ts';
import { renderThresholds, renderWhatIf } from '../src/report/whatIf.ts';
import { clustered, nothingClustered } from './report/clusterSamples.ts';
import * as prune from './report/pruneSamples.ts';
import * as samples from './report/samples.ts';
import { scanned, scannedClean } from './report/scanSamples.ts';
import * as whatIf from './report/whatIfSamples.ts';

/**
 * Every report as people see it, one golden file each in `test/report/`. After a wanted change, run the tests with
 * `UPDATE_REPORTS=1` and read the difference before it is committed.
 */
const REPORTS: Record<string, (look: Look) => string> = {
  stats: (look) => renderStats(samples.stats, look),
  stats_empty: (look) => renderStats(samples.emptyStats, look),
  stats_unusable: (look) => renderStats(samples.unusableStats, look),
  stats_huge: (look) => renderStats(samples.hugeStats, look),
  progress: (look) => renderProgress(samples.progress, look),
  progress_empty: (look) => renderProgress(samples.emptyProgress, look),
  progress_reached: (look) => renderProgress(samples.reachedProgress, look),
  progress_markdown: () => renderProgressMarkdown(samples.progress),
  progress_markdown_empty: () => renderProgressMarkdown(samples.emptyProgress),
  progress_markdown_reached: () => renderProgressMarkdown(samples.reachedProgress),
  stats_ascii: (look) => renderStats(samples.stats, { ...look, ascii: true }),
  progress_ascii: (look) => renderProgress(samples.progress, { ...look, ascii: true }),
  export: (look) => renderExport(samples.exported, look),
  export_several: (look) => renderExport({ command: 'export', formats: samples.exportedSeveral, seconds: 3.92 }, look),
  export_several_apart: (look) =>
    renderExport({ command: 'export', formats: samples.exportedApart, seconds: 3.92 }, look),
  export_nothing: (look) => renderExport(samples.exportedNothing, look),
  export_joined: (look) =>
    renderExport({ ...samples.exported, examples: 301, splits: { train: 241, val: 30, test: 30 } }, look),
  export_timings: (look) => renderExport({ ...samples.exported, timings: samples.timings }, look),
  scan: (look) => renderScan(scanned, look),
  scan_ascii: (look) => renderScan(scanned, { ...look, ascii: true }),
  scan_nothing: (look) => renderScan(scannedClean, look),
  clusters: (look) => renderClusters(clustered, look),
  clusters_none: (look) => renderClusters(nothingClustered, look),
  explain: (look) => renderExplain(samples.explained, look),
  explain_kept: (look) => renderExplain(samples.explainedKept, look),
  check: (look) => renderCheck(samples.checked, look),
  check_new: (look) => renderCheck(samples.checkedNew, look),
  prune: (look) => renderPrune(prune.pruned, look),
  prune_some: (look) => renderPrune(prune.prunedSome, look),
  prune_none: (look) => renderPrune(prune.prunedNone, look),
  prune_nothing_due: (look) => renderPrune(prune.nothingDue, look),
  what_if: (look) => renderWhatIf(whatIf.asked, look),
  what_if_nothing: (look) => renderWhatIf(whatIf.askedNothing, look),
  thresholds: (look) => renderThresholds(whatIf.curve, look),
  thresholds_ascii: (look) => renderThresholds(whatIf.curveOfStars, { ...look, ascii: true }),
  gaps: (look) => renderGaps(whatIf.gaps, look),
  gaps_none: (look) => renderGaps(whatIf.noGaps, look),
  stages: (look) => renderStages(samples.stages, look),
  forget: (look) => renderForget(samples.forgotten, look),
  forget_dry: (look) => renderForget({ ...samples.forgotten, dry_run: true, receipt: null, left: [] }, look),
  forget_nothing: (look) => renderForget(samples.forgottenNothing, look),
};

/** Twelve digits do not fit a narrow screen, and Markdown knows no screen. */
const widthsOf = (name: string) => (name.includes('markdown') ? [] : name.includes('huge') ? [80, 110] : [48, 80, 110]);

const COLOURED = lookFor({ isTTY: true, columns: 100 }, {});

describe.each(Object.entries(REPORTS))('%s', (name, render) => {
  test('reads as its golden file at 80 columns', () => {
    const file = new URL(`./report/${name}.txt`, import.meta.url);
    const text = render(PLAIN);
    if (process.env.UPDATE_REPORTS === '1') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  test('keeps within the screen, ends with one line end and leaves no blanks at line ends', () => {
    for (const width of widthsOf(name)) {
      const lines = render({ ...PLAIN, width }).split('\n');
      for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(width);
    }
    expect(render(PLAIN)).toMatch(/[^\n]\n$/);
    expect(render(PLAIN)).not.toMatch(/[ \t]\n/);
  });

  test('says the same without colours', () => {
    const { width, ascii } = COLOURED;
    const esc = String.fromCharCode(27);
    const bare = render(COLOURED).replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '');
    expect(bare).toBe(render({ ...PLAIN, width, ascii }));
  });
});

test('an ASCII look of ASCII data is ASCII', () => {
  const look = { ...PLAIN, ascii: true };
  const texts = [
    renderProgress(samples.progress, look),
    renderExport({ ...samples.exported, timings: samples.timings }, look),
    renderCheck(samples.checked, look),
    renderExplain(samples.explained, look),
    renderStages(samples.stages, look),
  ];
  for (const text of texts) expect(text).toMatch(/^[\x20-\x7e\n]*$/);
});

test('log text cannot steer the terminal', () => {
  const esc = String.fromCharCode(27);
  for (const render of Object.values(REPORTS)) expect(render(PLAIN)).not.toContain(esc);
  expect(renderExplain(samples.explainedKept, PLAIN)).toContain('one<U+001B>[2Jtwo');
});
