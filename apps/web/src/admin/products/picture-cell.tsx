import { cx } from '@lantern/ui/cx';
import { ProductImage } from '@lantern/ui/product-image';
import { t } from '@lingui/core/macro';
import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { variantFields } from '../fields/variant-fields.ts';
import type { ProductDraft } from './draft.ts';
import { GridCell } from './grid-cell.tsx';
import { PictureDialog } from './picture-dialog.tsx';
import './picture-cell.css';

/** The accent for images without a category. */
const NEUTRAL = 8;

interface PictureCellProps {
  /** The row's index, from 0. */
  row: number;
  error?: string;
}

/** A variant's picture, which opens the product's images to choose another. */
export function PictureCell({ row, error }: PictureCellProps) {
  const { control } = useFormContext<ProductDraft>();
  const { field } = useController({ control, name: `variants.${row}.imageUrl` });
  const images = useWatch({ control, name: 'images' });
  const [open, setOpen] = useState(false);
  const { label } = variantFields.imageUrl;
  // It may have been removed since.
  const at = images.findIndex(({ url }) => url === field.value);
  const shown = images[at];
  const value = shown ? shown.alt || t`Image ${{ number: at + 1 }}` : t({ message: 'None', context: 'image' });
  return (
    <GridCell column={t(label)} row={t`variant ${{ number: row + 1 }}`} error={error}>
      {({ className, 'aria-label': name, ...cell }) => (
        <>
          <button
            {...cell}
            ref={field.ref}
            type="button"
            name={field.name}
            className={cx('picture-cell', !shown && 'picture-cell--none')}
            aria-label={`${name}: ${value}`}
            aria-haspopup="dialog"
            title={value}
            onClick={() => setOpen(true)}
          >
            <ProductImage
              src={shown?.url ?? null}
              alt=""
              accent={NEUTRAL}
              size="tiny"
              fallback={<ImageOff strokeWidth={1.5} aria-hidden="true" />}
            />
          </button>
          <PictureDialog
            open={open}
            title={t`Picture of variant ${{ number: row + 1 }}`}
            images={images}
            chosen={shown?.url ?? null}
            onChoose={(url) => {
              field.onChange(url);
              setOpen(false);
            }}
            onClose={() => setOpen(false)}
          />
        </>
      )}
    </GridCell>
  );
}
