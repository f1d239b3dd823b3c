import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { CLI } from '../commands/program.ts';
import { Workdir } from '../commands/workdir.ts';

export interface ServeOptions {
  /** As `CURATE_TOKENS` has them. */
  readonly tokens?: string;
  /** The port of an earlier start; any that is free without it. */
  readonly port?: number;
}

/** A folder of data behind the built service. */
export class ServedFolder {
  readonly folder = new Workdir();
  #service: ChildProcess | undefined;
  #url = '';

  get url(): string {
    return this.#url;
  }

  /** Starts `curate serve`, as its users do, and waits until it says where it listens. */
  async start({ tokens, port = 0 }: ServeOptions = {}): Promise<void> {
    const { PATH = '', HOME = '' } = process.env;
    const env = {
      PATH,
      HOME,
      CURATE_ID_KEY: 'a key of the tests',
      ...(tokens !== undefined && { CURATE_TOKENS: tokens }),
    };
    const service = spawn(process.execPath, [CLI, 'serve', '--port', String(port)], { cwd: this.folder.path, env });
    this.#service = service;
    this.#url = await new Promise<string>((resolve, reject) => {
      let told = '';
      service.stderr.setEncoding('utf8').on('data', (more: string) => {
        told += more;
        const url = /Listening at (\S+);/.exec(told)?.[1];
        if (url !== undefined) resolve(url);
      });
      service.once('exit', (code) => reject(new Error(`curate serve ended with ${code}: ${told.slice(0, 2000)}`)));
    });
  }

  /** Starts it again where it was. */
  restart(options: ServeOptions = {}): Promise<void> {
    return this.start({ ...options, port: Number(new URL(this.#url).port) });
  }

  async stop(): Promise<void> {
    const service = this.#service;
    this.#service = undefined;
    if (service === undefined || service.exitCode !== null) return;
    const ended = once(service, 'exit');
    service.kill('SIGTERM');
    await ended;
  }

  /** Sends JSON, as a chatbot does. */
  async post(path: string, body: object, token?: string): Promise<Response> {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify(body),
    });
  }
}
