import { variantShape } from '@lantern/api/admin/products/schema';
import { t } from '@lingui/core/macro';
import { type ChangeEvent, useRef, useState } from 'react';
import { apiError, messageOf } from '../../lib/trpc.ts';
import { variantFields } from '../fields/variant-fields.ts';
import { hasReason } from '../shared/conflicts.ts';
import { schemaProblem } from '../shared/schema-problem.ts';
import type { ProductRow, RowVariant } from './product-row.ts';
import { type SheetField, useEditVariant } from './use-edit-variant.ts';

/** What is typed into a cell, and what became of it. */
export function useSheetCell(row: ProductRow, variant: RowVariant, field: SheetField) {
  const { input, text } = variantFields[field];
  const { save, saving, correct } = useEditVariant(row);
  /** Enter leaves the cell, which saves, too: before the next rendering knows that it is saving. */
  const isCommitting = useRef(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const before = variant[field];

  function takeBack() {
    setTyped(null);
    setProblem(undefined);
  }

  async function commit() {
    if (typed === null || isCommitting.current) return;
    const number = input.kind === 'number' ? input.parse(typed) : null;
    const read = variantShape[field].safeParse(number ?? Number.NaN);
    if (!read.success) return setProblem(schemaProblem(read));
    if (read.data === before) return takeBack();
    isCommitting.current = true;
    try {
      await save({ id: variant.id, version: row.version, field, before, after: read.data });
      takeBack();
    } catch (error) {
      const { details, fieldErrors } = apiError(error) ?? {};
      const now = Number(details?.now);
      if (details?.now !== undefined) correct(variant.id, field, now);
      setProblem(
        hasReason(error, 'version_conflict')
          ? t`Someone has changed it to ${{ now: text(now) }}. Enter saves yours, Esc keeps theirs.`
          : (fieldErrors?.after?.[0] ?? messageOf(error)),
      );
    } finally {
      isCommitting.current = false;
    }
  }

  return {
    value: typed ?? text(before),
    saving,
    problem,
    takeBack,
    /** Enter. */
    commit,
    /** What was refused is saved again only by Enter: looking at it must not do so. */
    onBlur: () => (problem === undefined ? void commit() : undefined),
    onChange({ target }: ChangeEvent<HTMLInputElement>) {
      setTyped(target.value);
      setProblem(undefined);
    },
  };
}
