/* What the first pages say in German, as long as nobody has written them anew. */

interface GermanPage {
  slug: string;
  title: string;
  markdown: string;
}

const delivery = `Der Warenkorb zeigt, was der günstigste Versand kostet. An der Kasse wählen Sie unter den Versandarten, die in Ihr Land gehen, jede mit ihrem Preis und den Werktagen, die sie braucht.

## Wann wir versenden

Wir packen eine Bestellung, sobald sie bezahlt ist. Sie erhalten eine E-Mail, wenn ein Paket unterwegs ist, mit seiner Nummer und einem Link zur Sendungsverfolgung. Größere Bestellungen kommen manchmal in mehreren Paketen: Ihre Bestellung zeigt dann, was in welchem ist, und der Versand wird nur einmal bezahlt.

## Wohin wir liefern

In jedes Land, sofern die gewählte Versandart nichts anderes sagt. Zölle anderer Länder sind nicht in unseren Preisen enthalten.

## Eine Bestellung verfolgen

Öffnen Sie sie in Ihrem Konto oder über den Link in jeder E-Mail zu ihr. Ein Konto ist dafür nicht nötig.`;

const returns = `Sie haben ab der Lieferung **30 Tage** Zeit, zurückzuschicken, was Sie nicht behalten möchten: kostenlos, solange es unbenutzt ist.

## So geht es

1. Öffnen Sie Ihre Bestellung und wählen Sie *Artikel zurücksenden*: welche, wie viele und warum.
2. Wir antworten per E-Mail. Nehmen wir die Rücksendung an, steht darin, wohin sie geht.
3. Ist sie angekommen, erstatten wir, was Sie bezahlt haben, auf die Karte, mit der Sie bezahlt haben. Der Versand wird nicht erstattet.

Zu jeder Erstattung erhalten Sie eine Gutschrift.

## Vor dem Versand

Eine Bestellung, die bezahlt, aber noch nicht versandt ist, kann auf ihrer Seite storniert werden. Dann wird alles erstattet, auch der Versand.

## Etwas ist defekt

Melden Sie eine Rücksendung an und schreiben Sie dazu, was nicht stimmt, oder [schreiben Sie uns](/pages/contact).`;

const contact = `Wir antworten innerhalb eines Werktags.

## Zu einer Bestellung

Antworten Sie auf eine beliebige E-Mail zu ihr: Darin steht die Bestellnummer, und sie erreicht die Menschen, die packen. Was die Bestellung selbst sagt, von Paketen bis zu Erstattungen, steht auf [ihrer Seite](/orders).

## Zu allem anderen

| was                         | wo                                     |
| --------------------------- | -------------------------------------- |
| was der Versand kostet      | [Versand](/pages/delivery)             |
| etwas zurücksenden          | [Rückgabe](/pages/returns)             |
| was wir über Sie wissen     | [Datenschutz](/pages/privacy)          |
| Rechnungen und Gutschriften | bei jeder Bestellung, als PDF          |

## Wer wir sind

Wer Ihnen verkauft, mit Anschrift und Steuernummer, steht auf jeder Rechnung. Lantern ist ein Vorführgeschäft: Hier kann nichts wirklich gekauft werden.`;

const privacy = `Wir bewahren auf, was ein Verkauf erfordert, und nichts, womit man Sie verfolgen könnte.

## Was wir aufbewahren

- **Zu einer Bestellung:** Ihren Namen, Ihre Adressen und Ihre E-Mail-Adresse, was Sie gekauft haben und wie es bezahlt, zurückgegeben oder erstattet wurde. Rechnungen müssen wir von Gesetzes wegen aufbewahren.
- **Zu einem Konto:** Ihren Namen, Ihre E-Mail-Adresse und Ihre Adressen. Ihr Passwort bewahren wir so auf, dass niemand es lesen kann, auch wir nicht.
- **Zu E-Mails:** was wir Ihnen geschrieben haben und wann.

Kartennummern gehen an den Zahlungsdienstleister. Wir speichern sie nie.

## Cookies

Ein Cookie merkt sich, dass Sie angemeldet sind, eines, welcher Warenkorb Ihrer ist. Es gibt keine von anderen, keine Statistik über Besucher und keine Werbung. Alles, woraus eine Seite besteht, kommt von diesem Shop.

## Wer sonst davon erfährt

Der Zahlungsdienstleister, um Ihre Karte zu belasten, und wer Ihr Paket zustellt, um Sie zu finden.

## Ihre Rechte

Ihren Namen, Ihre E-Mail-Adresse und Ihre Adressen ändern Sie in [Ihrem Konto](/account). Um zu erfahren, was wir über Sie aufbewahren, oder um es berichtigen oder löschen zu lassen, [schreiben Sie uns](/pages/contact).`;

const terms = `Diese Bedingungen gelten für Bestellungen in diesem Shop. Vertragssprache ist Englisch.

## Bestellen

Bestellt ist erst, wenn Sie am Ende der Kasse auf die Schaltfläche drücken, die den ganzen Preis nennt. Der Vertrag ist geschlossen, wenn Ihre Zahlung eingegangen ist. Wir bestätigen ihn per E-Mail, mit der Rechnung.

## Preise

Die Preise enthalten die Mehrwertsteuer. Der Versand kommt hinzu und wird vor dem Bezahlen angezeigt. Ein Gutschein senkt den Preis der Artikel, für die er gilt.

## Zahlung

Mit Karte, bei der Bestellung. Sollten wir nicht liefern können, erhalten Sie alles zurück.

## Versand und Rückgabe

Siehe [Versand](/pages/delivery) und [Rückgabe](/pages/returns). Was Ihnen das Gesetz gewährt, wird dadurch nicht eingeschränkt.

## Mängel

Ist etwas nicht, wie es sein sollte, haben Sie die Rechte, die das Gesetz Käufern gibt, solange es das bestimmt.`;

export const germanPages: readonly GermanPage[] = [
  { slug: 'delivery', title: 'Versand', markdown: delivery },
  { slug: 'returns', title: 'Rückgabe', markdown: returns },
  { slug: 'contact', title: 'Kontakt', markdown: contact },
  { slug: 'privacy', title: 'Datenschutz', markdown: privacy },
  { slug: 'terms', title: 'AGB', markdown: terms },
];
