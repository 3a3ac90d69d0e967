import './stock-label.css';

const LOW_STOCK = 5;

/** Says plainly how many there are. */
export function StockLabel({ stock, combination = false }: { stock: number; combination?: boolean }) {
  const state = stock === 0 ? 'out' : stock <= LOW_STOCK ? 'low' : 'ok';
  const where = combination ? ' in this combination' : '';
  const text = { out: `Sold out${where}`, low: `Only ${stock} left${where}`, ok: 'In stock' }[state];
  return <span className={`stock-label stock-label--${state}`}>{text}</span>;
}
