import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/**
 * An element's markup by its elements, attributes and classes, in whatever order. Left out is what says the same twice: the
 * role of an `<li>`, and that a button which is disabled cannot be reached by Tab. A product's image is `<image>`.
 */
export function outlineOf(element: ReactElement): string {
  return renderToStaticMarkup(element)
    .replaceAll(/<span class="product-image\b.*?<\/svg><\/span><\/span>/g, '<image>')
    .replaceAll('&lt;image&gt;', '<image>')
    .replaceAll(/<(\w+)((?: [\w-]+="[^"]*")*)(\/?)>/g, (_tag, name: string, attributes: string, end: string) => {
      const kept = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)]
        .map(([, key = '', value = '']) => `${key}="${key === 'class' ? sortedWords(value) : value}"`)
        .filter((text) => text !== 'role="listitem"' && text !== 'tabindex="-1"');
      return `<${[name, ...kept.sort()].join(' ')}${end}>`;
    });
}

function sortedWords(text: string): string {
  return [...new Set(text.split(' '))].sort().join(' ');
}
