import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/* What semantic-ui-react carries is listed in decision 012: neither more nor less. */

const src = fileURLToPath(new URL('../packages/ui/src/', import.meta.url));
const decision = readFileSync(new URL('../docs/decisions/012-theme.md', import.meta.url), 'utf8');

const imported = readdirSync(src, { encoding: 'utf8', recursive: true })
  .filter((path) => path.endsWith('.tsx') && !path.endsWith('.test.tsx'))
  .flatMap((path) => [
    ...readFileSync(`${src}${path}`, 'utf8').matchAll(/import \{([^}]+)\} from 'semantic-ui-react'/g),
  ])
  .flatMap(([, names = '']) => names.split(',').map((name) => name.trim().split(' as ')[0] ?? ''))
  .filter(Boolean);

const carried = [...(decision.split('| native instead of')[0] ?? '').matchAll(/^\| (\w+) +\|/gm)].map(
  ([, name]) => name,
);

test('semantic-ui-react carries the components that decision 012 lists', () => {
  const names = [...new Set(imported)].sort();
  expect(names).not.toEqual([]);
  expect(carried).toEqual(names);
});
