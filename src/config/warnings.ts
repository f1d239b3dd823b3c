import { RECORD_STAGES } from '../pipeline/stages.ts';
import type { Config } from './config.ts';

/** What is allowed, but should not go unseen: one sentence each, none when all is well. */
export function configWarnings(config: Config): string[] {
  return [...scrubWarnings(config), ...languageWarnings(config), ...ratingWarnings(config)];
}

function scrubWarnings({ pipeline }: Config): string[] {
  const scrub = pipeline.findIndex(({ use }) => use === 'scrub');
  if (scrub < 0)
    return ['The pipeline has no `scrub`: names, addresses and secrets stay in everything that is written.'];
  const cleaners = new Set(RECORD_STAGES.filter(({ kind }) => kind === 'clean').map(({ name }) => name));
  const late = pipeline.slice(scrub + 1).filter(({ use }) => cleaners.has(use));
  return late.map(
    ({ use }) => `\`${use}\` runs after \`scrub\`: personal data that it brings to light is not removed.`,
  );
}

function ratingWarnings({ feedback, preference }: Config): string[] {
  if (preference.max_bad_stars < feedback.min_stars) return [];
  return ['`preference.max_bad_stars` is not below `feedback.min_stars`: an answer that is both counts as good.'];
}

function languageWarnings({ pipeline }: Config): string[] {
  const filter = pipeline.findIndex(({ use }) => use === 'languages');
  const allow = pipeline[filter]?.options.allow;
  const detected = pipeline.slice(0, Math.max(filter, 0)).some(({ use }) => use === 'detect_language');
  if (!Array.isArray(allow) || allow.length === 0 || detected) return [];
  return ['`languages` runs without a `detect_language` before it: it knows only the languages that the logs name.'];
}
