import { SaxesParser } from 'saxes';

export interface XmlElement {
  name: string;
  /** Its own text and that of everything in it. */
  text: string;
  children: XmlElement[];
}

/** The root of a document. @throws if it is not well-formed, or uses a prefix that it does not declare. */
export function parseXml(document: string): XmlElement {
  const root: XmlElement = { name: '', text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    const element = { name, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  const [top] = root.children;
  if (!top) throw new Error('The document is empty.');
  return top;
}

/** The texts of the children with this name. */
export function textsOf({ children }: XmlElement, name: string): string[] {
  return children.filter((child) => child.name === name).map(({ text }) => text);
}
