import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type LoadOptions, type LoadResult, loadResult } from './loadOptions.ts';

/** Makes requests in a process of its own. `load`: as many as are answered; `steady`: at a constant rate. */
export async function runLoad(generator: 'load' | 'steady', options: LoadOptions): Promise<LoadResult> {
  const program = fileURLToPath(new URL(`./${generator}.js`, import.meta.url));
  const child = spawn(process.execPath, [program, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`The load on ${options.url} ended with ${code}.`);
  return loadResult.parse(JSON.parse(output));
}
