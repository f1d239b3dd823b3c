import { expect, test } from 'vitest';
import { SAMPLE } from '../commands/logs.ts';
import { PruneProject } from '../engine/prune/project.ts';

/** Settings under which what is decided hangs on more than the rows that are kept. */
const CONFIGS = {
  'the defaults': '',
  sessions: 'conversation: { unit: session }',
  'sessions that a bad turn drops': 'conversation: { unit: session, bad_turn: drop }',
  'splits by user, caps, only rated': 'split: { by: user }\ncaps: { max_per_user: 9 }\nfeedback: { unrated: drop }',
  'ids hashed once more, masked entities': 'privacy: { hashed_ids: hash, entities: { EMAIL: mask, PHONE: drop } }',
  'cut to a length': 'tokenizer: cl100k_base\npipeline: [scrub, { use: max_tokens, max: 150 }]',
  'sessions cut to a length':
    'tokenizer: o200k_base\nconversation: { unit: session }\npipeline: [scrub, { use: max_tokens, max: 300 }]',
  'near duplicates found early': 'dedup: { near: { threshold: 0.6 } }',
} as const;

test.each(Object.entries(CONFIGS))(
  'an export is the same after a prune: %s',
  { timeout: 60_000 },
  async (_, config) => {
    const project = new PruneProject(SAMPLE, config);
    await project.export();
    const [rows, provenance] = [project.rows(), project.provenance()];
    expect(Object.keys(rows).length).toBeGreaterThan(4);
    const report = await project.prune();
    expect(report.stayed).toBe(0);
    expect(report.pruned).toBeGreaterThan(50);
    expect(project.list('training_logs').length).toBe(2); // the newest of each kind
    await project.export();
    expect(project.rows()).toEqual(rows);
    expect(project.provenance()).toEqual(provenance);
    expect(project.read('curated/chatml/provenance/train.jsonl')).toContain('"file":"archive/conversations_2026-09');
  },
);
