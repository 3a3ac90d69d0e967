import { Chip } from '@lantern/ui/chip';
import { t } from '@lingui/core/macro';
import { useDense } from './dense.ts';
import './dense-switch.css';

/** Lowers the rows of all lists. On a phone, where rows are cards, it is not shown. */
export function DenseSwitch() {
  const [dense, setDense] = useDense();
  return (
    <span className="dense-switch">
      <Chip pressed={dense} onPress={() => setDense(!dense)}>
        {t`Compact rows`}
      </Chip>
    </span>
  );
}
