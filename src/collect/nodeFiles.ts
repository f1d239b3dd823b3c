import * as fs from 'node:fs';
import { resolve } from 'node:path';
import type { FileCalls, FileFacts, OpenFile } from './fileCalls.ts';
import { doneInPool, inPool } from './inPool.ts';

/**
 * File systems that answer `fstat` from memory, whatever their disk does: ext2 to ext4, XFS, Btrfs, tmpfs, F2FS, ZFS, overlayfs.
 * Source: linux/magic.h (`include/uapi`), and OpenZFS for its own. NFS, CIFS and FUSE may ask a server and are not among them.
 */
const ANSWER_FROM_MEMORY = new Set([0xef53, 0x58465342, 0x9123683e, 0x01021994, 0xf2f52010, 0x2fc12fc1, 0x794c7630]);

/** The file system of this machine. Calls run in the thread pool, so that a hung disk stops nobody else. */
export const nodeFiles: FileCalls = {
  async open(path, mode) {
    const descriptor = await inPool<number>((done) => fs.open(path, 'a+', mode, done));
    try {
      const facts = await inPool<fs.Stats>((done) => fs.fstat(descriptor, done));
      return new NodeFile(descriptor, path, facts, await answersFromMemory(path));
    } catch (error) {
      fs.close(descriptor, () => {});
      throw error;
    }
  },

  makeFolder: (path, mode) => inPool<string | undefined>((done) => fs.mkdir(path, { recursive: true, mode }, done)),

  async syncFolder(path) {
    // Windows keeps names by itself, and opens no folder for that.
    if (process.platform === 'win32') return;
    const descriptor = await inPool<number>((done) => fs.open(path, 'r', done));
    try {
      await doneInPool((done) => fs.fsync(descriptor, done));
    } finally {
      await doneInPool((done) => fs.close(descriptor, done));
    }
  },

  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/**
 * Whether what is asked of an open file and of its path comes from memory: the system keeps the names on the way to what is open. Links
 * may lead over other file systems, so there must be none.
 */
async function answersFromMemory(path: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const { type } = await inPool<fs.StatsFs>((done) => fs.statfs(path, done));
  return ANSWER_FROM_MEMORY.has(type) && (await inPool<string>((done) => fs.realpath(path, done))) === resolve(path);
}

class NodeFile implements OpenFile {
  readonly device: number;
  readonly inode: number;
  readonly #descriptor: number;
  readonly #path: string;
  readonly #isInMemory: boolean;

  constructor(descriptor: number, path: string, { dev, ino }: fs.Stats, isInMemory: boolean) {
    this.#descriptor = descriptor;
    this.#path = path;
    this.#isInMemory = isInMemory;
    this.device = dev;
    this.inode = ino;
  }

  size(): number | Promise<number> {
    if (this.#isInMemory) return fs.fstatSync(this.#descriptor).size;
    return inPool<fs.Stats>((done) => fs.fstat(this.#descriptor, done)).then(({ size }) => size);
  }

  atPath(): FileFacts | undefined | Promise<FileFacts | undefined> {
    if (!this.#isInMemory) return statInPool(this.#path);
    const facts = fs.statSync(this.#path, { throwIfNoEntry: false });
    return facts && factsOf(facts);
  }

  async read(target: Uint8Array, position: number): Promise<number> {
    for (let at = 0; ; ) {
      const left = target.length - at;
      const length = await inPool<number>((done) => fs.read(this.#descriptor, target, at, left, position + at, done));
      at += length;
      if (length === 0 || at === target.length) return at;
    }
  }

  write(bytes: Uint8Array): Promise<number> {
    return inPool<number>((done) => fs.write(this.#descriptor, bytes, 0, bytes.length, null, done));
  }

  sync(): Promise<void> {
    return doneInPool((done) => fs.fdatasync(this.#descriptor, done));
  }

  close(): Promise<void> {
    return doneInPool((done) => fs.close(this.#descriptor, done));
  }
}

async function statInPool(path: string): Promise<FileFacts | undefined> {
  try {
    return factsOf(await inPool<fs.Stats>((done) => fs.stat(path, done)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return;
    throw error;
  }
}

function factsOf({ dev, ino, size }: fs.Stats): FileFacts {
  return { device: dev, inode: ino, size };
}
