import { CLAIMS, CONSUMERS, type Consumer, type ConsumerName, TARGETS } from './claims.ts';
import { CONTAINER_NAMES, CONTAINERS, type Container, type ContainerName } from './containers.ts';
import type { Curate } from './curate.ts';
import type { Export, Exporter } from './exports.ts';
import type { World } from './worlds/world.ts';

/** What is asked for: some consumers, formats or worlds alone, or all where nothing is named. */
export interface Asked {
  readonly consumer: readonly string[] | undefined;
  readonly format: readonly string[] | undefined;
  readonly world: readonly string[] | undefined;
}

export interface Jobs {
  readonly exports: readonly Export[];
  /** Exports that failed, each with a sentence. */
  readonly problems: readonly string[];
}

export function consumersOf({ consumer }: Asked): ConsumerName[] {
  return consumerNames().filter((name) => isAsked(consumer, name));
}

/** All names, in the order of the table. */
export function consumerNames(): ConsumerName[] {
  return Object.keys(CONSUMERS).filter((name): name is ConsumerName => name in CONSUMERS);
}

/** Makes every export that somebody claims to read. */
export function exportAll(curate: Curate, exporter: Exporter, worlds: readonly World[], asked: Asked): Jobs {
  const exports: Export[] = [];
  const problems: string[] = [];
  const attempt = (name: string, make: () => readonly Export[]): void => {
    try {
      exports.push(...make());
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const world of worlds.filter(({ name }) => isAsked(asked.world, name))) {
    process.stderr.write(`exporting ${world.name}\n`);
    for (const container of CONTAINER_NAMES)
      if (isTried(world, container))
        attempt(`${world.name} as ${container}`, () => exporter.inAllFormats(world, container));
    for (const [target, format] of targetFormats(world, curate, asked))
      attempt(`${world.name} for ${target}, ${format}`, () => exporter.forTarget(world, target, format));
  }
  return { exports: exports.filter(({ format }) => isAsked(asked.format, format)), problems };
}

function isTried({ name, large }: World, container: ContainerName): boolean {
  const { worlds }: Container = CONTAINERS[container];
  // Many rows are a trap for readers that guess types, and Parquet has them.
  if (large && container !== 'jsonl') return false;
  return worlds?.includes(name) ?? true;
}

/** What differs between targets is what becomes of tools, system messages and empty splits. */
const TARGET_WORLDS = ['plain', 'turns', 'tools', 'tools-in-test-only', 'empty-val'];

/** Each target with each of its formats that one of its consumers claims. */
function targetFormats(world: World, curate: Curate, asked: Asked): [string, string][] {
  if (!TARGET_WORLDS.includes(world.name)) return [];
  const known = curate.formats();
  return curate
    .targets()
    .flatMap(({ name, formats }) => formats.map((format): [string, string] => [name, format]))
    .filter(([, format]) => known.includes(format) && isAsked(asked.format, format))
    .filter(([name, format]) => hasReader(name, format, asked));
}

function hasReader(target: string, format: string, { consumer }: Asked): boolean {
  return (TARGETS[target] ?? []).some((name) => CLAIMS[format]?.includes(name) && isAsked(consumer, name));
}

/** Whether the consumer is to read the export. */
export function isFor(name: ConsumerName, { format, container, target, large }: Export): boolean {
  const consumer = CONSUMERS[name];
  const containers: readonly string[] = consumer.containers;
  if (!CLAIMS[format]?.includes(name)) return false;
  if (target !== '') return TARGETS[target]?.includes(name) ?? false;
  if (large && !readsLarge(consumer, format)) return false;
  return containers.includes(container);
}

function readsLarge({ large }: Consumer, format: string): boolean {
  return large === 'all' || large.includes(format);
}

function isAsked(names: readonly string[] | undefined, name: string): boolean {
  return names === undefined || names.includes(name);
}

/** Formats without a line in claims.ts, and lines without a format; the same for targets. */
export function unknownOnes(curate: Curate): string[] {
  const formats = curate.formats();
  const targets = curate.targets().map(({ name }) => name);
  const unclaimed = formats.filter((name) => !(name in CLAIMS));
  const missing = Object.keys(CLAIMS).filter((name) => !formats.includes(name));
  const gone = Object.keys(TARGETS).filter((name) => !targets.includes(name));
  return [
    ...unclaimed.map((name) => `the format \`${name}\` has no line in test/consumers/claims.ts`),
    ...missing.map((name) => `claims.ts names the format \`${name}\`, which curate does not have`),
    ...gone.map((name) => `claims.ts names the target \`${name}\`, which curate does not have`),
  ];
}
