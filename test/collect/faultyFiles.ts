import type { FileCalls, OpenFile } from '../../src/collect/fileCalls.ts';
import { nodeFiles } from '../../src/collect/nodeFiles.ts';

export interface Faults {
  /** In the place of a write; `go` does it. */
  write?: (bytes: Uint8Array, go: (bytes: Uint8Array) => Promise<number>) => Promise<number>;
  sync?: (go: () => Promise<void>) => Promise<void>;
  open?: () => Promise<void>;
}

/** The real file system, but for what `faults` does, which may change at any time. */
export function faultyFiles(faults: Faults): FileCalls {
  const faulty = (file: OpenFile): OpenFile => ({
    device: file.device,
    inode: file.inode,
    size: () => file.size(),
    atPath: () => file.atPath(),
    read: (target, position) => file.read(target, position),
    write: (bytes) => (faults.write ?? ((all, go) => go(all)))(bytes, (some) => file.write(some)),
    sync: () => (faults.sync ?? ((go) => go()))(() => file.sync()),
    close: () => file.close(),
  });
  return {
    ...nodeFiles,
    async open(path, mode) {
      await faults.open?.();
      return faulty(await nodeFiles.open(path, mode));
    },
  };
}

/** An error as the system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up`), { code });
}
