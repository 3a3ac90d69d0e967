import type { MailBlock, MailContent, MailLine } from './content.ts';
import { STORE_NAME } from './store-name.ts';

/** A mail as plain text. */
export function renderText({ title, blocks }: MailContent, storeUrl: string): string {
  const said = blocks.map(blockText).filter((text) => text !== '');
  return `${[title, ...said, `${STORE_NAME}\n${storeUrl}`].join('\n\n')}\n`;
}

function blockText(block: MailBlock): string {
  switch (block.type) {
    case 'paragraph':
      return block.text;
    case 'note':
      return block.text.replace(/^/gm, '> ');
    case 'button':
      return `${block.label}:\n${block.url}`;
    case 'lines':
      return block.lines.map(lineText).join('\n');
    case 'picture':
      return '';
    case 'amounts':
      return block.amounts.map(({ label, text }) => `${label}: ${text}`).join('\n');
    case 'address':
      return [`${block.title}:`, ...block.lines].join('\n');
  }
}

function lineText({ name, options, quantity, total, discount }: MailLine): string {
  const what = options ? `${name} (${options})` : name;
  return `${quantity} × ${what}: ${total}${discount && `, ${discount}`}`;
}
