import type { Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from '../admin.ts';
import { violations } from '../axe.ts';
import { linkIn, mailTo } from '../mailbox.ts';
import { newCustomer } from '../shopper.ts';
import { openClient } from '../store.ts';
import { expect, test } from '../test.ts';

test('somebody asks for what is sold out, hears when it is back, and stops such mails', {
  tag: ['@phone', '@long'],
}, async ({ page, elsewhere }) => {
  const { email } = newCustomer();
  const client = await adminClient();
  const lamp = await soldOut(client, 'Reading lamp');
  const other = await soldOut(client, 'Standing lamp');

  await test.step('on the page of what is sold out', async () => {
    await page.goto(`/p/${lamp.slug}`);
    await askFor(page, email);
    await page.reload();
    await askFor(page, email);
    await openClient().restock.ask.mutate({ variantId: other.variants[0]?.id ?? 0, email });
  });

  await test.step('the admin sees that somebody waits, and has more of it', async () => {
    await enterAsAdmin(elsewhere);
    await elsewhere.goto(`/admin/products/${lamp.id}`);
    await expect(elsewhere.getByText('1 person waits')).toBeVisible();
    expect(await violations(elsewhere)).toEqual([]);
    await elsewhere.getByLabel('Stock').first().fill('3');
    await elsewhere.getByRole('button', { name: 'Save' }).click();
  });

  const mail = await mailTo(email, 'Reading lamp is back in stock');

  await test.step('the mail leads to the product', async () => {
    const [, path = ''] = /https?:\/\/[^/\s]+(\/p\/\S+)/.exec(mail) ?? [];
    await page.goto(path);
    await expect(page.getByRole('button', { name: 'Add to cart' })).toBeEnabled();
  });

  await test.step('and ends what else its reader waits for', async () => {
    await page.goto(linkIn(mail));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stop emails about what is back in stock?');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop these emails' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No more of these emails');
    expect(await client.admin.products.waiting.query({ id: other.id })).toEqual([]);
  });
});

async function soldOut(client: Awaited<ReturnType<typeof adminClient>>, name: string) {
  const { id, version, variants } = await newProduct(client, name);
  const none = variants.map((variant) => ({ ...variant, stock: 0 }));
  return client.admin.products.update.mutate({ id, version, variants: none });
}

async function askFor(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: "Email me when it's back" }).click();
  const form = page.getByRole('form', { name: "Email me when it's back" });
  await expect(form.getByLabel('Email')).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await form.getByLabel('Email').fill(email);
  await form.getByRole('button', { name: 'Email me' }).click();
  await expect(page.getByText(`We'll email ${email} once`)).toBeFocused();
  expect(await violations(page)).toEqual([]);
}
