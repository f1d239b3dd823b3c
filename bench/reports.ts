import { z } from 'zod';
import type { Measured } from './measure.ts';
import { median } from './results.ts';

const reportSchema = z.object({
  timings: z.object({
    seconds: z.object({ write: z.number().optional() }),
    steps: z.array(z.object({ step: z.string(), conversations: z.number(), microseconds: z.number() })),
  }),
});

/** Seconds of the write phase, as the program itself reports them. */
export function writeSeconds({ output }: Measured): number {
  return timingsOf(output).seconds.write ?? Number.NaN;
}

export interface StepCost {
  readonly step: string;
  /** Conversations that came to it. */
  readonly conversations: number;
  /** Processor time for each of them. */
  readonly microseconds: number;
}

/** The cost of each step of the survey, the median of all runs, in the order in which they are taken. */
export function stepCosts(runs: readonly Measured[]): StepCost[] {
  const all = runs.map(({ output }) => timingsOf(output).steps);
  return (all[0] ?? []).map(({ step, conversations }, place) => ({
    step,
    conversations,
    microseconds: median(all.map((steps) => steps[place]?.microseconds ?? Number.NaN)) ?? Number.NaN,
  }));
}

function timingsOf(output: string) {
  return reportSchema.parse(JSON.parse(output)).timings;
}
