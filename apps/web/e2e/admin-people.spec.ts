import { adminClient, enterAsAdmin } from './admin.ts';
import { barriers } from './barriers.ts';
import { customer, logIn } from './shopper.ts';
import { admin, openClient } from './store.ts';
import { expect, test } from './test.ts';

/** The number of somebody's account. */
async function idOf(email: string): Promise<number> {
  const { items } = await (await adminClient()).admin.users.list.query({ q: email });
  const [user] = items;
  if (!user) throw new Error(`Nobody has the email ${email}.`);
  return user.id;
}

test('a disabled customer is logged out at the next click, and comes back when enabled', async ({ page }) => {
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
  await expect(page.getByText('Logged in nowhere.')).toBeVisible();
  expect(await client.auth.me.query()).toBeNull();

  await page.getByRole('button', { name: 'Enable' }).click();
  await expect(page.getByRole('button', { name: 'Disable' })).toBeVisible();
  await client.auth.login.mutate({ email, password });
  expect(await client.auth.me.query()).toMatchObject({ email: person.email });
});

test('an account is renamed, and can be had back; a taken email is said under its field', async ({
  page,
  complaints,
}) => {
  complaints.foresee(/409 .*admin\.users\.update/);
  const person = await customer('Barbara Liskov');
  await enterAsAdmin(page);
  await page.goto(`/admin/users/${await idOf(person.email)}`);
  await page.getByLabel('Email').fill(admin.email);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('There is an account with this email already.')).toBeVisible();
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Name', { exact: true }).fill('Barbara H. Liskov');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Barbara H. Liskov' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Barbara Liskov' })).toBeVisible();
});

test('all sessions of a customer end at once', async ({ page }) => {
  const person = await customer();
  await logIn(page, person);
  await page.context().clearCookies();
  await enterAsAdmin(page);
  await page.goto(`/admin/users/${await idOf(person.email)}`);
  await expect(page.getByText('2 sessions', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'End all sessions' }).click();
  await expect(page.getByText('2 sessions ended.')).toBeVisible();
  expect(await person.client.auth.me.query()).toBeNull();
});

test('categories are made, renamed, moved and deleted; a full one stays', async ({ page }) => {
  const name = `Shelf ${Date.now()}`;
  await enterAsAdmin(page);
  await page.goto('/admin/categories');
  await page.getByRole('button', { name: 'New category', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText(`${name} is on the shelves`)).toBeVisible();

  await page.getByRole('button', { name: `Rename or move ${name}` }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(`${name} B`);
  await page.getByRole('dialog').getByLabel('Stands below').selectOption('Kitchen');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const kitchen = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Delete Kitchen' }) })
    .first();
  await expect(kitchen.getByRole('button', { name: `Delete ${name} B` })).toBeVisible();

  await page.getByRole('button', { name: `Delete ${name} B` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText(`${name} B is deleted`)).toBeVisible();
  await page.getByRole('button', { name: 'Delete Kitchen' }).click();
  await expect(page.getByRole('dialog', { name: 'Kitchen is not empty' })).toBeVisible();
});

test('nothing on the pages of users and categories keeps anybody out', { tag: '@phone' }, async ({ page }) => {
  const id = await idOf((await customer()).email);
  await enterAsAdmin(page);
  for (const [path, words] of [
    ['/admin/users', admin.email],
    [`/admin/users/${id}`, 'Sessions'],
    ['/admin/categories', 'Kitchen'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('main').getByText(words).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect([path, await barriers(page)]).toEqual([path, []]);
  }
});
