import { Button } from '@lantern/ui/button';
import { Dialog } from '@lantern/ui/dialog';
import { ProductImage } from '@lantern/ui/product-image';
import { t } from '@lingui/core/macro';
import { ImageOff } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ImageDraft } from './draft.ts';
import './picture-dialog.css';

/** The accent for images without a category. */
const NEUTRAL = 8;

const steps: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

interface PictureDialogProps {
  open: boolean;
  title: string;
  images: ImageDraft[];
  /** The URL of the current one; null for none. */
  chosen: string | null;
  onChoose: (url: string | null) => void;
  onClose: () => void;
}

/** One of the product's images, or none. */
export function PictureDialog({ open, title, onClose, ...choice }: PictureDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      text={
        choice.images.length > 0
          ? t`It is shown when the variant is chosen, and in carts and orders.`
          : t`Add images to the product first.`
      }
      footer={<Button onClick={onClose}>{t`Cancel`}</Button>}
    >
      <PictureList label={title} {...choice} />
    </Dialog>
  );
}

type PictureListProps = Pick<PictureDialogProps, 'images' | 'chosen' | 'onChoose'> & { label: string };

/** A list box: the arrow keys, Home and End move in it, Enter and Space choose. */
function PictureList({ label, images, chosen, onChoose }: PictureListProps) {
  const list = useRef<HTMLDivElement>(null);
  const options = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];

  // After the dialog has opened, which focuses its first button.
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    const all = options();
    const at = all.findIndex((option) => option.contains(document.activeElement));
    const last = all.length - 1;
    const step = steps[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : step === undefined ? undefined : at + step;
    if (to === undefined) return;
    event.preventDefault();
    all[Math.min(Math.max(to, 0), last)]?.focus();
  }

  const choices = [
    { url: null, words: t`No picture of its own` },
    ...images.map(({ url, alt }, at) => ({ url, words: alt || t`Image ${{ number: at + 1 }}` })),
  ];
  return (
    <div className="picture-list" role="listbox" aria-label={label} tabIndex={-1} ref={list} onKeyDown={onKeyDown}>
      {choices.map(({ url, words }) => (
        <button
          key={url}
          type="button"
          role="option"
          className="picture-list__option"
          aria-selected={url === chosen}
          tabIndex={url === chosen ? 0 : -1}
          onClick={() => onChoose(url)}
        >
          <ProductImage
            src={url}
            alt=""
            accent={NEUTRAL}
            size="small"
            fallback={<ImageOff strokeWidth={1.5} aria-hidden="true" />}
          />
          <bdi>{words}</bdi>
        </button>
      ))}
    </div>
  );
}
