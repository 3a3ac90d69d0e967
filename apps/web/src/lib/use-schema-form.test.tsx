// @vitest-environment happy-dom
import { profileInput } from '@lantern/api/account/schema';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { useSchemaForm } from './use-schema-form.ts';

const schema = profileInput.extend({ email: z.string() });
type Person = z.input<typeof schema>;

/** The form of somebody who may be saved elsewhere, as it shows them. */
function openForm(first: Person) {
  let form: Pick<ReturnType<typeof useSchemaForm<Person, Person>>, 'reset'> = { reset: () => {} };
  let state: object = {};
  // biome-ignore lint/correctness/noComponentHookFactories: each test has a form of its own.
  function PersonForm({ person }: { person: Person }) {
    const { field, reset, formState } = useSchemaForm(schema, person, person);
    form = { reset };
    state = { isDirty: formState.isDirty };
    const [name, email] = [field('name'), field('email')].map(({ error, ...rest }) => rest);
    return (
      <form>
        <input {...name} />
        <input {...email} />
      </form>
    );
  }
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  onTestFinished(() => {
    act(() => root.unmount());
    document.body.replaceChildren();
  });
  const show = (person: Person) => act(() => root.render(<PersonForm person={person} />));
  show(first);
  const [name] = document.querySelectorAll('input');
  return {
    show,
    shown: () => [...document.querySelectorAll('input')].map(({ value }) => value),
    state: () => state,
    discard: () => act(() => form.reset()),
    type(text: string) {
      // React compares with what was last set through the element itself.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(name, text);
      return act(async () => void name?.dispatchEvent(new Event('input', { bubbles: true })));
    },
  };
}

test('what was saved elsewhere shows where nothing has been typed, and nowhere else', async () => {
  const { show, shown, state, type, discard } = openForm({ name: 'Ada', email: 'a@example.com' });
  await type('Ada L.');
  show({ name: 'Countess', email: 'b@example.com' });
  expect(shown()).toEqual(['Ada L.', 'b@example.com']);
  expect(state()).toEqual({ isDirty: true });
  discard();
  expect(shown()).toEqual(['Countess', 'b@example.com']);
  expect(state()).toEqual({ isDirty: false });
});

test('what was typed in both places has not been edited any more', async () => {
  const { show, shown, state, type } = openForm({ name: 'Ada', email: 'a@example.com' });
  await type('Countess');
  show({ name: 'Countess', email: 'a@example.com' });
  expect(shown()).toEqual(['Countess', 'a@example.com']);
  expect(state()).toEqual({ isDirty: false });
});

test('a form that nobody has edited follows, and is not edited by that', () => {
  const { show, shown, state } = openForm({ name: 'Ada', email: 'a@example.com' });
  show({ name: 'Countess', email: 'a@example.com' });
  expect(shown()).toEqual(['Countess', 'a@example.com']);
  expect(state()).toEqual({ isDirty: false });
});
