import type { Words } from './en.ts';

/** What the store writes to customers in German. */
export const de: Words = {
  mails: {
    order_placed: {
      subject: 'Ihre Bestellung {orderNumber}',
      title: 'Vielen Dank für Ihre Bestellung',
      text: 'Ihre Bestellung {orderNumber} ist bezahlt. Wir packen sie jetzt und schreiben Ihnen, sobald sie unterwegs ist.',
    },
    payment_failed: {
      subject: 'Die Zahlung der Bestellung {orderNumber} ist fehlgeschlagen',
      title: 'Die Zahlung ist fehlgeschlagen',
      text: [
        'Ihre Bank hat die Zahlung der Bestellung {orderNumber} abgelehnt. Es wurde nichts abgebucht, und alle Artikel liegen wieder in Ihrem Warenkorb.',
        'Falls Sie inzwischen mit einer anderen Karte bezahlt haben, müssen Sie nichts weiter tun.',
      ].join('\n\n'),
      openCart: 'Warenkorb öffnen',
    },
    order_partially_shipped: {
      subject: 'Ein Teil Ihrer Bestellung {orderNumber} ist unterwegs',
      title: 'Ein Teil Ihrer Bestellung ist unterwegs',
      text: 'Wir haben ein Paket mit einem Teil Ihrer Bestellung {orderNumber} versandt. Der Rest folgt.',
    },
    order_shipped: {
      subject: 'Ihre Bestellung {orderNumber} ist unterwegs',
      title: 'Ihre Bestellung ist unterwegs',
      text: 'Wir haben Ihre Bestellung {orderNumber} versandt.',
    },
    shipment_withdrawn: {
      subject: 'Ihre Bestellung {orderNumber} wurde noch nicht versandt',
      title: 'Noch nicht versandt',
      text: [
        'Wir hatten Ihnen geschrieben, dass ein Paket Ihrer Bestellung {orderNumber} unterwegs ist. Es hat unser Lager noch nicht verlassen: Bitte entschuldigen Sie das Versehen.',
        'Sie müssen nichts tun. Wir schreiben Ihnen wieder, sobald es unterwegs ist.',
      ].join('\n\n'),
    },
    order_delivered: {
      subject: 'Ihre Bestellung {orderNumber} wurde zugestellt',
      title: 'Ihre Bestellung wurde zugestellt',
      text: 'Ihre Bestellung {orderNumber} ist angekommen. Wir hoffen, sie gefällt Ihnen.',
    },
    order_cancelled: {
      subject: 'Ihre Bestellung {orderNumber} wurde storniert',
      title: 'Ihre Bestellung wurde storniert',
      text: 'Ihre Bestellung {orderNumber} wurde storniert. {aboutTheMoney}',
      refunded: (amount) => `${amount} werden auf Ihre Karte erstattet.`,
      nothingToPay: 'Sie müssen sie nicht bezahlen.',
    },
    order_refunded: {
      subject: 'Erstattung von {amount} für Bestellung {orderNumber}',
      title: 'Sie erhalten {amount} zurück',
      text: 'Wir erstatten Ihnen {amount} für Bestellung {orderNumber} auf Ihre Karte. Bis Ihre Bank den Betrag anzeigt, können einige Tage vergehen.',
      partOf: (paid) => `Das ist ein Teil der ${paid}, die Sie bezahlt haben.`,
    },
    return_accepted: {
      subject: 'Bitte senden Sie Ihre Rückgabe zur Bestellung {orderNumber} ein',
      title: 'Wir nehmen Ihre Artikel zurück',
      text: 'Ihre Rückgabe {returnNumber} zur Bestellung {orderNumber} wurde angenommen:',
      pack: (returnNumber) => `Bitte verpacken Sie die Artikel gut und schreiben Sie ${returnNumber} auf das Paket.`,
      sendTo: 'Rücksendeadresse',
      askWhere: 'Antworten Sie auf diese E-Mail, dann nennen wir Ihnen die Rücksendeadresse.',
      refundFollows: 'Die Erstattung beginnt, sobald die Artikel bei uns eingegangen sind.',
    },
    return_refused: {
      subject: 'Zu Ihrer Rückgabe zur Bestellung {orderNumber}',
      title: 'Wir können Ihre Artikel nicht zurücknehmen',
      text: 'Ihre Rückgabe {returnNumber} zur Bestellung {orderNumber} wurde abgelehnt:',
      doNotSend: 'Bitte senden Sie die Artikel nicht zurück.',
    },
    back_in_stock: {
      subject: '{product} ist wieder auf Lager',
      title: 'Wieder auf Lager',
      text: 'Sie wollten von uns hören, sobald {product} wieder auf Lager ist. Jetzt ist es so weit. Wir haben nichts zurückgelegt, es kann also wieder ausverkauft sein.',
      view: 'Im Shop ansehen',
      onlyOnce:
        'Wir schreiben nur einmal und haben Sie von der Liste genommen. Falls Sie noch auf anderes warten, können Sie das hier beenden.',
      stop: 'Keine solchen E-Mails mehr',
    },
    welcome: {
      subject: 'Willkommen bei Lantern',
      title: 'Willkommen, {name}',
      text: [
        'Sie haben jetzt ein Kundenkonto bei Lantern. Es bewahrt Ihre Bestellungen und Ihre Lieferadresse auf.',
        'Bitte bestätigen Sie, dass diese E-Mail-Adresse Ihnen gehört. Der Link funktioniert einmal und sieben Tage lang.',
      ].join('\n\n'),
      confirm: 'E-Mail-Adresse bestätigen',
      notYou:
        'Waren Sie das nicht? Dann hat jemand anderes Ihre Adresse eingegeben. Sie können diese E-Mail ignorieren oder ein neues Passwort setzen und damit das Konto übernehmen.',
    },
    password_reset: {
      subject: 'Neues Passwort wählen',
      title: 'Neues Passwort wählen',
      text: 'Jemand, hoffentlich Sie, hat das Passwort Ihres Kundenkontos bei Lantern vergessen. Dieser Link funktioniert einmal und eine Stunde lang.',
      choose: 'Neues Passwort wählen',
      notYou: 'Falls Sie das nicht waren, können Sie diese E-Mail ignorieren: Ihr Passwort bleibt, wie es ist.',
    },
    email_verification: {
      subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
      title: 'Bestätigen Sie Ihre E-Mail-Adresse',
      text: 'Bitte bestätigen Sie, dass diese Adresse Ihnen gehört. Der Link funktioniert einmal und sieben Tage lang.',
      confirm: 'E-Mail-Adresse bestätigen',
      notYou:
        'Waren Sie das nicht? Dann hat jemand anderes Ihre Adresse eingegeben, und Sie können diese E-Mail ignorieren.',
    },
    email_change: {
      subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
      title: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
      text: 'Diese Adresse wurde als neue Adresse eines Kundenkontos bei Lantern eingegeben. Sie gilt, sobald Sie sie bestätigen. Der Link funktioniert einmal.',
      confirm: 'Neue Adresse bestätigen',
      notYou: 'Falls Sie das nicht waren, können Sie diese E-Mail ignorieren: Es ändert sich nichts.',
    },
    email_changed: {
      subject: 'Ihre E-Mail-Adresse wurde geändert',
      title: 'Ihre E-Mail-Adresse wurde geändert',
      text: 'Ihr Kundenkonto bei Lantern gehört jetzt zu {newEmail}. E-Mails gehen ab sofort dorthin, und Sie melden sich damit an.',
      notYou: 'Falls Sie das nicht waren, schreiben Sie uns bitte sofort.',
    },
    log_head: {
      subject: 'Das Aktivitätsprotokoll bis Eintrag {entries}',
      title: 'Der Stand des Aktivitätsprotokolls',
      text: 'Am {day} endete das Aktivitätsprotokoll dieses Shops mit Eintrag {entries}. Bitte bewahren Sie die angehängte Datei so auf, dass niemand aus dem Shop sie ändern kann: Mit ihr lässt sich später nachweisen, ob das Protokoll bis dahin noch vollständig ist.',
      hash: (hash) => `Prüfsumme: ${hash}`,
      unsigned: 'Sie ist nicht signiert.',
    },
  },
  orderMail: {
    viewOrder: 'Bestellung ansehen',
    deliveryAddress: 'Lieferadresse',
    billingAddress: 'Rechnungsadresse',
    quantity: (quantity) => `Menge ${quantity}`,
    totalWithTax: (tax) => `Gesamtsumme, inkl. ${tax} MwSt.`,
    carrier: (name) => `Versanddienst: ${name}`,
    trackingNumber: (number) => `Sendungsnummer: ${number}`,
    trackParcel: 'Sendung verfolgen',
    attached: (document) => `${document} ist als PDF angehängt.`,
  },
  sums: {
    subtotal: 'Zwischensumme',
    discount: 'Rabatt',
    discountWith: (coupon) => `Rabatt (${coupon})`,
    delivery: 'Versand',
    free: 'Kostenlos',
    withCoupon: (what, coupon) => `${what} mit ${coupon}`,
  },
  documents: {
    invoice: (number) => `Rechnung ${number}`,
    creditNote: (number) => `Gutschrift ${number}`,
    files: { invoice: 'rechnung', credit_note: 'gutschrift' },
    // § 14 UStG wants either; the one for trade within the EU begins with its country.
    taxNumber: (number) => `${/^[A-Z]{2}/.test(number) ? 'USt-IdNr.' : 'Steuernummer'} ${number}`,
    billedTo: 'Rechnung an',
    number: 'Nummer',
    date: 'Datum',
    order: 'Bestellung',
    forInvoice: 'Zu Rechnung',
    description: 'Bezeichnung',
    quantity: 'Menge',
    price: 'Einzelpreis',
    tax: 'USt.',
    amount: 'Betrag',
    partialRefund: (orderNumber) => `Teilerstattung der Bestellung ${orderNumber}`,
    lessDiscount: (amount) => `Abzüglich ${amount} Rabatt`,
    includeTax: 'Alle Beträge sind Bruttobeträge und enthalten die Umsatzsteuer (USt.).',
    net: 'Netto',
    total: 'Gesamtbetrag (brutto)',
    page: (page, count) => `Seite ${page} von ${count}`,
  },
};
