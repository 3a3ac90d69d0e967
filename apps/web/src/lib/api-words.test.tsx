import { loginInput } from '@lantern/api/auth/schema';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { trackingProblem } from '../admin/orders/tracking-fields.tsx';
import { inLanguage } from '../language/server-languages.ts';
import type { ApiSentence } from './api-sentence.ts';
import { translated } from './api-translation.ts';
import { hasApiWords, inPageWords, loadApiWords, setApiWords } from './api-words.ts';
import { sentences } from './form-sentences.ts';
import { refusals } from './refusals.ts';
import { schemaResolver } from './schema-resolver.ts';
import { timedFetch } from './slow-requests.ts';
import { usePageWords } from './use-page-words.ts';

const all = ['en', 'de'];
const inEnglish = <T,>(call: () => T) => inLanguage({ code: 'en', all }, call);
const inGerman = <T,>(call: () => T) => inLanguage({ code: 'de', all }, call);

// As in a browser, where nothing has gone wrong yet.
beforeEach(() => setApiWords(undefined));
afterEach(() => {
  vi.unstubAllGlobals();
  setApiWords(translated);
});

test.each(Object.entries(refusals))('the API refuses in German, too: %s', (_, words) => {
  for (const few of [0, 1, 90]) {
    const details = { available: few, max: few, stock: few, products: few, refundableCents: few, sku: 'TEA-1' };
    const said = { ...details, retryAfterSeconds: few, declineCode: 'card_declined' };
    expect(inGerman(() => words(said))).not.toBe(inEnglish(() => words(said)));
  }
});

test('forms say every sentence in German, too', () => {
  const said = sentences.map(({ message }) => String(message));
  expect(said.filter((message) => inGerman(() => translated({ message })) === message)).toEqual([]);
});

test('English needs no words, German loads them once', async () => {
  expect([inEnglish(hasApiWords), inGerman(hasApiWords)]).toEqual([true, false]);
  await inEnglish(() => loadApiWords());
  expect(inGerman(hasApiWords)).toBe(false);
  await inGerman(() => loadApiWords());
  expect(inGerman(hasApiWords)).toBe(true);
});

const refusal: ApiSentence = { reason: 'coupon_expired', message: 'This code expired yesterday.' };

function Refusal() {
  return <p>{usePageWords(refusal)}</p>;
}

test('a refusal within an answer, as that of a coupon, is shown once it can be said', async () => {
  expect(inEnglish(() => renderToString(<Refusal />))).toBe('<p>This code expired yesterday.</p>');
  expect(inGerman(() => renderToString(<Refusal />))).toBe('<p></p>');
  await inGerman(() => loadApiWords());
  expect(inGerman(() => renderToString(<Refusal />))).toBe('<p>Dieser Gutschein ist abgelaufen.</p>');
});

test('a form waits for what it has to say of its fields', async () => {
  const { errors } = await inGerman(() =>
    schemaResolver(loginInput)({ email: 'ada', password: '' }, undefined, {
      fields: {},
      shouldUseNativeValidation: false,
    }),
  );
  expect(errors.email?.message).toBe('Das sieht nicht nach einer E-Mail-Adresse aus.');
});

test('fields outside of forms say it like the API', async () => {
  await inGerman(() => loadApiWords());
  expect(inGerman(() => trackingProblem('carrier', 'x'.repeat(5000)))).toBe('Bitte höchstens 60 Zeichen.');
});

test('an error among several answers in one is said in German, too', async () => {
  vi.stubGlobal('fetch', async () => new Response('[]', { status: 207 }));
  await inGerman(() => timedFetch('/trpc/cart.get,auth.me'));
  expect(inGerman(() => inPageWords(refusal))).toBe('Dieser Gutschein ist abgelaufen.');
});

test('an answer without an error brings no words', async () => {
  vi.stubGlobal('fetch', async () => new Response('[]'));
  await inGerman(() => timedFetch('/trpc/cart.get'));
  expect(inGerman(hasApiWords)).toBe(false);
});
