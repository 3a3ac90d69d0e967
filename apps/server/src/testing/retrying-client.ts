import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, httpClient } from './http-store.ts';

/** Whether the response is from the overload protection, which other 503 responses are not. */
function isOverloaded({ status, body }: Answer): boolean {
  return status === 503 && body?.error?.data.reason === 'overloaded';
}

/** An HTTP client that retries requests which the server refused, before processing them, because it was overloaded. */
export function retryingClient(url: string, onOverload = () => {}) {
  const client = httpClient(url);
  async function retry(send: () => Promise<Answer>): Promise<Answer> {
    let answer = await send();
    for (; isOverloaded(answer); answer = await send()) {
      onOverload();
      await sleep(500);
    }
    return answer;
  }
  return {
    query: (procedure: string, input?: unknown) => retry(() => client.query(procedure, input)),
    mutate: (procedure: string, input?: unknown) => retry(() => client.mutate(procedure, input)),
  };
}
