import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What somebody says on the day of the picture. */
const NEWEST = [
  { conversation_id: 'ex-001774', stars: 4, comment: 'Good, though the first sentence would have been enough.' },
  { conversation_id: 'ex-001768', thumbs: 'up', comment: 'Exactly what I was looking for, with an example that runs.' },
  { conversation_id: 'ex-001781', stars: 5, comment: 'It asked back instead of guessing. More of that!' },
];

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
  for (const feedback of NEWEST) await post(`${url}/v1/feedback`, feedback);
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

async function post(address: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${address} answered with ${answer.status}: ${await answer.text()}`);
}
