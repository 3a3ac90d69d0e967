import { Anchor } from '@lantern/ui/anchor';
import { entityPath } from './entity-path.ts';
import type { LogNames } from './log-names.ts';
import { partsOf, type SentencePart } from './sentences/sentence.ts';
import { type Told, thingsOf } from './told.ts';
import './log-sentence.css';

interface LogSentenceProps {
  told: Told;
  names: LogNames;
  /** Of whoever made the change. */
  email: string;
}

/** What has happened, as one sentence: "Mira changed the price of Field Watch from €89.00 to €79.00". */
export function LogSentence({ told, names, email }: LogSentenceProps) {
  return (
    <span className="log-sentence">
      {partsOf(told.text, told.values).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words such as "from" may be there twice.
        <Part key={index} part={part} told={told} names={names} email={email} />
      ))}
    </span>
  );
}

function Part({ part: { place, text }, told, names, email }: LogSentenceProps & { part: SentencePart }) {
  if (place === null) return text;
  if (place === 'what') return <Things told={told} names={names} />;
  if (place === 'who') return <bdi title={email === text ? undefined : email}>{text}</bdi>;
  // Not a <bdi> in it, where a line could break between the edge of the mark and its first word.
  if (place === 'before') return <del dir="auto">{text}</del>;
  if (place === 'after') return <ins dir="auto">{text}</ins>;
  if (place !== 'now') return <bdi>{text}</bdi>;
  const [thing] = told.things;
  const path = thing ? entityPath(thing) : null;
  return <ins dir="auto">{path ? <Anchor href={path}>{text}</Anchor> : text}</ins>;
}

function Things({ told, names }: Pick<LogSentenceProps, 'told' | 'names'>) {
  return thingsOf(told, names).map(({ item, text }, index) => {
    const path = item ? entityPath(item) : null;
    const key = item ? `${item.type} ${item.id}` : `${index} ${text}`;
    if (!item) return <span key={key}>{text}</span>;
    return path ? (
      <Anchor key={key} href={path} className="log-sentence__thing">
        <bdi>{text}</bdi>
      </Anchor>
    ) : (
      <b key={key} className="log-sentence__thing">
        <bdi>{text}</bdi>
      </b>
    );
  });
}
