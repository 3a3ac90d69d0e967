/**
 * Defines which modules may import which. `node scripts/boundaries.mjs` writes biome.boundaries.json, which Biome and
 * editors read; tests/boundaries.test.ts fails while the two differ.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The domains of packages/api, lowest first: a file may import from its own domain and from those before it. */
export const domains = [
  'shared',
  'shared-state',
  'pricing',
  'words',
  'mail-layout',
  'pdf',
  'images',
  'invoices',
  'mail',
  'outbox',
  'payments',
  'sessions',
  'auth',
  'account',
  'glossary',
  'delivery',
  'pages',
  'catalog',
  'stock',
  'restock',
  'promotions',
  'order-status',
  'parcels',
  'orders',
  'returns',
  'activity',
  'cart',
  'settlement',
  'checkout',
  'admin',
  'books',
];

/** The domains of packages/api/src/admin, likewise. */
export const adminDomains = [
  'delivery',
  'pages',
  'images',
  'categories',
  'promotions',
  'synonyms',
  'glossary',
  'mail',
  'users',
  'products',
  'orders',
  'returns',
  'find',
  'views',
  'periods',
  'dashboard',
  'undo',
  'activity',
];

/** The modules of packages/api that the web app imports besides the schemas; they must not need the database or the server. */
const sharedModules = [
  'activity/filters',
  'cart/limits',
  'catalog/option-property',
  'catalog/limits',
  'catalog/stock-level',
  'order-status/order-status',
  'pricing/discount',
  'pricing/delivery-price',
  'pricing/pricing',
];

const pureModules = [
  'packages/api/src/**/schema.ts',
  'packages/api/src/pricing/**',
  ...sharedModules.map((name) => `packages/api/src/${name}.ts`),
];

const all = (...names) => names.flatMap((name) => [name, `${name}/**`]);
const server = [...all('@lantern/ui', '@lantern/server', '@lantern/web', 'react', 'fastify')];
const sequelize = all('sequelize', 'sequelize-typescript');

const packages = {
  'packages/ui/**': {
    group: [
      ...all('@lantern/api', '@lantern/db', '@lantern/server', '@lantern/web', 'react-router'),
      '@trpc/**',
      '@tanstack/**',
    ],
    message: 'packages/ui knows how things look, not where they come from: pass data and callbacks in as props.',
  },
  'packages/text/**': {
    group: ['@lantern/*', '@lantern/*/**', '@trpc/**', ...all('fastify', 'react', 'sequelize'), 'node:*', 'zod'],
    message: 'packages/text reads and writes text for every other package, in browsers too: it imports none of them.',
  },
  'packages/db/**': {
    group: [...all('@lantern/api', '@lantern/ui', '@lantern/server', '@lantern/web', 'react'), '@trpc/**'],
    message: 'packages/db is the lowest package: it must not depend on the packages above it.',
  },
  'packages/api/**': {
    group: [...server, ...sequelize],
    message:
      'packages/api holds the rules of the store: use @lantern/db instead of Sequelize, and no server or user interface.',
  },
};

const pure = {
  group: [...all('@lantern/db'), '!@lantern/db/models/order-status', ...server, ...sequelize],
  message: 'This module also runs in the browser: it must work without the database and the server.',
};

const web = [
  {
    group: all('@lantern/db', '@lantern/server', 'sequelize'),
    message: 'The pages reach data through tRPC only.',
  },
  {
    group: [
      ...all('@lantern/api'),
      '!@lantern/api/types',
      '!@lantern/api/*/schema',
      '!@lantern/api/admin/*/schema',
      ...sharedModules.map((name) => `!@lantern/api/${name}`),
    ],
    message:
      'The pages share only types, schemas, pricing and the order statuses with the API; the rest would pull the server into the bundle.',
  },
];

/** Modules above every domain. Only routers depend on tRPC, so that scripts can call services. */
const wiring = {
  group: ['../services.ts', '../../services.ts', '../router.ts', '../../router.ts', '../trpc.ts', '../../trpc.ts'],
  message: 'A service takes the services that it needs as parameters; only routers depend on tRPC.',
};

/** The boundaries of one domain; `up` lists the relative prefixes from its files to the domains above. */
function boundariesOf(domain, above, up) {
  const upwards = {
    group: up.flatMap((prefix) => above.map((other) => `${prefix}${other}/**`)),
    message: `${domain} is below these domains: move what both need down, or let the caller pass it in.`,
  };
  const common = above.length > 0 ? [upwards] : [];
  const path = `packages/api/src/${domain}`;
  const untested = ['!**/*.test.ts', '!**/*.cases.ts'];
  const api = packages['packages/api/**'];
  const pureHere = pureModules.filter((module) => module.startsWith(`${path}/`));
  return [
    override([`${path}/**`, `!${path}/router.ts`, ...untested], [api, ...common, wiring]),
    override([`${path}/router.ts`], [api, ...common]),
    override([`${path}/schema.ts`, ...pureHere, ...untested], [pure, ...common, wiring]),
  ];
}

function override(includes, patterns) {
  const noRestrictedImports = { level: 'error', options: { patterns } };
  return { includes, linter: { rules: { style: { noRestrictedImports } } } };
}

const later = (names, index) => names.slice(index + 1);

/** Biome's configuration; of several overrides that match a file, the last one applies. */
function boundaries() {
  return {
    overrides: [
      ...Object.entries(packages).map(([path, pattern]) => override([path], [pattern])),
      override(pureModules, [pure]),
      ...domains.flatMap((domain, index) => boundariesOf(domain, later(domains, index), ['../', '../../'])),
      ...adminDomains.flatMap((domain, index) => boundariesOf(`admin/${domain}`, later(adminDomains, index), ['../'])),
      override(['apps/web/**', '!apps/web/e2e/**'], web),
    ],
  };
}

/** Formats one override per line, so that diffs are readable. */
export function asText() {
  const lines = boundaries().overrides.map((one) => `    ${JSON.stringify(one)}`);
  return `{\n  "overrides": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

const [, script] = process.argv;
const file = fileURLToPath(new URL('../biome.boundaries.json', import.meta.url));
if (script === fileURLToPath(import.meta.url)) writeFileSync(file, asText());
