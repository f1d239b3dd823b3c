/** How rows are put into files: the flags of `curate export` for it. */
export interface Container {
  readonly flags: readonly string[];
  /** The worlds it is tried with; all when left out. */
  readonly worlds?: readonly string[];
}

export const CONTAINERS = {
  jsonl: { flags: [] },
  gz: { flags: ['--compress', 'gz'], worlds: ['plain', 'tools-in-test-only', 'one-each'] },
  json: { flags: ['--container', 'json'], worlds: ['plain', 'tools-in-test-only', 'one-each'] },
  parquet: { flags: ['--container', 'parquet'] },
} as const satisfies Record<string, Container>;

export type ContainerName = keyof typeof CONTAINERS;

export const CONTAINER_NAMES = ['jsonl', 'gz', 'json', 'parquet'] as const satisfies ContainerName[];
