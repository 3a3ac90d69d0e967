import { cx } from '../cx/cx.tsx';
import './prose.css';

/** Text as it was entered: with its paragraphs and line breaks, each line in its own direction. */
export function Prose({ text, className }: { text: string; className?: string }) {
  // The index keeps equal paragraphs apart.
  const paragraphs = text.split(/\n\s*\n/).map((words, index) => ({ key: `${index} ${words}`, words }));
  return (
    <div className={cx('prose', className)}>
      {paragraphs.map(({ key, words }) => (
        <p key={key}>{words}</p>
      ))}
    </div>
  );
}
