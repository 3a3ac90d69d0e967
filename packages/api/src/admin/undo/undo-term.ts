import type { FieldChange } from '@lantern/db/base/field-change';
import type { WithDatabase } from '@lantern/db/database';
import { GlossaryTerm } from '@lantern/db/models/glossary-term';
import type { WithLanguages } from '../../shared/languages.ts';
import { notFound } from '../../shared/shop-error.ts';
import { saveTermInput } from '../glossary/schema.ts';
import { saveTerm } from '../glossary/service.ts';
import { assertUnchanged, changedSince, effectOn, fieldsBefore, parseOrConflict } from './undo-fields.ts';

/** Undoes a change to a term of the glossary, its creation or its removal; call it in a transaction. */
export async function undoTerm(
  services: WithDatabase & WithLanguages,
  id: number,
  changes: FieldChange[],
): Promise<void> {
  const term = await GlossaryTerm.findByPk(id, { lock: true });
  const effect = effectOn(changes, 'source');
  if (effect === 'removed') {
    const input = parseOrConflict(saveTermInput, fieldsBefore(changes));
    const { language, source } = input;
    if (term ?? (await GlossaryTerm.findOne({ where: { language, source } }))) throw changedSince('text');
    // With its old id, so that its history continues.
    await GlossaryTerm.create({ ...input, id });
    return;
  }
  if (!term) throw notFound('term');
  for (const change of changes) assertUnchanged(change, term.get(change.field));
  const { language, source } = term;
  const text = effect === 'created' ? '' : fieldsBefore(changes).text;
  await saveTerm(services, parseOrConflict(saveTermInput, { language, source, text }));
}
