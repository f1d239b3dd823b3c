import { balanceSchema, capsSchema, mixSchema } from '../config/mixtureSchema.ts';
import { privacySchema } from '../config/privacySchema.ts';
import { conversationSchema, dedupSchema, feedbackSchema, preferenceSchema } from '../config/schema.ts';
import { FORMATS } from '../formats/index.ts';
import { SET_STAGES } from '../pipeline/setStages.ts';
import { SIGNAL } from '../pipeline/signals/signal.ts';
import { RECORD_STAGES } from '../pipeline/stages.ts';
import { TURNS } from '../pipeline/turns.ts';
import type { StagesReport } from '../report/types.ts';
import { describeStages } from './describeStages.ts';

/** The sections of the config that set stages take their options from. */
const SECTIONS = {
  conversation: conversationSchema,
  feedback: feedbackSchema,
  preference: preferenceSchema,
  dedup: dedupSchema,
  caps: capsSchema,
  mix: mixSchema,
  balance: balanceSchema,
  privacy: privacySchema.pick({ opt_out: true }),
} as const;

/** Every stage and format, from the registries. */
export function stagesReport(): StagesReport {
  const turns = { ...TURNS, kind: 'clean', section: undefined };
  const sets = [...SET_STAGES, SIGNAL].map((stage) => ({
    name: stage.name,
    kind: 'set',
    summary: stage.summary,
    reasons: stage.reasons,
    ...(stage.section === 'period' || stage.section === 'split' || stage.section === 'tokens'
      ? {}
      : { section: stage.section, options: SECTIONS[stage.section] }),
  }));
  return describeStages([turns, ...RECORD_STAGES, ...sets], FORMATS);
}
