import { Chip } from '@lantern/ui/chip';
import { useDense } from './dense.ts';
import './dense-switch.css';

/** Lowers the rows of all lists. On a phone, where rows are cards, it is not shown. */
export function DenseSwitch() {
  const [dense, setDense] = useDense();
  return (
    <span className="dense-switch">
      <Chip pressed={dense} onPress={() => setDense(!dense)}>
        Compact rows
      </Chip>
    </span>
  );
}
