import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Front extends AsyncDisposable {
  url: string;
  /** Answers nothing any more, as if the store were down. */
  close(): Promise<void>;
}

/** Stands before the store as a proxy does. @param change makes what browsers get of the service worker. */
export async function openFront(storeUrl: string, change: (script: string) => string): Promise<Front> {
  const server = createServer((incoming, outgoing) => {
    const { method, url: path = '/', headers } = incoming;
    const isChanged = path === '/sw.js';
    const asked = isChanged ? { ...headers, 'accept-encoding': 'identity', 'if-none-match': '' } : headers;
    const forwarded = request(storeUrl + path, { method, headers: asked }, async (response) => {
      const { 'content-length': _, ...rest } = response.headers;
      outgoing.writeHead(response.statusCode ?? 502, isChanged ? rest : response.headers);
      if (!isChanged) return void response.pipe(outgoing);
      outgoing.end(change((await response.setEncoding('utf8').toArray()).join('')));
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, close, [Symbol.asyncDispose]: close };
}
