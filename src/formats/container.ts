/** The kinds of files that rows are put into: JSON lines, one JSON array, Parquet, CSV. Each is the ending of its files. */
export const CONTAINERS = ['jsonl', 'json', 'parquet', 'csv'] as const;

export type Container = (typeof CONTAINERS)[number];

/** `auto` is the container that a format has by nature: JSON lines for most, an array for `json`, CSV for `csv`. */
export type ContainerChoice = Container | 'auto';

export function containerFor({ extension }: { readonly extension: Container }, choice: ContainerChoice): Container {
  return choice === 'auto' ? extension : choice;
}

/** The container of a file by its name, compressed or not; nothing where the name does not end like one. */
export function containerOfFile(file: string): Container | undefined {
  const ending = /\.(\w+)(?:\.gz)?$/.exec(file)?.[1];
  return CONTAINERS.find((container) => container === ending);
}
