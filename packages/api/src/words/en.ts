/**
 * What the store writes to customers, in mails and documents. `{orderNumber}` and the like are placeholders, which the words
 * of admins have, too; what only the store says takes its values as parameters, written in the language already.
 */
export const en = {
  mails: {
    order_placed: {
      subject: 'Your order {orderNumber}',
      title: 'Thank you for your order',
      text: "Your order {orderNumber} is paid. We're packing it now and will write to you when it is on its way.",
    },
    payment_failed: {
      subject: 'The payment of order {orderNumber} did not go through',
      title: 'The payment did not go through',
      text: [
        'Your bank declined the payment of order {orderNumber}. Nothing was charged, and everything is back in your cart.',
        'If you have paid with another card since, there is nothing left to do.',
      ].join('\n\n'),
      openCart: 'Open your cart',
    },
    order_partially_shipped: {
      subject: 'Part of your order {orderNumber} is on its way',
      title: 'Part of your order is on its way',
      text: 'We have shipped a parcel with some of your order {orderNumber}. The rest follows.',
    },
    order_shipped: {
      subject: 'Your order {orderNumber} is on its way',
      title: 'Your order is on its way',
      text: 'We have shipped your order {orderNumber}.',
    },
    shipment_withdrawn: {
      subject: 'Your order {orderNumber} has not been shipped yet',
      title: 'Not shipped yet',
      text: [
        'We told you that a parcel of your order {orderNumber} was on its way. It has not left us yet: sorry for the mix-up.',
        "You don't need to do anything. We'll write again when it is on its way.",
      ].join('\n\n'),
    },
    order_delivered: {
      subject: 'Your order {orderNumber} was delivered',
      title: 'Your order was delivered',
      text: 'Your order {orderNumber} has arrived. We hope you like it.',
    },
    order_cancelled: {
      subject: 'Your order {orderNumber} was cancelled',
      title: 'Your order was cancelled',
      text: 'Your order {orderNumber} was cancelled. {aboutTheMoney}',
      refunded: (amount: string) => `${amount} is being refunded to your card.`,
      nothingToPay: 'You do not have to pay for it.',
    },
    order_refunded: {
      subject: 'Refund of {amount} for order {orderNumber}',
      title: '{amount} is coming back to you',
      text: 'We are refunding {amount} for order {orderNumber} to your card. Your bank may take a few days to show it.',
      partOf: (paid: string) => `That is part of the ${paid} you paid.`,
    },
    return_accepted: {
      subject: 'Please send back your return for order {orderNumber}',
      title: 'We take your items back',
      text: 'Your return {returnNumber} for order {orderNumber} is accepted:',
      pack: (returnNumber: string) => `Please pack the items well and write ${returnNumber} on the parcel.`,
      sendTo: 'Send them to',
      askWhere: 'Reply to this email, and we will tell you where to send them.',
      refundFollows: 'Your refund starts as soon as we have received them.',
    },
    return_refused: {
      subject: 'About your return for order {orderNumber}',
      title: 'We cannot take your items back',
      text: 'Your return {returnNumber} for order {orderNumber} is not accepted:',
      doNotSend: 'Please do not send the items back.',
    },
    back_in_stock: {
      subject: '{product} is back in stock',
      title: 'Back in stock',
      text: 'You asked us to write when {product} is back in stock. Now it is. We have not put any aside, so it may sell out again.',
      view: 'View it in the store',
      onlyOnce:
        'We write once, and have taken you off the list. If you wait for other things too, you can end that here.',
      stop: 'Stop these mails',
    },
    welcome: {
      subject: 'Welcome to Lantern',
      title: 'Welcome, {name}',
      text: [
        'You have an account at Lantern now. It keeps your orders and your delivery address.',
        'Please confirm that this email address belongs to you. The link works once, and for seven days.',
      ].join('\n\n'),
      confirm: 'Confirm your email address',
      notYou:
        'Was this not you? Then somebody has entered your address. You can ignore this mail, or set a new password, which takes the account over.',
    },
    password_reset: {
      subject: 'Choose a new password',
      title: 'Choose a new password',
      text: 'Somebody, hopefully you, has forgotten the password of your account at Lantern. This link works once, and for one hour.',
      choose: 'Choose a new password',
      notYou: 'If it was not you, you can ignore this mail: your password stays as it is.',
    },
    email_verification: {
      subject: 'Confirm your email address',
      title: 'Confirm your email address',
      text: 'Please confirm that this address belongs to you. The link works once, and for seven days.',
      confirm: 'Confirm your email address',
      notYou: 'Was this not you? Then somebody has entered your address, and you can ignore this mail.',
    },
    email_change: {
      subject: 'Confirm your new email address',
      title: 'Confirm your new email address',
      text: 'This address was entered as the new one of an account at Lantern. It counts once you confirm it. The link works once.',
      confirm: 'Confirm your new address',
      notYou: 'If it was not you, you can ignore this mail: nothing changes.',
    },
    email_changed: {
      subject: 'Your email address was changed',
      title: 'Your email address was changed',
      text: 'Your account at Lantern now belongs to {newEmail}. Mails go there from now on, and you log in with it.',
      notYou: 'If it was not you, please write to us at once.',
    },
    new_device: {
      subject: 'A login to your account on a new device',
      title: 'A login on a new device',
      text: 'On {time}, somebody logged in to your account at Lantern where it had not been logged in before: {device}.\n\nIf it was you, there is nothing to do.',
      on: (browser: string, system: string) => `${browser} on ${system}`,
      unknown: 'an unknown device',
      sessions: 'See where you are logged in',
      notYou:
        'If it was not you, log that device out and choose a new password at once: somebody knows the present one.',
    },
    log_head: {
      subject: 'The activity log up to entry {entries}',
      title: 'The head of the activity log',
      text: 'On {day}, the activity log of this store ended with entry {entries}. Please keep the attached file where nobody of the store can change it: it proves later whether the log still has everything up to there.',
      hash: (hash: string) => `Hash: ${hash}`,
      unsigned: 'It is not signed.',
    },
  },
  /** What several kinds of mail say. */
  orderMail: {
    viewOrder: 'View your order',
    deliveryAddress: 'Delivery address',
    billingAddress: 'Billing address',
    quantity: (quantity: string) => `Quantity ${quantity}`,
    totalWithTax: (tax: string) => `Total, includes ${tax} tax`,
    carrier: (name: string) => `Carrier: ${name}`,
    trackingNumber: (number: string) => `Tracking number: ${number}`,
    trackParcel: 'Track your parcel',
    attached: (document: string) => `${document} is attached as a PDF.`,
  },
  sums: {
    subtotal: 'Subtotal',
    discount: 'Discount',
    discountWith: (coupon: string) => `Discount (${coupon})`,
    delivery: 'Delivery',
    free: 'Free',
    /** An amount or "Free", and the coupon that it is owed to. */
    withCoupon: (what: string, coupon: string) => `${what} with ${coupon}`,
  },
  documents: {
    invoice: (number: string) => `Invoice ${number}`,
    creditNote: (number: string) => `Credit note ${number}`,
    /** The beginnings of the names of files: letters of ASCII and hyphens. */
    files: { invoice: 'invoice', credit_note: 'credit-note' },
    taxNumber: (number: string) => `Tax number ${number}`,
    billedTo: 'Billed to',
    number: 'Number',
    date: 'Date',
    order: 'Order',
    forInvoice: 'For invoice',
    description: 'Description',
    quantity: 'Quantity',
    price: 'Price',
    tax: 'Tax',
    amount: 'Amount',
    partialRefund: (orderNumber: string) => `Partial refund of order ${orderNumber}`,
    lessDiscount: (amount: string) => `Less ${amount} discount`,
    includeTax: 'Amounts include tax.',
    net: 'Net',
    total: 'Total',
    page: (page: string, count: string) => `Page ${page} of ${count}`,
  },
  /** What stands for items, amounts, addresses and links in an example of a mail. */
  theRest: '… followed by what this mail is about: items, amounts, addresses and links.',
  /** What a product feed is about. */
  allProductsOf: (store: string) => `All products of ${store}`,
};

/** The words of a language: the compiler requires each to have all that English has. */
export type Words = typeof en;
