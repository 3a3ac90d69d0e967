import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileWords, hasWords, type SourceMessage } from './compile-words.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDERS = ['apps/web/src', 'packages/ui/src'];

/** A message, and the files that say it, from the root of the repository. */
export interface SaidMessage extends SourceMessage {
  files: string[];
}

/** All messages in the code of the pages, by id. */
export async function sourceMessages(): Promise<Map<string, SaidMessage>> {
  const messages = new Map<string, SaidMessage>();
  for (const folder of FOLDERS) {
    for (const name of (await readdir(join(ROOT, folder), { recursive: true })).sort()) {
      if (!/(?<!\.test)\.tsx?$/.test(name)) continue;
      const path = join(ROOT, folder, name);
      const code = await readFile(path, 'utf8');
      const file = relative(ROOT, path).replaceAll('\\', '/');
      if (hasWords(code)) await compileWords(code, path, (message) => add(messages, message, file));
    }
  }
  return messages;
}

function add(messages: Map<string, SaidMessage>, message: SourceMessage, file: string): void {
  const other = messages.get(message.id);
  if (other && (other.message !== message.message || other.context !== message.context)) {
    throw new Error(`“${message.message}” and “${other.message}” have the same id: make ids one character longer.`);
  }
  const files = [...new Set([...(messages.get(message.id)?.files ?? []), file])];
  messages.set(message.id, { ...messages.get(message.id), ...message, files });
}
