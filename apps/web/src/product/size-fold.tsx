import { Fold } from '@lantern/ui/fold';
import { formatNumber } from '@lantern/ui/format';
import { t } from '@lingui/core/macro';
import { type SizeGuide, sizeGuideOf } from './size-guide.ts';

/** The sizes of a product with their measures, folded away; nothing if they are not sizes of shoes or clothes. */
export function SizeFold({ values }: { values: string[] }) {
  const sizes = sizeGuideOf(values);
  if (!sizes) return null;
  return (
    <Fold title={t`Size guide`}>
      <SizeTable {...sizes} />
    </Fold>
  );
}

function SizeTable({ head, rows }: SizeGuide) {
  return (
    <table className="product-folds__table num">
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([size, ...measures]) => (
          <tr key={size}>
            <th scope="row">{size}</th>
            {measures.map((measure, column) => (
              <td key={head[column + 1]}>{measureText(measure)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A decimal as the page's language writes it. */
const measureText = (measure: string) => (/^\d+\.\d$/.test(measure) ? formatNumber(Number(measure)) : measure);
