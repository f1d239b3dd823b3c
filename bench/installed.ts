import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional(), devOptional: z.boolean().optional() })),
});

/**
 * The megabytes that `npm install --omit=dev` puts into `node_modules`: the sum of the sizes of all files of the packages
 * that the lock file does not mark as needed for development alone.
 */
export function installedMegabytes(root: string): number {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const folders = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
  );
  return folders.reduce((sum, [path]) => sum + bytesOf(join(root, path)), 0) / 1e6;
}

/** Nested packages have a line of their own in the lock file; an optional one may not be there. */
function bytesOf(folder: string): number {
  const found = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!found) return 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) bytes += statSync(path).size;
    else if (entry.isDirectory() && entry.name !== 'node_modules') bytes += bytesOf(path);
  }
  return bytes;
}
