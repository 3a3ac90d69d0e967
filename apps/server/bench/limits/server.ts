import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves on a free port of this machine; returns the origin. */
export async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Of a server on a port, it is never a path or null.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
