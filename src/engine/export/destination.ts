import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { CurateError } from '../../errors.ts';
import { type Container, containerOfFile } from '../../formats/container.ts';
import type { Format } from '../../formats/format.ts';
import { isFolder, type Project } from '../project.ts';

/** Where an export goes. */
export type Destination =
  | { readonly kind: 'folders'; readonly targets: readonly string[] }
  | { readonly kind: 'file'; readonly path: string; readonly container: Container; readonly compress: 'none' | 'gz' }
  | { readonly kind: 'stream' };

/**
 * Reads `-o`: nothing means `<data>/curated/<format>`, `-` standard output, a name that ends like a data file one file of
 * that container, anything else a folder.
 * @param folderName what the folder of a format is called below `curated/`
 * @throws CurateError when several formats are to go into one stream or file
 */
export function destinationOf(
  out: string | undefined,
  formats: readonly Format[],
  project: Project,
  folderName: (format: Format) => string,
): Destination {
  if (out === undefined)
    return { kind: 'folders', targets: formats.map((format) => realPath(join(project.curated, folderName(format)))) };
  const container = containerOfFile(out);
  const isFile = container !== undefined && !isFolder(out);
  if ((isFile || out === '-') && formats.length > 1) {
    throw new CurateError(
      `-o ${out}: one file holds one format, not ${formats.length}. Name one with --format, or a folder with -o.`,
    );
  }
  if (out === '-') return { kind: 'stream' };
  const path = realPath(resolve(out));
  if (isFile) return { kind: 'file', path, container, compress: out.endsWith('.gz') ? 'gz' : 'none' };
  return { kind: 'folders', targets: formats.length === 1 ? [path] : formats.map(({ name }) => join(path, name)) };
}

/** @throws CurateError when an input is what the export would replace: the log would be lost */
export function refuseInputs(destination: Destination, inputs: readonly string[]): void {
  if (destination.kind === 'stream') return;
  const lost = inputs
    .map(realPath)
    .find((input) =>
      destination.kind === 'file'
        ? input === destination.path
        : destination.targets.some((target) => input.startsWith(target + sep)),
    );
  if (lost === undefined) return;
  throw new CurateError(`-o would replace ${lost}, which is one of the inputs. Choose another place with -o.`);
}

/** Where a path leads when its links are followed, as far as it is there. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}
