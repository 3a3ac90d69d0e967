/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Block } from './blocks.tsx';
import { colours } from './colours.ts';
import type { MailContent } from './content.ts';
import { STORE_NAME } from './store-name.ts';

const FONT = "Figtree, 'Segoe UI', Helvetica, Arial, sans-serif";

/** A mail as HTML, of tables and inline styles: many mail programs ignore anything else. */
export function renderHtml(content: MailContent, storeUrl: string): string {
  return `<!doctype html>${renderToString(<MailPage content={content} storeUrl={storeUrl} />)}`;
}

function MailPage({ content: { language, title, blocks }, storeUrl }: { content: MailContent; storeUrl: string }) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
      </head>
      <body style={{ margin: 0, background: colours.paper, color: colours.ink, font: `400 16px/1.55 ${FONT}` }}>
        <Sheet>
          <p style={{ margin: '0 0 24px', fontSize: 20, fontWeight: 700 }}>
            <a href={storeUrl} style={{ color: colours.ink, textDecoration: 'none' }}>
              {STORE_NAME}
            </a>
          </p>
          <h1 style={{ margin: '0 0 16px', fontSize: 26, lineHeight: 1.2, letterSpacing: '-0.02em' }}>{title}</h1>
          {blocks.map((block) => (
            <Block block={block} />
          ))}
          <p style={{ margin: '32px 0 0', fontSize: 14, color: colours['ink-2'] }}>
            {STORE_NAME} ·{' '}
            <a href={storeUrl} style={{ color: colours['ink-2'] }}>
              {storeUrl.replace(/^https?:\/\//, '')}
            </a>
          </p>
        </Sheet>
      </body>
    </html>
  );
}

/** One column in the middle, as wide as a phone allows. */
function Sheet({ children }: { children: ComponentChildren }) {
  return (
    <table role="presentation" width="100%" cellPadding="0" cellSpacing="0">
      <tr>
        <td align="center" style={{ padding: '32px 16px' }}>
          <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" style={{ maxWidth: 560 }}>
            <tr>
              <td
                align="left"
                style={{
                  padding: 28,
                  background: colours.card,
                  border: `1px solid ${colours.line}`,
                  borderRadius: 16,
                  font: `400 16px/1.55 ${FONT}`,
                  color: colours.ink,
                  overflowWrap: 'anywhere',
                }}
              >
                {children}
              </td>
            </tr>
          </table>
        </td>
      </tr>
    </table>
  );
}
