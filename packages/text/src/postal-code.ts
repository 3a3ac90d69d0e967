import { formatAddress } from 'localized-address-format';
import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';
import { normalizeCode } from './normalize.ts';

/** Whether a country's addresses have a postal code. */
export type PostalCodeUse = 'required' | 'optional' | 'none';

/** Countries with postal codes that are often left out (according to Google's address data). */
const OPTIONAL = new Set(
  `
  AC AF AI BB BD BH BM BN BT CC CL CO CR CV DO DZ EC EG EH ET FK GN GT GW HN HT IE IO IQ IR JO KE KH KP KW KY LA LB LK
  LR LS MA MG MM MN MV MZ NG NI NP NU OM PE PG PK PN PY SA SD SH SN SV SZ TA TN TZ UY UZ VC VE VG VN XK ZM
  `
    .trim()
    .split(/\s+/),
);

/** Countries whose codes contain a space, with its index (negative: from the end). */
const SPACE_INDEX: Record<string, number> = {
  ...{ GB: -3, GG: -3, JE: -3, IM: -3, GI: -3, CA: 3, NL: 4, SE: 3, CZ: 3, SK: 3, GR: 3, IE: 3 },
};

/** The address format of a country, with "A" for the city and "0" for the postal code: shows whether and where it has a code. */
function addressFormat(country: string): string {
  return formatAddress({ postalCountry: country, locality: 'A', postalCode: '0' }, 'latin').join('\n');
}

/** City and postal code in one line, in the country's order; the code may be empty. */
export function cityLine(country: string, city: string, code: string): string {
  const codeFirst = /^\P{L}*(?:[A-Z]{1,2}-?)?0.*A/mu.test(addressFormat(country));
  return (codeFirst ? [code, city] : [city, code]).filter(Boolean).join(' ');
}

/** Whether addresses in a country (ISO 3166-1 alpha-2) have a postal code. */
export function postalCodeUse(country: string): PostalCodeUse {
  if (!addressFormat(country).includes('0')) return 'none';
  return OPTIONAL.has(country) ? 'optional' : 'required';
}

/**
 * Normalises the case, spaces and hyphens of a postal code to the format of its country: "sw1y4jh" becomes "SW1Y 4JH",
 * "00950" in Poland "00-950". Empty if it has no letters or digits. Null if it is not valid in the country.
 */
export function normalizePostalCode(country: string, typed: string): string | null {
  const code = normalizeCode(typed).toUpperCase().replace(/\s+/g, ' ');
  if (!/[\p{L}\p{N}]/u.test(code)) return '';
  // Without a known format, any code is accepted.
  if (postalCodeUse(country) === 'none' || !postcodeValidatorExistsForCountry(country)) return code;
  return spellings(country, code).find((spelling) => postcodeValidator(spelling, country)) ?? null;
}

/** Possible intended spellings of a code, the likeliest first. */
function spellings(country: string, code: string): string[] {
  const compact = code.replace(/[\s-]/g, '');
  const bare = code.replace(new RegExp(`^(?:${country}|[A-Z])[ -](?=\\d)`), '');
  const spaceIndex = SPACE_INDEX[country];
  const insert = (text: string, at: number, separator: string) => `${text.slice(0, at)}${separator}${text.slice(at)}`;
  const indexes = [...compact.slice(1)].map((_, index) => index + 1);
  return [
    ...(spaceIndex === undefined ? [] : [insert(compact, spaceIndex, ' ')]),
    code,
    bare,
    compact,
    ...indexes.flatMap((at) => [insert(compact, at, '-'), insert(compact, at, ' ')]),
    `${country}-${compact}`,
    `${country}${compact}`,
  ];
}
