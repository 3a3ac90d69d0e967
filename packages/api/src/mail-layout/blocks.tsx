/** @jsxImportSource preact */
import { colours } from './colours.ts';
import type { MailBlock } from './content.ts';

/** Of a picture, in pixels. */
const PICTURE = 56;
const BELOW = '0 0 16px';
const cell = { padding: '8px 0', borderBottom: `1px solid ${colours.line}`, verticalAlign: 'top' };
const amountCell = { ...cell, paddingLeft: 16, whiteSpace: 'nowrap' };
const quiet = { color: colours['ink-2'], fontSize: 14 };

/** A block as HTML. */
export function Block({ block }: { block: MailBlock }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p style={{ margin: BELOW }}>
          {block.text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br />, line]))}
        </p>
      );
    case 'note':
      return (
        <p
          style={{
            margin: BELOW,
            padding: '12px 16px',
            background: colours.wash,
            borderRadius: 10,
            whiteSpace: 'pre-line',
          }}
        >
          {block.text}
        </p>
      );
    case 'button':
      return <Button {...block} />;
    case 'lines':
      return <Lines {...block} />;
    case 'picture':
      return (
        <div style={{ margin: BELOW }}>
          <Picture src={block.picture} />
        </div>
      );
    case 'amounts':
      return <Amounts {...block} />;
    case 'address':
      return (
        <p style={{ margin: '24px 0 16px' }}>
          <span style={quiet}>{block.title}</span>
          {block.lines.flatMap((line) => [<br />, <bdi>{line}</bdi>])}
        </p>
      );
  }
}

type BlockOf<Type extends MailBlock['type']> = Extract<MailBlock, { type: Type }>;

function Button({ label, url }: BlockOf<'button'>) {
  return (
    <p style={{ margin: '24px 0' }}>
      <a
        href={url}
        style={{
          display: 'inline-block',
          padding: '12px 22px',
          borderRadius: 999,
          background: colours.accent,
          color: colours['accent-ink'],
          fontWeight: 600,
          textDecoration: 'none',
        }}
      >
        {label}
      </a>
    </p>
  );
}

function Lines({ lines }: BlockOf<'lines'>) {
  const isPictured = lines.some(({ picture }) => picture !== null);
  return (
    <table role="presentation" width="100%" cellPadding="0" cellSpacing="0">
      {lines.map(({ name, options, quantityText, total, picture, discount }) => (
        <tr>
          {isPictured && (
            <td width={PICTURE + 16} style={cell}>
              {picture && <Picture src={picture} />}
            </td>
          )}
          <td style={cell}>
            <bdi>{name}</bdi>
            <br />
            <span style={quiet}>{[options, quantityText].filter(Boolean).join(' · ')}</span>
            {discount && [<br />, <span style={quiet}>{discount}</span>]}
          </td>
          <td align="right" style={amountCell}>
            {total}
          </td>
        </tr>
      ))}
    </table>
  );
}

/** With its size as attributes, which Outlook goes by, and without words, since the name is beside it. */
function Picture({ src }: { src: string }) {
  return <img src={src} alt="" width={PICTURE} height={PICTURE} style={{ display: 'block', borderRadius: 10 }} />;
}

function Amounts({ amounts }: BlockOf<'amounts'>) {
  return (
    <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" style={{ margin: '8px 0 16px' }}>
      {amounts.map(({ label, text }, index) => {
        const fontWeight = index === amounts.length - 1 ? 700 : 400;
        return (
          <tr>
            <td style={{ padding: '4px 0', fontWeight }}>{label}</td>
            <td align="right" style={{ padding: '4px 0 4px 16px', whiteSpace: 'nowrap', fontWeight }}>
              {text}
            </td>
          </tr>
        );
      })}
    </table>
  );
}
