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
        .tuple(persons, fc.array(call, { minLength: 1, maxLength: 22 }))
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

/** The same call, sent as no client of the store would. */
function strange(request: FuzzRequest): fc.Arbitrary<FuzzRequest> {
  const { path, body = '' } = request;
  return fc.oneof(
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
