import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The dashboard of a copy of the bundled sample, with two exports of it. */
export async function serveSample(): Promise<{ url: string; stop(): Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'curate-pictures-'));
  cpSync('data/training_logs', join(data, 'training_logs'), { recursive: true });
  execFileSync(process.execPath, ['dist/cli.js', 'export', '--format', 'alpaca,chatml', '--data', data, '--quiet']);
  const service = spawn(process.execPath, ['dist/cli.js', 'serve', '--port', '0', '--data', data]);
  const url = await new Promise<string>((resolve, reject) => {
    let told = '';
    service.stderr.setEncoding('utf8').on('data', (more: string) => {
      told += more;
      const found = /Listening at (\S+);/.exec(told)?.[1];
      if (found !== undefined) resolve(found);
    });
    service.once('exit', () => reject(new Error(`The service did not start: ${told}`)));
  });
  return {
    url,
    async stop() {
      const ended = once(service, 'exit');
      service.kill();
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
