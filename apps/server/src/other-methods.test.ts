import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handleError, sendError } from './errors.ts';
import { refuseOtherMethods } from './other-methods.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = fastify();
  app.setErrorHandler(handleError);
  app.post('/admin/images', () => 'stored');
  refuseOtherMethods(app, (url) => /^\/(p|admin)\//.test(url));
  app.get('/robots.txt', () => 'all');
  app.route({ method: ['GET', 'HEAD'], url: '/sitemap-:part.xml', handler: () => 'map' });
  await app.register(async (scope) => scope.get('/media/*', () => 'image'));
  app.setNotFoundHandler((request, reply) => sendError(reply, 404, request.id));
});
afterAll(() => app.close());

const OTHERS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

test.each(['/p/teapot', '/p/teapot?x=1', '/robots.txt', '/sitemap-1.xml', '/media/uploads/a.webp'])(
  '%s can only be read, and says so',
  async (url) => {
    for (const method of OTHERS) {
      const { statusCode, headers } = await app.inject({ method, url });
      expect([method, statusCode, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
    }
  },
);

test('whatever is sent to such an address, in whichever format, nobody reads it', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/p/teapot',
    headers: { 'content-type': 'text/xml' },
    body: '<',
  });
  expect(answer.statusCode).toBe(405);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.json().error.data.code).toBe('METHOD_NOT_SUPPORTED');
});

test('what can be read still is, and what nothing answers is not found', async () => {
  expect((await app.inject('/robots.txt')).body).toBe('all');
  expect((await app.inject({ method: 'HEAD', url: '/sitemap-1.xml' })).statusCode).toBe(200);
  expect((await app.inject({ method: 'POST', url: '/admin/images' })).body).toBe('stored');
  for (const [method, url] of [
    ['POST', '/nowhere'],
    ['PUT', '/admin/images'],
    ['GET', '/p/teapot'],
  ] as const) {
    expect([method, (await app.inject({ method, url })).statusCode]).toEqual([method, 404]);
  }
});
