import type { Answer } from './http-store.ts';
import { type Client, type Field, line, type TextFieldCase, unique } from './text-field-case.ts';

const pageFields: Record<string, Field> = {
  title: line(120, { logged: true }),
  markdown: { rule: 'lines', max: 15_000, empty: '', logged: true },
  'texts.*.title': line(120, { empty: 'nothing', logged: true }),
  'texts.*.markdown': { rule: 'lines', max: 15_000, empty: 'nothing', logged: true },
};
const storePage = () => ({
  ...{ title: unique('Page'), slug: unique('page'), markdown: 'Read **this**.' },
  ...{ inFooter: false, position: 9, published: false },
  texts: { de: { title: 'Seite', markdown: 'Lies **das**.' } },
});
/** A page as it is edited and in the list of all. */
const asPages = (admin: Client) => async (answer: Answer) => {
  const { id } = answer.body.result.data;
  const { body } = await admin.query('admin.pages.byId', { id });
  return [answer.body.result.data, body.result.data];
};

/** The cases of what the store says and where: categories, pages, mails, delivery and the words of the search. */
export const contentFields: Record<string, TextFieldCase> = {
  'admin.categories.create': {
    fields: { name: line(120, { logged: true }), 'texts.*.name': line(120, { empty: 'nothing', logged: true }) },
    others: ['parentSlug', 'slug', 'texts.{}'],
    async prepare(_, admin) {
      return {
        by: admin,
        input: {
          name: unique('Category'),
          slug: unique('category'),
          parentSlug: 'things',
          texts: { de: { name: 'Ding' } },
        },
        read: categories(admin),
      };
    },
  },
  'admin.categories.update': {
    fields: { name: line(120, { logged: true }), 'texts.*.name': line(120, { empty: 'nothing', logged: true }) },
    others: ['parentSlug', 'slug', 'texts.{}'],
    async prepare(_, admin) {
      const { body } = await admin.mutate('admin.categories.create', { name: unique('Category') });
      const { id } = body.result.data;
      return {
        by: admin,
        repeatable: true,
        input: {
          id,
          name: unique('Board'),
          slug: unique('board'),
          parentSlug: 'things',
          texts: { de: { name: 'Brett' } },
        },
        read: categories(admin),
      };
    },
  },
  'admin.mail.saveText': {
    fields: {
      subject: line(150, { logged: true }),
      title: line(150, { logged: true }),
      text: { rule: 'lines', max: 2000, logged: true },
      'texts.*.subject': line(150, { logged: true }),
      'texts.*.title': line(150, { logged: true }),
      'texts.*.text': { rule: 'lines', max: 2000, logged: true },
    },
    others: ['kind', 'texts.{}'],
    async prepare(_, admin) {
      return {
        by: admin,
        repeatable: true,
        input: {
          ...{ kind: 'order_placed', subject: unique('Thanks'), title: 'Thank you', text: 'We are on it.' },
          texts: { de: { subject: unique('Danke'), title: 'Vielen Dank', text: 'Wir sind dran.' } },
        },
        async read(answer) {
          const { body } = await admin.query('admin.mail.texts');
          return [answer.body.result.data, body.result.data[0]];
        },
      };
    },
  },
  'admin.pages.create': {
    fields: pageFields,
    others: ['slug', 'texts.{}'],
    prepare: async (_, admin) => ({ by: admin, input: storePage(), read: asPages(admin) }),
  },
  'admin.pages.update': {
    fields: pageFields,
    others: ['slug', 'texts.{}'],
    async prepare(_, admin) {
      const { body } = await admin.mutate('admin.pages.create', storePage());
      const { id } = body.result.data;
      return { by: admin, repeatable: true, input: { id, ...storePage() }, read: asPages(admin) };
    },
  },
  'admin.delivery.save': {
    fields: { name: line(60, { logged: true }), description: line(200, { empty: '', logged: true }) },
    others: ['code', 'countries.*'],
    async prepare(_, admin) {
      const code = unique('drone').toLowerCase().replaceAll(' ', '-');
      const method = { name: 'By drone', description: 'From above', priceCents: 990, minDays: 0, maxDays: 1 };
      return {
        by: admin,
        input: { code, ...method, freeFromCents: null, countries: ['NO'], active: false },
        repeatable: true,
        async read(answer) {
          const { body } = await admin.query('admin.delivery.list');
          return [answer.body.result.data, body.result.data.find((row: { code: string }) => row.code === code)];
        },
      };
    },
  },
  'admin.glossary.save': {
    fields: { source: line(200, { logged: true }), text: line(255, { empty: null, logged: true }) },
    others: ['language', 'before'],
    async prepare(_, admin) {
      const [language, source] = ['de', 'Standard delivery'];
      return {
        by: admin,
        repeatable: true,
        input: { language, source, text: unique('Versand') },
        async read(answer) {
          const saved = answer.body.result.data;
          const { body } = await admin.query('admin.glossary.list', { language, limit: 200 });
          const row = body.result.data.terms.find((term: { source: string }) => term.source === saved.source);
          return row ? [saved, row] : [saved];
        },
      };
    },
  },
  'admin.synonyms.save': {
    fields: { 'words.*': line(60, { logged: true }) },
    others: ['before.*'],
    async prepare(_, admin) {
      return {
        by: admin,
        input: { words: [unique('sofa'), unique('couch')] },
        async read(answer) {
          const { id } = answer.body.result.data;
          const { body } = await admin.query('admin.synonyms.list');
          const row = body.result.data.find((group: { id: number }) => group.id === id);
          return [answer.body.result.data, row].map(({ words }) => ({ words: words.slice(0, 1) }));
        },
      };
    },
  },
};

const categories = (admin: Client) => async (answer: Answer) => {
  const { id, slug } = answer.body.result.data;
  interface Node {
    id?: number;
    slug: string;
    children: Node[];
  }
  const all = (nodes: Node[]): Node[] => nodes.flatMap((node) => [node, ...all(node.children)]);
  const inAdmin = all((await admin.query('admin.categories.list')).body.result.data).find((node) => node.id === id);
  const inStore = all((await admin.query('catalog.categories')).body.result.data).find((node) => node.slug === slug);
  return [answer.body.result.data, inAdmin, inStore];
};
