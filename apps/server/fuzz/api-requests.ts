import { appRouter } from '@lantern/api/router';
import fc from 'fast-check';
import type { z } from 'zod';
import { nearValid } from './damage.ts';
import { asJson, hostileValue } from './hostile-values.ts';
import type { FuzzRequest, Person } from './request.ts';
import { type ValuesOf, validInput } from './schema-inputs.ts';

interface Procedure {
  path: string;
  type: 'query' | 'mutation' | 'subscription';
  inputs: z.ZodType[];
}

const procedures = Object.entries<unknown>(appRouter._def.procedures).map(([path, procedure]): Procedure => {
  const { type, inputs } = Reflect.get(Object(procedure), '_def');
  return { path, type, inputs };
});

const JSON_TYPE: [string, string] = ['content-type', 'application/json'];

const otherTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/jsonx',
  'application/octet-stream',
  'application/json, text/html',
  '',
];

const persons = fc.constantFrom<Person>('guest', 'customer', 'customer', 'admin', 'admin', 'admin');

/** Few calls, as a rule: a batch costs as much as all that is in it. Sometimes more than it may have. */
const batchLengths = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) },
  fc.integer({ min: 4, max: 22 }),
);

/** Calls of the API: inputs from its own schemas, sound ones and damaged ones, alone and in batches. */
export function apiRequests(valuesOf: ValuesOf, only = (_path: string) => true): fc.Arbitrary<FuzzRequest> {
  const called = procedures.filter(({ path }) => only(path)).map((procedure) => callOf(procedure, valuesOf));
  const call = fc.oneof(...called);
  return fc.oneof(
    {
      weight: 20,
      arbitrary: fc.tuple(persons, call).map(([as, { path, type, json }]) => single(as, path, type, json)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          persons,
          batchLengths.chain((length) => fc.array(call, { minLength: length, maxLength: length })),
        )
        .map(([as, calls]) => batch(as, calls)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(persons, call).chain(([as, { path, type, json }]) => strange(single(as, path, type, json))),
    },
  );
}

interface Call {
  path: string;
  type: Procedure['type'];
  /** The input as JSON; undefined if there is none. */
  json: string | undefined;
}

function callOf({ path, type, inputs }: Procedure, valuesOf: ValuesOf): fc.Arbitrary<Call> {
  const valid = validInput(inputs, valuesOf);
  const input = fc.oneof(
    { weight: 5, arbitrary: valid },
    { weight: 5, arbitrary: nearValid(valid) },
    { weight: 1, arbitrary: hostileValue },
  );
  return input.map((value) => ({ path, type, json: value === undefined ? undefined : asJson(value) }));
}

function single(as: Person, path: string, type: Procedure['type'], json: string | undefined): FuzzRequest {
  if (type === 'mutation') return { as, method: 'POST', path: `/trpc/${path}`, headers: [JSON_TYPE], body: json ?? '' };
  const query = json === undefined ? '' : `?input=${encodeURIComponent(json)}`;
  return { as, method: 'GET', path: `/trpc/${path}${query}`, headers: [] };
}

/** All of one kind as the first, since a request has one method; some are then called by the wrong one. */
function batch(as: Person, calls: Call[]): FuzzRequest {
  const paths = calls.map(({ path }) => path).join();
  const inputs = `{${calls.flatMap(({ json }, at) => (json === undefined ? [] : `"${at}":${json || 'null'}`)).join()}}`;
  if (calls[0]?.type === 'mutation') {
    return { as, method: 'POST', path: `/trpc/${paths}?batch=1`, headers: [JSON_TYPE], body: inputs };
  }
  return { as, method: 'GET', path: `/trpc/${paths}?batch=1&input=${encodeURIComponent(inputs)}`, headers: [] };
}

const otherHosts = ['evil.example', 'localhost:1', '[::1]', 'xn--', 'a,b', 'x'.repeat(300)];

/** Text as bytes, a letter a byte, which no reader of UTF-8 can take for the same text. */
const notUtf8 = [
  (text: string) => Buffer.from(text, 'utf16le'),
  (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text: string) => Buffer.from(text.replace(/[a-z]/, '\xff'), 'latin1'),
  (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80])]),
];

/** The same call, sent as no client of the store would. */
function strange(request: FuzzRequest): fc.Arbitrary<FuzzRequest> {
  const { path, body = '' } = request;
  return fc.oneof(
    fc.constantFrom(...otherHosts).map((host) => ({
      ...request,
      headers: [...request.headers, ['host', host] satisfies [string, string]],
    })),
    fc.constantFrom(...notUtf8).map((encode) => ({
      ...request,
      body: encode(body).toString('latin1'),
      encoding: 'latin1' as const,
    })),
    fc.nat(200).map((cut) => ({ ...request, path: path.slice(0, Math.max(1, path.length - cut)) })),
    fc
      .constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE')
      .map((method) => ({ ...request, method })),
    fc
      .constantFrom(...otherTypes)
      .map((type) => ({ ...request, headers: [['content-type', type] satisfies [string, string]] })),
    fc.nat(200).map((cut) => ({ ...request, body: body.slice(0, cut) })),
    fc.constant({ ...request, body: JSON.stringify(body) }),
    fc.constant({ ...request, body: `\ufeff${body}` }),
    fc.constant({ ...request, body: `${body}${body}` }),
    fc.constant({
      ...request,
      path: path.replace(/input=(.*)$/, (_, input: string) => `input=${encodeURIComponent(input)}`),
    }),
    fc.constantFrom('&input=%7B', '&input', '&batch=1', '&batch=2', '&input={}&input={}').map((more) => ({
      ...request,
      path: path + (path.includes('?') ? more : `?${more.slice(1)}`),
    })),
    fc.constantFrom('/de', '/en', '/xx', '/DE', '//').map((prefix) => ({ ...request, path: prefix + path })),
    fc.constantFrom('jsonl', 'application/jsonl', 'text/event-stream').map((accept) => ({
      ...request,
      headers: [...request.headers, ['trpc-accept', accept] satisfies [string, string]],
    })),
    fc.constantFrom('guest', '1', '-1', '99999999999', 'x').map((account) => ({
      ...request,
      headers: [...request.headers, ['x-lantern-account', account] satisfies [string, string]],
    })),
  );
}
