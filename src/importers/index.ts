import { chatgpt } from './chatgpt.ts';
import { helicone } from './helicone.ts';
import type { Importer } from './importer.ts';
import { langfuse } from './langfuse.ts';
import { langsmith } from './langsmith.ts';
import { librechat } from './librechat.ts';
import { oasst } from './oasst.ts';
import { openWebui } from './openWebui.ts';
import { sharegpt } from './sharegpt.ts';

/** Every importer, as `curate import --list` shows them. */
export const IMPORTERS: readonly Importer[] = [
  chatgpt,
  helicone,
  langfuse,
  langsmith,
  librechat,
  oasst,
  openWebui,
  sharegpt,
];
