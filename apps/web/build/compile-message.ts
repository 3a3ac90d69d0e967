import type { Message, MessagePart } from '@lantern/ui/message';
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

/** Makes of a message in ICU's syntax what pages show it from. @throws for one that is not as it should be. */
export function compileMessage(text: string): Message {
  return partsOf(compileMessageOrThrow(text));
}

/** An element whose end has not been reached. */
interface Open {
  index: string;
  parts: MessagePart[];
}

/** @param counted the value that `#` stands for, in a plural. */
function partsOf(tokens: CompiledMessage, counted?: string): Message {
  const open: Open[] = [{ index: '', parts: [] }];
  const add = (part: MessagePart) => open.at(-1)?.parts.push(part);
  for (const token of tokens) {
    if (token === '#' && counted !== undefined) add(['number', counted]);
    else if (typeof token === 'string') addText(token, open);
    else add(valuePart(token));
  }
  const [{ parts } = { parts: [] }, ...unclosed] = open;
  if (unclosed.length > 0) throw new Error('an element of it has no end');
  return simplified(parts);
}

/** Adds text with the tags of elements, such as `<0>` and `</0>`, of which it may have some only. */
function addText(text: string, open: Open[]): void {
  for (const piece of text.split(/(<\/?\d+\/?>)/)) {
    const [, end, index = '', alone] = /^<(\/?)(\d+)(\/?)>$/.exec(piece) ?? [];
    const inner = open.at(-1);
    if (end === undefined) inner?.parts.push(...(piece ? [piece] : []));
    else if (alone) inner?.parts.push(['element', index, '']);
    else if (!end) open.push({ index, parts: [] });
    else {
      open.pop();
      if (!inner || inner.index !== index || open.length === 0) throw new Error(`</${index}> ends nothing`);
      open.at(-1)?.parts.push(['element', index, simplified(inner.parts)]);
    }
  }
}

function valuePart([name, kind, given]: Exclude<CompiledMessage[number], string>): MessagePart {
  if (kind === undefined) return ['value', name];
  if (kind !== 'plural' && kind !== 'select') throw new Error(`${kind} is not for messages: format the value before`);
  const { offset, ...cases }: Record<string, CompiledMessage> = Object(given);
  if (offset) throw new Error('plurals have no offset here');
  const counted = kind === 'plural' ? name : undefined;
  const compiled = Object.entries(cases).map(([word, tokens]) => [word, partsOf(tokens, counted)]);
  return [kind, name, Object.fromEntries(compiled)];
}

const simplified = (parts: MessagePart[]): Message =>
  parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
