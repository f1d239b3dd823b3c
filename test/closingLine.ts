import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line of counts, without colours or columns, for machines that read the output. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state]++;
      // A file that does not load has no tests to fail.
      if (module.state() === 'failed' && module.children.size === 0) counts.failed++;
    }
    const { passed, failed, skipped, pending } = counts;
    process.stdout.write(`${passed} passed, ${failed + pending} failed, ${skipped} skipped\n`);
  }
}
