/** Which file it is: a path may lead to another one later. */
export interface FileIdentity {
  readonly device: number;
  readonly inode: number;
}

/** What the file system says of a path. */
export interface FileFacts extends FileIdentity {
  readonly size: number;
}

/** A file that is open to be read and appended to. Every call may fail with an error of the file system. */
export interface OpenFile extends FileIdentity {
  /** Its bytes now. No promise where the answer comes from memory, as on a local disk: no thread is needed then. */
  size(): number | Promise<number>;
  /** What the path leads to now by which it was opened; `undefined` when nothing is there. */
  atPath(): FileFacts | undefined | Promise<FileFacts | undefined>;
  /** Reads into all of `target`. @returns how many bytes were there */
  read(target: Uint8Array, position: number): Promise<number>;
  /** Appends by one call to the system. @returns how many of the bytes it took */
  write(bytes: Uint8Array): Promise<number>;
  /** Waits until what was written is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The calls to the file system by which lines get into daily files; tests hand over full, slow and hung disks. */
export interface FileCalls {
  /** Opens a file to be appended to; a new one has the rights `mode`, as far as the umask lets it. */
  open(path: string, mode: number): Promise<OpenFile>;
  /** Makes a folder and those above it, with the rights `mode`. @returns the first that was not there */
  makeFolder(path: string, mode: number): Promise<string | undefined>;
  /** Waits until the names in a folder are on the disk. */
  syncFolder(path: string): Promise<void>;
  /** Waits until others may have got on with what they do. */
  wait(milliseconds: number): Promise<void>;
}
