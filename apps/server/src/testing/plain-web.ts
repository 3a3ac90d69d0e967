import type { WebApp } from '../pages/load.ts';

/** A web app without files, whose pages say what these parts of a renderer say, and nothing else. */
export function plainWeb(renderer: Partial<WebApp['renderer']>): WebApp {
  return {
    files: new Map(),
    template: '',
    renderer: {
      render: async () => ({ status: 200, html: '' }),
      empty: () => '',
      broken: async () => '',
      keyOf: () => null,
      patternOf: () => '*',
      languages: ['en', 'de'],
      ...renderer,
    },
  };
}
