import { formatCents, formatDateTimeZone } from '@lantern/ui/format';
import type { MessageDescriptor } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { countryName } from '../../address/country-name.ts';
import { type Scalar, textOf } from './variant-fields.ts';

/** The label of a field in the log, and how its values are shown. */
export interface FieldWords {
  label: string;
  /** What it is called within a sentence; the label by default. */
  noun?: string;
  /** The variant or category that it belongs to; empty if the product has only one variant. */
  of?: string;
  /** Formats a value; `plainText` by default. */
  text?: (value: Scalar) => string;
  /** Its values are image URLs. */
  image?: true;
}

/** Formats any value: booleans as yes or no, times with their time zone. */
export function plainText(value: Scalar): string {
  if (typeof value === 'boolean') return value ? t`Yes` : t`No`;
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatDateTimeZone(value);
  return textOf(value);
}

export const cents = (value: Scalar) => (typeof value === 'number' ? formatCents(value) : plainText(value));
/** The log counts positions from 0, people count from 1. */
export const place = (value: Scalar) => (typeof value === 'number' ? String(value + 1) : plainText(value));
export const pixels = (value: Scalar) => `${plainText(value)} px`;
export function oneOf(words: Record<string, string | MessageDescriptor>) {
  return (value: Scalar) => {
    const word = words[String(value)];
    if (word === undefined) return plainText(value);
    return typeof word === 'string' ? word : t(word);
  };
}

/** Of the words of a mail. */
export const storesOwn = (value: Scalar) => (value === null ? t`The store’s words` : plainText(value));

export const country = (code: Scalar) => countryName(String(code));
/** The log lists the codes of countries: "FR, GB". */
export const countriesText = (value: Scalar) =>
  value === null ? t`Everywhere` : plainText(value).replace(/\b[A-Z]{2}\b/g, country);

/** The labels of what products and variants have. */
export function labelled(fields: Record<string, { label: MessageDescriptor; text: (value: Scalar) => string }>) {
  const worded: [string, FieldWords][] = Object.entries(fields).map(([name, { label, text }]) => [
    name,
    { label: t(label), text },
  ]);
  return Object.fromEntries(worded);
}
