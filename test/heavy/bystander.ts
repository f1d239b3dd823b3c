import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface Watched {
  readonly requests: number;
  /** Whatever was no 201. */
  readonly failures: readonly string[];
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** Ours: some fifty requests a second, as an ordinary chatbot at its busiest. */
const GAP_MS = 20;

/** Another client, who stores conversations one after the other over one connection, whatever else happens to the service. */
export class Bystander {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #times: number[] = [];
  readonly #failures: string[] = [];
  readonly #ended: Promise<void>;
  #going = true;

  constructor(port: number, token: string | undefined) {
    this.#ended = this.#run(port, token);
  }

  async stop(): Promise<Watched> {
    this.#going = false;
    await this.#ended;
    this.#agent.destroy();
    const times = this.#times.sort((one, other) => one - other);
    const quantile = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return {
      requests: times.length,
      failures: this.#failures,
      p50: quantile(0.5),
      p99: quantile(0.99),
      most: quantile(1),
    };
  }

  async #run(port: number, token: string | undefined): Promise<void> {
    for (let at = 0; this.#going; at++) {
      const began = performance.now();
      const outcome = await this.#store(port, token, `bystander-${at}`);
      this.#times.push(performance.now() - began);
      if (outcome !== '201') this.#failures.push(outcome);
      await wait(GAP_MS);
    }
  }

  #store(port: number, token: string | undefined, session_id: string): Promise<string> {
    const body = JSON.stringify({ session_id, user_message: 'Is it open?', assistant_message: 'Until six.' });
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    return new Promise((resolve) => {
      const options = {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/v1/conversations',
        agent: this.#agent,
        headers,
      };
      const sending = request(options, (response) => {
        response.resume().once('close', () => resolve(String(response.statusCode)));
      });
      sending.once('error', (error) => resolve(String(error))).end(body);
    });
  }
}
