import { Agent, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is asked of the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly token?: string;
}

/** What all clients together met with. */
export interface Tally {
  /** Of each request that was answered, from its last attempt to the end of the answer. */
  timesMs: number[];
  /** Attempts that failed, and were repeated. */
  errors: number;
}

/** Between two attempts, and after how many a client gives up: two minutes. */
const REPEAT_MS = 100;
const MOST_ATTEMPTS = 1_200;

/** Somebody at a machine of their own, as far as the server can tell. */
export class MeetingClient {
  readonly #agent: Agent;

  /** @param address - Of this machine, such as `127.0.0.2`. */
  constructor(
    private readonly port: number,
    private readonly tally: Tally,
    address: string,
  ) {
    this.#agent = new Agent({ keepAlive: true, localAddress: address });
  }

  /** Repeats a request until it is answered. @throws Error where it never is. */
  async ask(asked: ApiRequest): Promise<unknown> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const beganMs = performance.now();
      const answer = await this.#attempt(asked).catch(() => undefined);
      if (answer !== undefined) {
        this.tally.timesMs.push(performance.now() - beganMs);
        return answer;
      }
      this.tally.errors += 1;
      await sleep(REPEAT_MS);
    }
    throw new Error(`${asked.method} ${asked.path} was never answered.`);
  }

  close(): void {
    this.#agent.destroy();
  }

  async #attempt({ method, path, body, token }: ApiRequest): Promise<unknown> {
    const headers = {
      ...(body && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const { port } = this;
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: this.#agent });
    sent.end(body && JSON.stringify(body));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const answer = await json(response);
    if ((response.statusCode ?? 500) >= 300) throw new Error(`Status ${response.statusCode}.`);
    return answer;
  }
}
