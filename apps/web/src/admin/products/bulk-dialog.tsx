import { bulkPreviewInput } from '@lantern/api/admin/products/schema';
import { Button } from '@lantern/ui/button';
import { Dialog } from '@lantern/ui/dialog';
import { FormError } from '@lantern/ui/form-error';
import { SelectField } from '@lantern/ui/select-field';
import { SkeletonText } from '@lantern/ui/skeleton';
import { useToast } from '@lantern/ui/toast';
import { plural, t } from '@lingui/core/macro';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { nanoid } from 'nanoid';
import { useMemo, useState } from 'react';
import { apiError, messageOf, useTRPC } from '../../lib/trpc.ts';
import { undoSeqOf } from '../../lib/undo-seq.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { type ProductStatus, statusChoices, statuses } from '../fields/product-status.ts';
import { hasReason } from '../shared/conflicts.ts';
import { labelled } from '../shared/labelled.ts';
import { schemaProblem } from '../shared/schema-problem.ts';
import { useUndoableToast } from '../shared/use-undoable-toast.ts';
import { type BulkKind, BulkPreview } from './bulk-preview.tsx';
import { type PriceChangeKind, priceChangeOf } from './price-change.ts';
import { PriceChangeFields } from './price-change-fields.tsx';
import './bulk-dialog.css';

interface BulkDialogProps {
  kind: BulkKind;
  ids: number[];
  onDone: () => void;
  onClose: () => void;
}

const TYPING_PAUSE_MS = 250;

/** Changes many products at once, after a preview. */
export function BulkDialog({ kind, ids, onDone, onClose }: BulkDialogProps) {
  const count = ids.length;
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const { done } = useUndoableToast('product');
  const [status, setStatus] = useState<ProductStatus>('active');
  const [priceKind, setPriceKind] = useState<PriceChangeKind>('price');
  const [typed, setTyped] = useState('');
  const paused = useDebounced(typed, TYPING_PAUSE_MS);
  const change = kind === 'status' ? { kind, status } : priceChangeOf(priceKind, paused);
  const input = bulkPreviewInput.safeParse({ ids, change });
  const settled = kind === 'status' || typed === paused;
  const preview = useQuery(
    trpc.admin.products.bulkPreview.queryOptions(input.data ?? { ids, change: { kind: 'status', status } }, {
      enabled: input.success,
      staleTime: 0,
      placeholderData: keepPreviousData,
    }),
  );
  // One key for each preview: pressed twice or retried, it is applied once.
  const idempotencyKey = useMemo(() => preview.data && nanoid(), [preview.data]);
  const apply = useMutation(
    trpc.admin.products.bulkUpdate.mutationOptions({
      onSuccess(answer) {
        const { changed } = answer;
        const first = undoSeqOf(answer);
        // One entry a product, numbered without gaps, because they are written in one transaction.
        const seqs = first === undefined ? [] : Array.from({ length: changed }, (_, place) => first + place);
        if (changed === 0) toast({ kind: 'success', text: t`Nothing to change` });
        else done(plural(changed, { one: '# product changed', other: '# products changed' }), seqs);
        void client.invalidateQueries(trpc.admin.products.pathFilter());
        void client.invalidateQueries(trpc.catalog.pathFilter());
        onDone();
      },
    }),
  );
  const shown = input.success ? preview.data : undefined;
  const ready = input.success && settled && preview.isSuccess && !preview.isPlaceholderData && !preview.isFetching;
  const problem = typed !== '' && settled ? schemaProblem(input) : undefined;
  const moved = hasReason(apply.error, 'version_conflict');
  const failure = apply.error ?? (input.success ? preview.error : null);
  const refused = apiError(failure)?.details?.names;

  function applyShown() {
    if (!input.data || !preview.data) return;
    const products = preview.data.items.map(({ id, version }) => ({ id, version }));
    apply.mutate({ products, change: input.data.change, idempotencyKey });
  }

  function previewAgain() {
    apply.reset();
    void preview.refetch();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={
        kind === 'status'
          ? plural(count, { one: 'Change the status of # product', other: 'Change the status of # products' })
          : plural(count, { one: 'Change prices of # product', other: 'Change prices of # products' })
      }
      footer={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" disabled={!ready || moved} loading={apply.isPending} onClick={applyShown}>
            {plural(count, { one: 'Apply to # product', other: 'Apply to # products' })}
          </Button>
        </>
      }
    >
      {failure && (
        <FormError title={t`Not changed`}>
          {messageOf(failure)}
          {refused !== undefined && ` ${refused}`}
          {moved && (
            <Button size="small" className="bulk-dialog__again" loading={preview.isFetching} onClick={previewAgain}>
              {t`Preview again`}
            </Button>
          )}
        </FormError>
      )}
      {kind === 'status' ? (
        <SelectField
          label={t`New status`}
          options={labelled(statusChoices)}
          value={status}
          onChange={({ target }) => setStatus(statuses.find((known) => known === target.value) ?? status)}
        />
      ) : (
        <PriceChangeFields kind={priceKind} onKind={setPriceKind} typed={typed} onType={setTyped} problem={problem} />
      )}
      {shown?.kind === kind ? <BulkPreview preview={shown} /> : input.success && !failure && <SkeletonText lines={4} />}
    </Dialog>
  );
}
