/**
 * Does something only when what it is told differs from the time before: what a reader has selected, or listens to, is not
 * taken away by numbers that are the same.
 */
export function whenChanged(): (told: unknown, show: () => void) => void {
  let before: string | undefined;
  return (told, show) => {
    const now = JSON.stringify(told);
    if (now === before) return;
    before = now;
    show();
  };
}
