import { expect, test, vi } from 'vitest';
import { whenChanged } from '../../src/dashboard/whenChanged.ts';

test('the same numbers are shown once, others at once', () => {
  const changed = whenChanged();
  const show = vi.fn();
  for (const told of [[1, 2], [1, 2], [1, 3], [1, 2], undefined, undefined]) changed(told, show);
  expect(show).toHaveBeenCalledTimes(4);
});
