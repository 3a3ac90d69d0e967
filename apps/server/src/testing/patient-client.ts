import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, httpClient } from './http-store.ts';

/** The machine is at fault then, and no rival: what a rival is the reason for has a `reason`, too. */
function isStarved({ status, body }: Answer): boolean {
  return status === 503 && body?.error?.data.reason === undefined;
}

/** Asks again where a server had got no time for seconds, and said so before it did anything. */
export function patientClient(url: string, onStarved = () => {}) {
  const client = httpClient(url);
  async function ask(send: () => Promise<Answer>): Promise<Answer> {
    let answer = await send();
    for (; isStarved(answer); answer = await send()) {
      onStarved();
      await sleep(500);
    }
    return answer;
  }
  return {
    query: (procedure: string, input?: unknown) => ask(() => client.query(procedure, input)),
    mutate: (procedure: string, input?: unknown) => ask(() => client.mutate(procedure, input)),
  };
}
