import { adminClient, enterAsAdmin } from './admin.ts';
import { expectAccessible } from './axe.ts';
import { customer, enterAs } from './shopper.ts';
import { admin, openClient } from './store.ts';
import { expect, test } from './test.ts';

/** Looks up a user's id. */
async function idOf(email: string): Promise<number> {
  const { items } = await (await adminClient()).admin.users.list.query({ q: email });
  const [user] = items;
  if (!user) throw new Error(`No user has the email ${email}.`);
  return user.id;
}

test('a disabled customer is logged out, and can log in again when enabled', { tag: '@long' }, async ({ page }) => {
  const person = await customer('Grace Hopper');
  const { email, password } = person;
  const client = openClient();
  await client.auth.login.mutate({ email, password });

  await enterAsAdmin(page);
  await page.goto(`/admin/users?q=${person.email}`);
  await page.getByRole('link', { name: 'Grace Hopper' }).click();
  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByRole('dialog', { name: 'Disable Grace Hopper?' }).getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Disabled');
  await expect(page.getByText('Not logged in.')).toBeVisible();
  expect(await client.auth.me.query()).toBeNull();

  await page.getByRole('button', { name: 'Enable' }).click();
  await expect(page.getByRole('button', { name: 'Disable' })).toBeVisible();
  await client.auth.login.mutate({ email, password });
  expect(await client.auth.me.query()).toMatchObject({ email: person.email });
});

test('renaming an account can be undone, and a taken email is shown under its field', async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/409 .*admin\.users\.update/);
  const person = await customer('Barbara Liskov');
  await enterAsAdmin(page);
  await page.goto(`/admin/users/${await idOf(person.email)}`);
  await page.getByLabel('Email').fill(admin.email);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('An account with this email already exists.')).toBeVisible();
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Name', { exact: true }).fill('Barbara H. Liskov');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Barbara H. Liskov' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Barbara Liskov' })).toBeVisible();
});

test.describe('admins are counted', () => {
  // For a moment, the first of these has a second admin.
  test.describe.configure({ mode: 'default' });

  test('an account that someone else has changed meanwhile keeps what was typed, and what was not changed here', async ({
    page,
  }) => {
    const person = await customer('Frances Allen');
    const id = await idOf(person.email);
    const client = await adminClient();
    await client.admin.users.update.mutate({ id, role: 'admin' });
    await enterAsAdmin(page);
    await page.goto(`/admin/users/${id}`);
    await page.getByLabel('Name', { exact: true }).fill('Fran Allen');
    const email = `new-${person.email}`;
    await client.admin.users.update.mutate({ id, email, role: 'customer' });
    // What shows people is read anew.
    await page.getByRole('button', { name: 'End all sessions' }).click();
    await expect(page.getByLabel('Email')).toHaveValue(email);
    await expect(page.getByLabel('Role')).toHaveValue('customer');
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Fran Allen');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Fran Allen' })).toBeVisible();
    expect(await client.admin.users.byId.query({ id })).toMatchObject({ name: 'Fran Allen', email, role: 'customer' });
    await expect(page.getByLabel('Email')).toHaveValue(email);
  });

  test('the last admin can neither lose the role nor be disabled', { tag: '@long' }, async ({
    page,
    browserErrors,
  }) => {
    browserErrors.allow(/^409 .*\/trpc\/admin\.users\.update/);
    const refusal = page.getByText('This is the last admin. Make someone else an admin first.');
    await enterAsAdmin(page);
    await page.goto(`/admin/users/${await idOf(admin.email)}`);
    await page.getByLabel('Role').selectOption('Customer');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('form', { name: 'Account' }).getByText(/^This is the last admin/)).toBeVisible();
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByLabel('Role')).toHaveValue('admin');
    await expect(refusal).toBeHidden();

    await page.getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await expect(refusal).toBeVisible();
    const { items } = await (await adminClient()).admin.users.list.query({ q: admin.email });
    expect(items).toMatchObject([{ role: 'admin', disabled: false }]);
  });
});

test('all sessions of a customer can be ended at once', async ({ page }) => {
  const person = await customer();
  await enterAs(page, person);
  await page.context().clearCookies();
  await enterAsAdmin(page);
  await page.goto(`/admin/users/${await idOf(person.email)}`);
  await expect(page.getByText('2 sessions', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'End all sessions' }).click();
  await expect(page.getByText('2 sessions ended.')).toBeVisible();
  expect(await person.client.auth.me.query()).toBeNull();
});

