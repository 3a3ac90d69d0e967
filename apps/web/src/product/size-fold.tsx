import { Fold } from '@lantern/ui/fold';
import { type SizeGuide, sizeGuideOf } from './size-guide.ts';

/** The sizes of a product with their measures, folded away; nothing if they are not sizes of shoes or clothes. */
export function SizeFold({ values }: { values: string[] }) {
  const sizes = sizeGuideOf(values);
  if (!sizes) return null;
  return (
    <Fold title="Size guide">
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
              <td key={head[column + 1]}>{measure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
