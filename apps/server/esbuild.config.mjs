import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { decode, encode } from '@jridgewell/sourcemap-codec';
import { build } from 'esbuild';

/**
 * Packages with a native part or files beside their code, those that other packages load by a name which is only known at run
 * time, and those that few stores load: the holidays of the world, the clients of Redis and of buckets, and what records traces. The
 * interface of the latter, @opentelemetry/api, comes with the metrics.
 */
const external = [
  '@aws-sdk/client-s3',
  '@node-rs/argon2',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace-node',
  'date-holidays',
  'fontkit',
  'ioredis',
  'libsql',
  'mysql2',
  'pdfkit',
  'pg-hstore',
  'sharp',
];

/** What CommonJS packages expect, under names that no module of the bundle declares. */
const commonJs = `
import * as nodeModule from 'node:module';
import * as nodePath from 'node:path';
import * as nodeUrl from 'node:url';
const require = nodeModule.createRequire(import.meta.url);
const __filename = nodeUrl.fileURLToPath(import.meta.url);
const __dirname = nodePath.dirname(__filename);
`;

/** umzug comes with a command line of its own, which the store has no use for and which takes long to load. */
const withoutUmzugCli = {
  name: 'without-umzug-cli',
  setup({ onLoad }) {
    onLoad({ filter: /\/node_modules\/umzug\/lib\/cli\.js$/ }, () => ({ contents: 'exports.UmzugCLI = class {};' }));
  },
};

/** A source map that maps nothing but the first character. */
const EMPTY_MAP = Buffer.from('{"version":3,"sources":[""],"mappings":"AAAA"}').toString('base64');

/** Node keeps the whole source map in memory: with all lines of npm's packages it would take 70 MB. */
const withoutForeignMaps = {
  name: 'without-foreign-maps',
  setup({ onLoad }) {
    onLoad({ filter: /\/node_modules\/.*\.[cm]?js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${EMPTY_MAP}`,
    }));
  },
};

/** What `main` loads once it hears signals, a file of its own. */
const startApart = {
  name: 'start-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/start\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './start.js', external: true } : undefined,
    );
  },
};

/* One file with npm's packages, too: the server starts in half the time that reading thousands of files takes. */
const { outputFiles } = await build({
  entryPoints: {
    main: 'src/main.ts',
    start: 'src/start.ts',
    'catalog-thread': 'src/catalog-thread/main.ts',
    'printing-thread': 'src/printing-thread/main.ts',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external,
  banner: { js: commonJs.trim() },
  // Sequelize asks it for no time zone by name: all are UTC. Those of the world would be a tenth of the file.
  alias: { 'moment-timezone': 'moment-timezone/moment-timezone.js' },
  plugins: [withoutUmzugCli, withoutForeignMaps, startApart],
  minifySyntax: true,
  minifyWhitespace: true,
  write: false,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});

/** Node keeps a source in memory, in twice the space if any character is not of ASCII: regular expressions have some. */
const ascii = (source) =>
  source.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Node keeps an array for each mapping, in all some 25 MB: the lines of a stack trace are enough, without their columns. */
function onlyLines(text) {
  const map = JSON.parse(text);
  const mappings = decode(map.mappings).map((segments) =>
    segments
      .map((segment) => segment.slice(0, 4))
      .filter(([, source, line], at, all) => source !== all[at - 1]?.[1] || line !== all[at - 1]?.[2]),
  );
  return JSON.stringify({ ...map, mappings: encode(mappings), names: [] });
}

await mkdir('dist', { recursive: true });
for (const { path, text } of outputFiles) await writeFile(path, path.endsWith('.js') ? ascii(text) : onlyLines(text));
