import { hash } from 'node:crypto';

/** The sources by which a content security policy allows the scripts that stand in a page itself. */
export function inlineScriptSources(html: string): string[] {
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)];
  return scripts.map(([, script = '']) => `'sha256-${hash('sha256', script, 'base64')}'`);
}
