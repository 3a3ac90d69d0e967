import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/* The vocabulary of schema.org as data, to check what the compiler cannot see: what is really written into a page. */

const SCHEMA = 'http://schema.org/';
/** How JSON writes the values of a data type. A number may be written as text, and every URL is text. */
const textTypes = ['Text', 'URL', 'Date', 'DateTime', 'Time', 'Number'];

/** The objects of each subject, by predicate: `Product` → `subClassOf` → `Thing`. */
type Statements = Map<string, Map<string, string[]>>;

function readStatements(): Statements {
  const path = createRequire(import.meta.url).resolve('@vocabulary/schema/schema.nq');
  const statements: Statements = new Map();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, subject = '', predicate = '', object = ''] = /^<([^>]+)> <([^>]+)> <([^>]+)> /.exec(line) ?? [];
    if (!subject.startsWith(SCHEMA)) continue;
    const name = subject.slice(SCHEMA.length);
    const about = statements.get(name) ?? new Map<string, string[]>();
    const said = predicate.replace(/^.*[/#]/, '');
    about.set(said, [...(about.get(said) ?? []), object.replace(SCHEMA, '')]);
    statements.set(name, about);
  }
  return statements;
}

const statements = readStatements();
const objectsOf = (name: string, predicate: string) => statements.get(name)?.get(predicate) ?? [];

/** A class and all classes above it. */
function lineage(name: string): string[] {
  return [name, ...objectsOf(name, 'subClassOf').flatMap(lineage)];
}

const isA = (name: string, classes: string[]) => lineage(name).some((one) => classes.includes(one));

/** What is wrong with a thing in JSON-LD; empty if every type, property and value is one of schema.org's. */
export function problemsOf(thing: object, at = ''): string[] {
  const { '@type': type, '@id': id, ...rest } = Object.fromEntries(Object.entries(thing));
  if (type === undefined && typeof id === 'string') return [];
  if (typeof type !== 'string' || objectsOf(type, 'type')[0] !== 'http://www.w3.org/2000/01/rdf-schema#Class') {
    return [`${at}: there is no type ${type}`];
  }
  return Object.entries(rest).flatMap(([name, value]) => {
    const path = `${at}/${type}.${name}`;
    // An annotation of a property of an action, which is no property itself.
    if (name.endsWith('-input')) return typeof value === 'string' ? [] : [`${path}: not text`];
    const domains = objectsOf(name, 'domainIncludes');
    if (!isA(type, domains)) return [`${path}: no property of this type`];
    if (objectsOf(name, 'supersededBy').length > 0) return [`${path}: superseded`];
    const ranges = objectsOf(name, 'rangeIncludes');
    return [value].flat().flatMap((one) => problemsOfValue(one, ranges, path));
  });
}

function problemsOfValue(value: unknown, ranges: string[], path: string): string[] {
  if (typeof value === 'number') return isNumeric(ranges) ? [] : [`${path}: a number`];
  if (typeof value === 'string') return isText(value, ranges) ? [] : [`${path}: the text ${value}`];
  if (typeof value !== 'object' || value === null) return [`${path}: ${value}`];
  const type: unknown = Reflect.get(value, '@type');
  if (typeof type === 'string' && !isA(type, ranges)) return [`${path}: a ${type}`];
  return problemsOf(value, path);
}

const isNumeric = (ranges: string[]) => ['Number', 'Integer', 'Float'].some((type) => ranges.includes(type));

function isText(value: string, ranges: string[]): boolean {
  const member = /^https:\/\/schema\.org\/(\w+)$/.exec(value)?.[1];
  // A member of an enumeration, such as InStock of ItemAvailability.
  if (member && objectsOf(member, 'type').some((type) => isA(type, ranges))) return true;
  if (value.trim() === '') return false;
  const types = textTypes.filter((type) => ranges.includes(type));
  if (types.length === 1 && types[0] === 'URL') return URL.canParse(value);
  if (types.length === 1 && types[0] === 'Number') return Number.isFinite(Number(value));
  return types.length > 0;
}
