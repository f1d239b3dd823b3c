import { createRequire } from 'node:module';

type Jinja = typeof import('@huggingface/jinja');

/** Loaded when the first template is met: it takes longer than most commands do, and few runs have one. */
let loaded: Jinja | undefined;

/** The package that reads chat templates. */
export function jinja(): Jinja {
  if (loaded === undefined) {
    const found: Jinja = createRequire(import.meta.url)('@huggingface/jinja');
    loaded = found;
  }
  return loaded;
}
