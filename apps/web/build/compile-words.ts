import { type NodePath, type PluginObj, types as t, transformAsync } from '@babel/core';
import macros from '@lingui/babel-plugin-lingui-macro';
import { makeConfig } from '@lingui/conf';
import { compileMessage } from './compile-message.ts';

/** A message in the code. */
export interface SourceMessage {
  id: string;
  /** English, in ICU's syntax. */
  message: string;
  context?: string;
  comment?: string;
}

const RUNTIME = '@lantern/ui/i18n';
const linguiConfig = makeConfig(
  { locales: ['en'], runtimeConfigModule: { i18n: [RUNTIME, 'i18n'], Trans: [RUNTIME, 'Trans'] } },
  { skipValidation: true },
);

/** Long enough for thousands of messages: ids do not compress, and the shop's first code has a hundred and fifty. */
export const shortId = (id: string) => id.slice(0, 4);

/** Whether a module has words in it that are translated. */
export const hasWords = (code: string) => code.includes('/macro');

/** Replaces Lingui's macros in a module by calls of `@lantern/ui/i18n`, with messages that need not be parsed. */
export async function compileWords(code: string, filename: string, onMessage?: (message: SourceMessage) => void) {
  return transformAsync(code, {
    filename,
    configFile: false,
    babelrc: false,
    sourceMaps: true,
    parserOpts: { plugins: ['typescript', ...(filename.endsWith('x') ? ['jsx' as const] : [])] },
    plugins: [[macros, { stripMessageField: false, extract: true, linguiConfig }], compileDescriptors(onMessage)],
  });
}

/** The macros leave objects with a comment, and messages as text. */
function compileDescriptors(onMessage?: (message: SourceMessage) => void): PluginObj {
  const visitor = {
    ObjectExpression(path: NodePath<t.ObjectExpression>) {
      if (!path.node.leadingComments?.some(({ value }) => value === 'i18n')) return;
      const { id: whole, message, context, comment } = textsOf(path.node);
      if (whole === undefined || message === undefined) throw path.buildCodeFrameError('This message has no text.');
      const id = shortId(whole);
      onMessage?.({ id, message, context, comment });
      path.node.leadingComments = [];
      path.node.properties = path.node.properties.flatMap((property) => {
        const name = nameOf(property);
        if (name === 'message') return t.objectProperty(t.identifier(name), t.valueToNode(compileMessage(message)));
        if (name === 'id') return t.objectProperty(t.identifier(name), t.stringLiteral(id));
        return name === 'context' || name === 'comment' ? [] : property;
      });
    },
  };
  // Afterwards: the macros themselves are replaced while their module is entered.
  return { visitor: { Program: { exit: (path) => path.traverse(visitor) } } };
}

type Property = t.ObjectExpression['properties'][number];

const nameOf = (property: Property) =>
  t.isObjectProperty(property) && t.isIdentifier(property.key) ? property.key.name : undefined;

function textsOf({ properties }: t.ObjectExpression): Record<string, string | undefined> {
  const texts = properties.flatMap((property) => {
    const name = nameOf(property);
    if (!name || !t.isObjectProperty(property)) return [];
    if (t.isStringLiteral(property.value)) return [[name, property.value.value]];
    const [only] = t.isTemplateLiteral(property.value) ? property.value.quasis : [];
    return only ? [[name, only.value.cooked]] : [];
  });
  return Object.fromEntries(texts);
}
