/*
 * What the store says about itself until an admin says it better: only what holds for every store that runs this software.
 * Databases keep what they were given: a later wording is another migration's.
 */

import { currencyName } from '@lantern/text/currency-name';

export interface FirstPage {
  slug: string;
  title: string;
  markdown: string;
}

const delivery = `The cart shows what the cheapest delivery costs. At the checkout you choose among those that go to your country, each with its price and the working days it takes.

## When it leaves

We pack an order as soon as it is paid. You get a mail when a parcel leaves, with its number and a link to follow it. Larger orders may come in several parcels: your order then shows what is in each of them, and delivery is paid for once.

## Where to

To any country, unless the delivery that you choose says otherwise. Duties of countries with customs are not part of our prices.

## Following an order

Open it from your account, or from the link in any mail about it. No account is needed for that.`;

const returns = `You have **30 days** from delivery to send back what you do not want to keep: free of charge, as long as it is unused.

## How it works

1. Open your order and choose *Return items*: which ones, how many, and why.
2. We answer by mail. If we accept, it says where to send them.
3. When they have arrived, we refund what you paid for them, to the card you paid with. Delivery is not refunded.

You get a credit note for every refund.

## Before it has left

An order that is paid but not shipped can be cancelled on its own page. All of it is refunded then, delivery included.

## Something is broken

Ask for a return as above and say what is wrong, or [write to us](/pages/contact).`;

const contact = `We answer within one working day.

## About an order

Reply to any mail about it: it has the order's number, and reaches the people who pack it. What an order says about itself, from parcels to refunds, is on [its own page](/orders).

## About anything else

| what                      | where                                  |
| ------------------------- | -------------------------------------- |
| what delivery costs       | [Delivery](/pages/delivery)            |
| sending something back    | [Returns](/pages/returns)              |
| what we know about you    | [Privacy](/pages/privacy)              |
| invoices and credit notes | with each order, as PDF                |

## Who we are

Who sells to you, with address and tax number, is printed on every invoice. Lantern is a demonstration store: nothing here can be bought.`;

const privacy = `We keep what selling takes, and nothing to follow you around with.

## What we keep

- **Of an order:** your name, addresses and email, what you bought, and how it was paid, returned or refunded. Invoices have to be kept by law.
- **Of an account:** your name, email and addresses. Your password is kept in a form that nobody can read, us included.
- **Of mails:** what we wrote to you, and when.

Card numbers go to the payment provider. We never store them.

## Cookies

One cookie remembers that you are logged in, one which cart is yours. There are none of anyone else, no statistics about visitors and no advertising. Everything that a page consists of comes from this store.

## Who else learns about it

The payment provider, to charge your card, and whoever delivers your parcel, to find you.

## Your rights

You can change your name, email and addresses in [your account](/account). To learn what we keep about you, or to have it corrected or erased, [write to us](/pages/contact).`;

const terms = () => `These terms are about orders from this store. The language of the contract is English.

## Ordering

Nothing is ordered before you press the button at the end of the checkout, which says the whole price. The contract is concluded when your payment has gone through. We confirm it by mail, with the invoice.

## Prices

Prices are in ${currencyName()} and include tax. Delivery is added, and shown before you pay. A coupon lowers the price of the items it is for.

## Payment

By card, when you order. Should we be unable to deliver, you get all of it back.

## Delivery and returns

See [Delivery](/pages/delivery) and [Returns](/pages/returns). What the law grants you is not limited by them.

## Faults

If something is not as it should be, you have the rights that the law gives buyers, for as long as it says.`;

/** In the sequence in which the footer links to them. */
export const firstPages = (): readonly FirstPage[] => [
  { slug: 'delivery', title: 'Delivery', markdown: delivery },
  { slug: 'returns', title: 'Returns', markdown: returns },
  { slug: 'contact', title: 'Contact', markdown: contact },
  { slug: 'privacy', title: 'Privacy', markdown: privacy },
  { slug: 'terms', title: 'Terms', markdown: terms() },
];
