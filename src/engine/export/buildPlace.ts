import { dirname } from 'node:path';
import { onInterrupt } from '../../cleanup.ts';
import type { Project } from '../project.ts';
import type { Destination } from './destination.ts';
import { openScratch } from './scratch.ts';
import { refuseForeignFolder, Staging } from './staging.ts';

/** Where the export is built: beside its target, or for a stream a temporary folder for what has to be unpacked. */
export interface BuildPlace {
  readonly staging: Staging | undefined;
  readonly scratch: string;
  close(): void;
}

/** Opened before anything is read, so that a run that cannot write does not read for an hour first. */
export function openBuildPlace(destination: Destination, project: Project): BuildPlace {
  if (destination.kind === 'stream') {
    const scratch = openScratch(project.data);
    return withCleanup({ staging: undefined, scratch: scratch.folder, close: () => scratch.close() });
  }
  if (destination.kind === 'folders') for (const target of destination.targets) refuseForeignFolder(target);
  const target = destination.kind === 'file' ? destination.path : (destination.targets[0] ?? '.');
  const staging = new Staging(dirname(target));
  return withCleanup({ staging, scratch: staging.folder, close: () => staging.close() });
}

function withCleanup(place: BuildPlace): BuildPlace {
  const forget = onInterrupt(() => place.close());
  return {
    ...place,
    close() {
      forget();
      place.close();
    },
  };
}
