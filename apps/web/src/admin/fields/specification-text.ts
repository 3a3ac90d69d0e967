import { isolated } from '@lantern/text/isolated';
import { t } from '@lingui/core/macro';
import type { Scalar } from './variant-fields.ts';

type Facts = { name: string; value: string }[];

/** The facts of a product in one line: "Material: Wool; Weight: 320 g". The log has them as JSON. */
export function specificationText(logged: Scalar): string {
  const facts: Facts = typeof logged === 'string' ? JSON.parse(logged) : [];
  return facts.map(({ name, value }) => `${isolated(name)}: ${isolated(value)}`).join('; ') || t`Empty`;
}
