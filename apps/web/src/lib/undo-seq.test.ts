import type { AppRouter } from '@lantern/api/types';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { expect, test } from 'vitest';
import { undoSeqLink, undoSeqOf } from './undo-seq.ts';

/** A client whose server answers each call of a batch with `ok`, and names an entry if it is given one. */
function clientFor(seq?: string) {
  const fetch = async (url: URL | RequestInfo) => {
    const calls = new URL(String(url)).pathname.split(',');
    const headers = seq === undefined ? undefined : { 'x-activity-seq': seq };
    return Response.json(
      calls.map(() => ({ result: { data: { ok: true } } })),
      { headers },
    );
  };
  return createTRPCClient<AppRouter>({ links: [undoSeqLink, httpBatchLink({ url: 'http://store.test/trpc', fetch })] });
}

const remove = (client: ReturnType<typeof clientFor>, id: number) => client.admin.synonyms.remove.mutate({ id });

test('undoSeqOf knows the log entry that the server names for a change', async () => {
  expect(undoSeqOf(await remove(clientFor('41'), 1))).toBe(41);
  expect(undoSeqOf(await remove(clientFor(), 1))).toBeUndefined();
});

test('undoSeqOf knows no entry where several answers share a response', async () => {
  const client = clientFor('41');
  const answers = await Promise.all([remove(client, 1), remove(client, 2)]);
  expect(answers.map(undoSeqOf)).toEqual([undefined, undefined]);
});
