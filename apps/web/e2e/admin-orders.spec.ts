import { formatCents } from '@lantern/text/money';
import type { Page } from '@playwright/test';
import { adminClient, enterAsAdmin, newProduct } from './admin.ts';
import { violations } from './axe.ts';
import { buy, customer, enterAs, variantOf } from './shopper.ts';
import { expect, test } from './test.ts';
import { type Place, walk } from './walk.ts';

/** Places and pays for an order of two teapots; returns its number. */
async function paidOrder(): Promise<string> {
  const { client } = await customer();
  await client.cart.add.mutate({ variantId: await variantOf('stoneware-teapot'), quantity: 2 });
  return buy(client);
}

test('an order is shipped and then delivered, each once', async ({ page }) => {
  const number = await paidOrder();
  await enterAsAdmin(page);
  await page.goto(`/admin/orders?q=${number}`);
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('button', { name: 'Mark as shipped' }).click();
  await expect(page.getByRole('button', { name: 'Mark as shipped' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Cancel and refund' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Parcels' })).toContainText('2 × Stoneware teapot');
  await page.getByRole('button', { name: 'Mark as delivered' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Delivered');
});

test('a double click is one transition, and a wrong one can be undone', { tag: ['@both', '@long'] }, async ({
  page,
}) => {
  const number = await paidOrder();
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  const ship = page.getByRole('button', { name: 'Mark as shipped' });
  const heading = page.getByRole('heading', { level: 1 });
  const messages = page.getByRole('region', { name: 'Messages' });
  const state = async () => (await (await adminClient()).admin.orders.byNumber.query({ number })).status;

  const box = await ship.boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await Promise.all([page.mouse.click(x, y), page.mouse.click(x, y)]);
  await expect(heading).toContainText('On its way');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(messages).toContainText('Marked as shipped');
  expect(await state()).toBe('shipped');
  // The button for the next transition is somewhere else.
  const next = await page.getByRole('button', { name: 'Mark as delivered' }).boundingBox();
  expect(next?.y).toBeGreaterThan(y + 40);

  await messages.getByRole('button', { name: 'Undo' }).click();
  await expect(heading).toContainText('Paid');
  await expect(page.getByText('Correction: not shipped yet')).toBeVisible();
  expect(await state()).toBe('paid');

  await ship.click();
  await page.getByRole('button', { name: 'Undo: not shipped yet' }).click();
  await expect(heading).toContainText('Paid');
  await expect(page.getByText('Correction: not shipped yet')).toHaveCount(2);
});

test("an outdated page cannot change an order's status", async ({ page, browserErrors }) => {
  browserErrors.allow(/^409 .*\/trpc\/admin\.orders\.setStatus/);
  const number = await paidOrder();
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  const ship = page.getByRole('button', { name: 'Mark as shipped' });
  await expect(ship).toBeVisible();
  const other = await adminClient();
  await other.admin.orders.setStatus.mutate({ number, status: 'cancelled' });
  await ship.click();
  await expect(page.getByText('This order is already cancelled. Nothing was changed.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Cancelled');
});

test('a partial refund follows its items, and is shown to admin and customer', { tag: '@phone' }, async ({ page }) => {
  const person = await customer();
  await person.client.cart.add.mutate({ variantId: await variantOf('stoneware-teapot'), quantity: 2 });
  const number = await buy(person.client);
  const { items, totalCents } = await person.client.orders.byNumber.query({ number });
  const unit = items[0]?.unitPriceCents ?? 0;
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  await page.getByRole('button', { name: 'Partial refund' }).click();
  const dialog = page.getByRole('dialog');
  const amount = dialog.getByLabel('Amount, €');
  await dialog.getByRole('button', { name: 'One more' }).click();
  await expect(amount).toHaveValue(formatCents(unit).slice(1));
  await amount.fill('100000');
  await dialog.getByRole('button', { name: /^Refund/ }).click();
  await expect(dialog.getByText(/^At most €/)).toBeVisible();
  await dialog.getByRole('button', { name: /^Use €/ }).click();
  // The text is kept, so it can be shortened: nothing is cut off.
  const note = dialog.getByLabel('Note');
  await note.fill('x'.repeat(501));
  await expect(note).toHaveAccessibleDescription(/Use at most 500 characters: this is 1 too many\./);
  expect(await violations(page)).toEqual([]);
  await note.fill('');
  await dialog.getByRole('button', { name: `Refund ${formatCents(unit)}` }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('1 item back in stock')).toBeVisible();

  const expectRefund = async () => {
    await expect(page.getByText('Partly refunded')).toBeVisible();
    await expect(page.getByText(`Refund of ${formatCents(unit)}`, { exact: true })).toBeVisible();
    const summary = page.getByRole('region', { name: '2 items' });
    await expect(summary).toContainText(`Refunded−${formatCents(unit)}`);
    await expect(summary).toContainText(`Net${formatCents(totalCents - unit)}`);
  };
  await expectRefund();
  await page.goto(`/admin/orders?q=${number}`);
  await expect(page.getByText('Partly refunded')).toBeVisible();

  await page.context().clearCookies();
  await enterAs(page, person);
  await page.goto('/orders');
  await expect(page.getByText('Partly refunded')).toBeVisible();
  await page.goto(`/orders/${number}`);
  await expectRefund();
  expect(await violations(page)).toEqual([]);
});

test('a cart declined twice and then paid is one order in both lists', { tag: '@long' }, async ({ page }) => {
  const person = await customer('Twyla Tharp');
  await person.client.cart.add.mutate({ variantId: await variantOf('stoneware-teapot'), quantity: 1 });
  for (const method of ['sim_declined', 'sim_insufficient_funds']) {
    await buy(person.client, method).catch((error: unknown) => expect(String(error)).toContain('card'));
  }
  const number = await buy(person.client);
  const { attempts } = await person.client.orders.byNumber.query({ number });
  expect(attempts).toHaveLength(2);

  await enterAs(page, person);
  await page.goto('/orders');
  const rows = page.getByRole('main').getByRole('link', { name: /L-[A-Z0-9]{8}/ });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(number);
  await page.goto(`/orders/${number}`);
  await expect(page.getByText('Card ending in 9995: insufficient funds')).toBeVisible();
  const [first] = attempts;
  await page.goto(`/orders/${first?.number}`);
  await expect(page.getByRole('heading', { name: `Paid with order ${number}` })).toBeVisible();
  await expect(page.getByText('everything is back in')).toBeHidden();

  await enterAsAdmin(page);
  await page.goto(`/admin/orders?q=${person.email}`);
  await expect(rows).toHaveCount(1);
  await rows.click();
  await expect(page.getByText('Card ending in 0002: declined by the bank')).toBeVisible();
  await expect(page.getByText('Card ending in 4242')).toBeVisible();
});

test('cancelling an order asks first, and refunds all of it', async ({ page }) => {
  const number = await paidOrder();
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  await page.getByRole('button', { name: 'Cancel and refund' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Note/).fill('Sorry, it broke in our hands.');
  await dialog.getByRole('button', { name: 'Cancel and refund' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Cancelled');
  await expect(page.getByText('Sorry, it broke in our hands.')).toBeVisible();
  const order = await (await adminClient()).admin.orders.byNumber.query({ number });
  expect(order).toMatchObject({
    status: 'cancelled',
    refundableCents: 0,
    refunds: [{ amountCents: order.totalCents }],
  });
});

test('an internal note is saved, and leaving with an unsaved one asks first', async ({ page }) => {
  const number = await paidOrder();
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  const note = page.getByLabel('Only admins see it');
  await note.fill('Call before sending.');
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByText('Note saved.')).toBeVisible();
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await page.goBack();
  await expect(note).toHaveValue('Call before sending.');
});

test('an internal note that someone else has changed is shown before it is replaced', async ({
  page,
  browserErrors,
}) => {
  browserErrors.allow(/409 .*admin\.orders\.setNote/);
  const number = await paidOrder();
  const client = await adminClient();
  await enterAsAdmin(page);
  await page.goto(`/admin/orders/${number}`);
  const note = page.getByLabel('Only admins see it');
  await note.fill('Call first.');
  await client.admin.orders.setNote.mutate({ number, internalNote: 'The customer is away until May.' });
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByText('Meanwhile someone else has written: “The customer is away until May.”')).toBeVisible();
  await expect(note).toHaveValue('Call first.');
  await note.fill('Away until May. Call first.');
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByText('Note saved.')).toBeVisible();
  expect(await client.admin.orders.byNumber.query({ number })).toMatchObject({
    internalNote: 'Away until May. Call first.',
  });
});

/** Finds dates and times on the page that are plain text instead of a `time` element with its time zone. */
function bareTimes(page: Page): Promise<string[]> {
  return page.getByRole('main').evaluate((main) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const bare: string[] = [];
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      const text = textContent ?? '';
      if (!/\b\d\d:\d\d\b|\b\d{1,2} (Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b/.test(text)) continue;
      // Options of a select, and the dashboard's days, whose time zone the page states.
      if (parentElement?.closest('select, .dashboard__days, .recharts-wrapper')) continue;
      if (/ (GMT|UTC|BST)/.test(parentElement?.closest('time')?.title ?? text)) continue;
      // Days on which something arrives are those of the place where it does.
      if (/, expected /.test(text)) continue;
      bare.push(text);
    }
    return bare;
  });
}

test('every time and date states its time zone', { tag: '@long' }, async ({ page }) => {
  const person = await customer();
  const { client } = person;
  await client.cart.add.mutate({ variantId: await variantOf('kitchen-radio'), quantity: 1 });
  // A failed payment shows a time of its own.
  await buy(client, 'sim_declined').catch(() => undefined);
  const number = await buy(client);
  await enterAs(page, person);
  await page.goto(`/orders/${number}`);
  await expect(page.getByText('Earlier attempts, not charged')).toBeVisible();
  const times = page.getByRole('main').getByRole('time');
  expect(await times.count()).toBeGreaterThan(3);
  for (const time of await times.all()) await expect(time).toHaveAttribute('title', /, \d\d:\d\d (GMT|UTC|BST)/);
  expect(await bareTimes(page)).toEqual([]);
  await page.goto('/orders');
  await expect(times.first()).toBeVisible();
  expect(await bareTimes(page)).toEqual([]);

  await enterAsAdmin(page);
  const admin = await adminClient();
  const me = await admin.auth.me.query();
  // Makes sure the log is not empty.
  await newProduct(admin, 'Sundial');
  const pages: Place[] = [
    ['/admin', 'Dashboard', /^Days in UTC, the store's time\. Times .* in Europe\/London, your time\.$/],
    ['/admin/products', 'Products', 'New product'],
    ['/admin/users', 'Users', person.email],
    [`/admin/users/${me?.id}`, me?.name ?? '', 'Sessions'],
    ['/admin/activity', 'Activity', 'Times in Europe/London, your time'],
    [`/admin/orders/${number}`, `Order ${number}`, 'Timeline'],
    ['/admin/orders', 'Orders', number],
  ];
  await walk(page, pages, async (path) => {
    await expect(times.first()).toBeVisible();
    expect([path, await bareTimes(page)]).toEqual([path, []]);
  });
  await page.getByLabel('Time', { exact: true }).selectOption('Custom range');
  await expect(page.getByText('Days in Europe/London')).toBeVisible();
});
