import { IconButton } from '@lantern/ui/icon-button';
import { Panel } from '@lantern/ui/panel';
import { ProgressLine } from '@lantern/ui/progress-line';
import { useToast } from '@lantern/ui/toast';
import { t } from '@lingui/core/macro';
import { ImagePlus, X } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { ProductDraft } from './draft.ts';
import { ImageTile } from './image-tile.tsx';
import { SortableImages } from './sortable-images.tsx';
import { imageTypes } from './upload.ts';
import { type Upload, useUploads } from './use-uploads.ts';
import './product-images.css';

/** The images in order, the featured image first. Files are uploaded at once and attached when the product is saved. */
export function ProductImages() {
  const { control, getValues } = useFormContext<ProductDraft>();
  const { fields, append, move, remove } = useFieldArray({ control, name: 'images', keyName: 'key' });
  const toast = useToast();
  const [filesOver, setFilesOver] = useState(false);
  const { uploads, add, dismiss } = useUploads((url, fileName) => {
    if (getValues('images').some((image) => image.url === url)) {
      toast({ kind: 'info', text: t`${fileName} has already been added` });
    } else append({ url, alt: '' }, { shouldFocus: false });
  });

  function overFiles(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setFilesOver(true);
  }

  function dropFiles(event: DragEvent) {
    setFilesOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    add(event.dataTransfer.files);
  }

  return (
    <Panel title={t`Images`} intro={t`The first is the featured image. Drag to reorder.`}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the file button inside does the same. */}
      <div
        className={`product-images ${filesOver ? 'product-images--over' : ''}`}
        onDragOver={overFiles}
        onDragLeave={() => setFilesOver(false)}
        onDrop={dropFiles}
      >
        <SortableImages keys={fields.map(({ key }) => key)} onMove={move}>
          <ul className="product-images__list" aria-label={t`Images`}>
            {fields.map(({ key, url }, index) => (
              <ImageTile
                key={key}
                sortKey={key}
                index={index}
                count={fields.length}
                url={url}
                onMove={(step) => move(index, index + step)}
                onRemove={() => remove(index)}
              />
            ))}
            <li>
              <label className="product-images__drop">
                <ImagePlus size="1.625rem" strokeWidth={1.6} aria-hidden="true" />
                <span>
                  <b>{t`Add images`}</b>
                  <span className="product-images__hint">{t`or drop them here, up to 8 MB each`}</span>
                </span>
                <input
                  type="file"
                  className="product-images__file"
                  accept={imageTypes}
                  multiple
                  onChange={({ target: input }) => {
                    add(input.files ?? []);
                    // Choosing the same file again must fire a change too.
                    input.value = '';
                  }}
                />
              </label>
            </li>
          </ul>
        </SortableImages>
        <Uploads uploads={uploads} onDismiss={dismiss} />
      </div>
    </Panel>
  );
}

function Uploads({ uploads, onDismiss }: { uploads: Upload[]; onDismiss: (key: number) => void }) {
  return (
    <ul className="product-images__uploads" aria-label={t`Uploads`} aria-live="polite">
      {uploads.map(({ key, file, share, error }) => (
        <li key={key} className={`product-images__upload ${error ? 'product-images__upload--failed' : ''}`}>
          <span className="product-images__upload-name">{file.name}</span>
          {error ? (
            <>
              <span className="product-images__upload-error">{error}</span>
              <IconButton label={t`Dismiss ${{ name: file.name }}`} onClick={() => onDismiss(key)}>
                <X aria-hidden="true" />
              </IconButton>
            </>
          ) : (
            <span className="product-images__upload-line">
              <ProgressLine value={share} max={1} label={t`${{ name: file.name }}, sent so far`} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