test('user filters are kept in the URL, and leaving an edited user asks first', { tag: '@long' }, async ({ page }) => {
  const { email } = await customer('Katherine Johnson');
  await enterAsAdmin(page);
  await page.goto('/admin/users');
  await page.getByRole('searchbox', { name: 'Search users' }).fill(email);
  await expect(page).toHaveURL(/[?&]q=/);
  await page.getByLabel('Role', { exact: true }).selectOption('Admins');
  await expect(page.getByText('No matches')).toBeVisible();
  await page.reload();
  await expect(page.getByText('No matches')).toBeVisible();
  await page.getByLabel('Role', { exact: true }).selectOption('Customers');
  await page.getByRole('link', { name: 'Katherine Johnson' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Katherine G. Johnson');
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Katherine G. Johnson');
});

test('categories are created, renamed, moved and deleted, unless they are not empty', { tag: '@long' }, async ({
  page,
}) => {
  const name = `Category ${Date.now()}`;
  await enterAsAdmin(page);
  await page.goto('/admin/categories');
  await page.getByRole('button', { name: 'New category', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText(`${name} created`)).toBeVisible();

  await page.getByRole('button', { name: `Rename or move ${name}` }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(`${name} B`);
  await page.getByRole('dialog').getByLabel('Parent category').selectOption('Kitchen');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const kitchen = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Delete Kitchen' }) })
    .first();
  await expect(kitchen.getByRole('button', { name: `Delete ${name} B` })).toBeVisible();

  await page.getByRole('button', { name: `Delete ${name} B` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText(`${name} B deleted`)).toBeVisible();
  await page.getByRole('button', { name: 'Delete Kitchen' }).click();
  await expect(page.getByRole('dialog', { name: 'Kitchen is not empty' })).toBeVisible();
});

test('a category that someone else has moved meanwhile stays there when it is renamed', async ({ page }) => {
  const { categories } = (await adminClient()).admin;
  const mark = Date.now();
  const { id } = await categories.create.mutate({ name: `Loose ${mark}` });
  await enterAsAdmin(page);
  await page.goto('/admin/categories');
  await page.getByRole('button', { name: `Rename or move Loose ${mark}` }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(`Fixed ${mark}`);
  await categories.update.mutate({ id, parentSlug: 'kitchen' });
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`Fixed ${mark} saved`)).toBeVisible();
  const kitchen = (await categories.list.query()).find((category) => category.slug === 'kitchen');
  expect(kitchen?.children.map((child) => child.name)).toContain(`Fixed ${mark}`);
  await categories.delete.mutate({ id });
});

test('categories are reordered, and none can be moved below itself', async ({ page }) => {
  const { categories } = (await adminClient()).admin;
  const mark = Date.now();
  const parent = await categories.create.mutate({ name: `Branch ${mark}`, parentSlug: 'kitchen' });
  const [one, two] = [`One ${mark}`, `Two ${mark}`];
  const children = [
    await categories.create.mutate({ name: one, parentSlug: parent.slug }),
    await categories.create.mutate({ name: two, parentSlug: parent.slug }),
  ];
  await enterAsAdmin(page);
  await page.goto('/admin/categories');
  const names = page.getByRole('button', { name: new RegExp(`^Delete (One|Two) ${mark}$`) });
  await expect(page.getByRole('button', { name: `Move ${one} up` })).toBeDisabled();
  await page.getByRole('button', { name: `Move ${two} up` }).click();
  await expect(names.first()).toHaveAccessibleName(`Delete ${two}`);
  await expect(page.getByRole('button', { name: `Move ${one} down` })).toBeDisabled();

  await page.getByRole('button', { name: `Delete ${parent.name}` }).click();
  const refusal = page.getByRole('dialog', { name: `${parent.name} is not empty` });
  await expect(refusal).toContainText('Move its categories first.');
  await refusal.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: `Rename or move ${parent.name}` }).click();
  const places = await page.getByRole('dialog').getByLabel('Parent category').getByRole('option').allTextContents();
  expect(places).toContain('Kitchen');
  expect(places.filter((place) => place.includes(String(mark)))).toEqual([]);
  for (const { id } of [...children, parent]) await categories.delete.mutate({ id });
});

test('the users and categories pages are accessible', { tag: '@long' }, async ({ page }) => {
  const { email } = await customer();
  const id = await idOf(email);
  await enterAsAdmin(page);
  await expectAccessible(page, [
    // Newest users come first; the admin is pages away once others have registered.
    ['/admin/users', 'Users', email],
    [`/admin/users/${id}`, 'Ada Lovelace', 'Sessions'],
    ['/admin/categories', 'Categories', 'Kitchen'],
  ]);
});
