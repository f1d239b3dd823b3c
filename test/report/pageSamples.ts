import type { PageData } from '../../src/report/types.ts';
import * as samples from './samples.ts';

/** A page's numbers, made by hand. */
export const pageSample: PageData = {
  stats: samples.stats,
  progress: samples.progress,
  splits: { train: 80, val: 10, test: 10 },
  lengths: [{ up_to: 64, user: 5, assistant: 0 }],
  clusters: {
    clusters: 3,
    members: 9,
    sizes: [
      { from: 2, to: 2, clusters: 2 },
      { from: 3, to: 3, clusters: 0 },
      { from: 4, to: 5, clusters: 1 },
    ],
  },
};

/** A label that would end the script it stands in, were it let. */
export const HOSTILE = '</script><img src=x onerror=alert(1)>';
