import compress from '@fastify/compress';
import type { Services } from '@lantern/api/services';
import fastify, { type FastifyInstance } from 'fastify';
import { handleError } from '../../errors.ts';
import { serveFound } from '../serve.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';

type Options = Parameters<typeof serveFound>[2];

/** What search engines read, served by itself. */
export async function openFound(services: Services, options: Options) {
  const app = fastify();
  app.decorate('deployment', { publicUrl: null, trust: null });
  app.setErrorHandler(handleError);
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  serveFound(app, services, options);
  return {
    app,
    xml: (url: string) => readXml(app, url),
    [Symbol.asyncDispose]: () => app.close(),
  };
}

/** A document that is served, parsed. @throws if it is not there, or not well-formed. */
async function readXml(app: FastifyInstance, url: string): Promise<XmlElement> {
  const { statusCode, body } = await app.inject(url);
  if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}.`);
  return parseXml(body);
}
