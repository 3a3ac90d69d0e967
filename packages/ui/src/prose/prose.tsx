import { cx } from '../cx/cx.tsx';
import './prose.css';

/** Text as somebody has entered it: in paragraphs, with its line breaks, each line in its own direction. */
export function Prose({ text, className }: { text: string; className?: string }) {
  // Whatever is typed twice in one text keeps its place.
  const paragraphs = text.split(/\n\s*\n/).map((words, index) => ({ key: `${index} ${words}`, words }));
  return (
    <div className={cx('prose', className)}>
      {paragraphs.map(({ key, words }) => (
        <p key={key}>{words}</p>
      ))}
    </div>
  );
}
