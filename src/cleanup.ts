/** What must not be left behind when the program is told to stop: temporary folders, locks. */
const cleanups = new Set<() => void>();

/** Remembers `cleanup` for the case of a signal; the function returned forgets it again. */
export function onInterrupt(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
  };
}

/** Runs and forgets all of them; one that fails does not keep the others from running. */
export function runCleanups(): void {
  for (const cleanup of cleanups) {
    try {
      cleanup();
    } catch {
      // the process is on its way out; the next run clears what is left
    }
  }
  cleanups.clear();
}
