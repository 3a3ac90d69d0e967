import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { stockProduct } from '@lantern/api/testing/test-services';
import { actingAs } from '@lantern/db/activity/actor';
import { Product } from '@lantern/db/models/product';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HttpStore, startHttpStore } from './testing/http-store.ts';

const ENTRIES = 160;
const TEXT_LENGTH = 50_000;
const MAX_BUFFERED_BYTES = 1_000_000;

let t: HttpStore;
const accepted: Socket[] = [];
beforeAll(async () => {
  t = await startHttpStore();
  t.app.server.on('connection', (socket: Socket) => accepted.push(socket));
});
afterAll(() => t[Symbol.asyncDispose]());

const buffered = () => Math.max(...accepted.map(({ writableLength }) => writableLength));

/** Writes entries of about 100 KB each, far more than the socket buffers hold. Returns the maximum of the buffered bytes. */
async function writeEntries(): Promise<number> {
  let most = 0;
  const { slug } = await stockProduct(t.services, { name: 'Encyclopaedia' });
  const product = await Product.findOne({ where: { slug }, rejectOnEmpty: true });
  const actor = { id: 7, email: 'mira@example.com', requestId: null, ip: null };
  for (let n = 0; n < ENTRIES; n++) {
    const description = String.fromCharCode(97 + (n % 26)).repeat(TEXT_LENGTH);
    await actingAs(actor, () => t.database.transaction(() => product.update({ description })));
    most = Math.max(most, buffered());
  }
  return most;
}

// Backpressure does not depend on the database, so one is enough.
test.runIf(process.env.TEST_DATABASE === 'sqlite')(
  'the stream pauses while a client does not read, and misses no entry when it resumes',
  async () => {
    const admin = await t.admin();
    const { port } = new URL(t.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    const input = encodeURIComponent(JSON.stringify({ lastEventId: '0' }));
    socket.write(
      `GET /trpc/admin.activity.stream?input=${input} HTTP/1.1\r\nHost: 127.0.0.1\r\n` +
        `Accept: text/event-stream\r\nCookie: session=${admin.jar.get('session')}\r\n\r\n`,
    );
    await once(socket, 'data');
    socket.pause();
    const most = await writeEntries();
    await vi.waitFor(() => expect(accepted.some(({ writableNeedDrain }) => writableNeedDrain)).toBe(true), 20_000);
    expect(Math.max(most, buffered())).toBeLessThan(MAX_BUFFERED_BYTES);

    const seen: number[] = [];
    let rest = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      rest += chunk;
      const found = [...rest.matchAll(/\nid: (\d+)\n/g)];
      seen.push(...found.map(([, id]) => Number(id)));
      // The rest may contain the beginning of the next id.
      rest = rest.slice(-20).replace(/\nid: \d+\n/g, '');
    });
    socket.resume();
    while ((seen.at(-1) ?? 0) < ENTRIES) await once(socket, 'data');
    socket.destroy();
    expect(seen).toEqual(Array.from({ length: ENTRIES }, (_, index) => index + 1));
  },
);
