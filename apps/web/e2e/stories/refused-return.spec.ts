import type { Locator, Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from '../admin.ts';
import { violations } from '../axe.ts';
import { linkIn, mailedLink, mailTo } from '../mailbox.ts';
import { address, newCustomer } from '../shopper.ts';
import { openClient } from '../store.ts';
import { expect, test } from '../test.ts';

/** A guest with a delivered order of two lamps. */
async function delivered() {
  const { admin } = await adminClient();
  const lamp = await newProduct(await adminClient(), 'Lamp');
  const guest = openClient();
  const { email } = newCustomer();
  const { totalCents } = await guest.cart.add.mutate({ variantId: lamp.variants[0]?.id ?? 0, quantity: 2 });
  const payment = { idempotencyKey: crypto.randomUUID(), expectedTotalCents: totalCents, paymentMethod: 'sim_ok' };
  const { order } = await guest.checkout.place.mutate({ ...payment, email, shippingAddress: address });
  const { number } = order;
  for (const status of ['shipped', 'delivered'] as const) await admin.orders.setStatus.mutate({ number, status });
  return { email, number };
}

/** Presses Tab until this has the focus; not for ever. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 10; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('a guest asks for a return with the mailed link, and reads why it is refused', { tag: '@long' }, async ({
  page,
  elsewhere,
}) => {
  const { email, number } = await delivered();
  const id = `${number}-R1`;
  const returns = elsewhere.getByRole('region', { name: 'Returns' });

  await test.step('the guest asks, without touching the mouse', async () => {
    await elsewhere.goto(await mailedLink(email, `Your order ${number} was delivered`));
    await elsewhere.getByRole('button', { name: 'Return items' }).press('Enter');
    const dialog = elsewhere.getByRole('dialog', { name: 'Return items' });
    await expect(dialog).toContainText("We'll review your request and email you how to send the items back.");
    await tabTo(elsewhere, dialog.getByRole('button', { name: 'One more' }));
    await elsewhere.keyboard.press('Space');
    await tabTo(elsewhere, dialog.getByLabel('Reason'));
    await elsewhere.keyboard.type('Too bright.');
    expect(await violations(elsewhere)).toEqual([]);
    await tabTo(elsewhere, dialog.getByRole('button', { name: 'Request return' }));
    await elsewhere.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(elsewhere.getByRole('button', { name: 'Return items' })).toBeFocused();
    await expect(returns).toContainText(`${id} Requested`);
  });

  await test.step('an admin refuses, likewise', async () => {
    await enterAsAdmin(page);
    await page.goto('/admin/returns?status=requested');
    await page.getByRole('button', { name: `Refuse ${id}` }).press('Enter');
    const dialog = page.getByRole('dialog', { name: `Refuse return ${id}?` });
    await tabTo(page, dialog.getByLabel('Note'));
    await page.keyboard.type('It was used.');
    expect(await violations(page)).toEqual([]);
    await tabTo(page, dialog.getByRole('button', { name: 'Refuse', exact: true }));
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: `Refuse ${id}` })).toBeHidden();
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('the page of returns has nothing next for it', async () => {
    await page.goto('/admin/returns?status=refused');
    const row = page.getByRole('row').filter({ hasText: id });
    await expect(row.getByRole('cell')).toHaveCount(7);
    // A phone's card leaves the line out.
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(row.getByRole('cell')).toHaveCount(6);
  });

  await test.step('the guest reads the note in the mail, and behind its link', async () => {
    const mail = await mailTo(email, `About your return for order ${number}`);
    expect(mail).toContain('> It was used.');
    await elsewhere.goto('/');
    await elsewhere.goto(linkIn(mail));
    await expect(returns).toContainText(`${id} Not accepted`);
    await expect(returns).toContainText('It was used.');
    await expect(returns).not.toContainText('1 High Street');
    // What was refused may be asked for again.
    await expect(returns.getByRole('button', { name: 'Return items' })).toBeVisible();
    expect(await violations(elsewhere)).toEqual([]);
  });

  await test.step('an admin who takes that back reads that the guest knows of it', async () => {
    const { admin } = await adminClient();
    const [returned] = (await admin.returns.list.query({ order: number })).items;
    await page.goto(`/admin/activity?entity=return:${returned?.id}`);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('The customer has already been told');
  });
});
