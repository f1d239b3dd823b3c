import { gauge } from './bars.ts';
import { longDate } from './dates.ts';
import { forecastWords, paceWords } from './forecastWords.ts';
import { PLAIN } from './look.ts';
import { integer, percent } from './numbers.ts';
import { targetName, targetValue } from './progress.ts';
import { safe } from './text.ts';
import type { ProgressReport, TargetReport } from './types.ts';

const BAR = 30;

/** What a bot posts to a channel: a few lines of plain Markdown, the same wherever they are read. */
export function renderProgressMarkdown(report: ProgressReport): string {
  const { kept, goal, percent: done } = report;
  const next = report.milestones.find((milestone) => !milestone.reached);
  const items = [
    `Goal: ${forecastWords(report)}`,
    report.as_of === null ? 'No logs yet' : `Pace: ${paceWords(report)}, logs up to ${longDate(report.as_of)}`,
    next === undefined ? '' : `Next: ${integer(next.at)}, ${escapeMarkdown(next.name)} (${nextWords(next, kept)})`,
    report.targets.length === 0 ? '' : `Targets: ${report.targets.map(targetWords).join('; ')}`,
  ];
  return [
    `**${integer(kept)} of ${integer(goal)} good examples (${percent(done / 100)})**`,
    '',
    `\`${gauge(done / 100, BAR, PLAIN)}\``,
    '',
    ...items.filter((item) => item !== '').map((item) => `- ${item}`),
    '',
  ].join('\n');
}

function nextWords({ at, expected }: { at: number; expected: string | null }, kept: number): string {
  const togo = `${integer(at - kept)} to go`;
  return expected === null ? togo : `${togo}, about ${longDate(expected)}`;
}

function targetWords({ name, value, target, met }: TargetReport): string {
  const word = met ? 'met' : '**not met**';
  return `${escapeMarkdown(targetName(name))} ${targetValue(name, value)} of ${targetValue(name, target)} (${word})`;
}

/** Names come from a config file: they may mark up nothing, and call nobody. */
function escapeMarkdown(text: string): string {
  return safe(text)
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replaceAll('@', '@\u200b');
}
