import { formatAddress } from 'localized-address-format';
import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';
import { normalCode } from './normal.ts';

/** What a country's addresses have: a code each, a code that many leave out, or none at all. */
export type PostalCodeUse = 'required' | 'optional' | 'none';

/** There are codes, and mail goes without them as a matter of course (as in Google's address data). */
const OPTIONAL = new Set(
  `
  AC AF AI BB BD BH BM BN BT CC CL CO CR CV DO DZ EC EG EH ET FK GN GT GW HN HT IE IO IQ IR JO KE KH KP KW KY LA LB LK
  LR LS MA MG MM MN MV MZ NG NI NP NU OM PE PG PK PN PY SA SD SH SN SV SZ TA TN TZ UY UZ VC VE VG VN XK ZM
  `
    .trim()
    .split(/\s+/),
);

/** Where the code is printed with a blank, behind as many of its letters. */
const PRINTED_WITH_BLANK: Record<string, number> = {
  ...{ GB: -3, GG: -3, JE: -3, IM: -3, GI: -3, CA: 3, NL: 4, SE: 3, CZ: 3, SK: 3, GR: 3, IE: 3 },
};

/** How a country prints a town "A" with the code "0", in Latin letters: says whether, and where, a code has its place. */
function printed(country: string): string {
  return formatAddress({ postalCountry: country, locality: 'A', postalCode: '0' }, 'latin').join('\n');
}

/** Town and code in one line, in the country's order; the code may be empty. */
export function townLine(country: string, town: string, code: string): string {
  const codeFirst = /^\P{L}*(?:[A-Z]{1,2}-?)?0.*A/mu.test(printed(country));
  return (codeFirst ? [code, town] : [town, code]).filter(Boolean).join(' ');
}

/** What becomes of the postal code in addresses of a country (ISO 3166-1 alpha-2). */
export function postalCodeUse(country: string): PostalCodeUse {
  if (!printed(country).includes('0')) return 'none';
  return OPTIONAL.has(country) ? 'optional' : 'required';
}

/**
 * A postal code as its country prints it, whatever capitals, blanks and hyphens it was typed with: "sw1y4jh" is
 * "SW1Y 4JH", "00950" in Poland "00-950". Empty where nothing was typed (a lone hyphen is nothing). Null where the
 * country has no such codes.
 */
export function normalPostalCode(country: string, typed: string): string | null {
  const code = normalCode(typed).toUpperCase().replace(/\s+/g, ' ');
  if (!/[\p{L}\p{N}]/u.test(code)) return '';
  // Nobody can say what is wrong with a code where there is none to be had.
  if (postalCodeUse(country) === 'none' || !postcodeValidatorExistsForCountry(country)) return code;
  return spellings(country, code).find((spelling) => postcodeValidator(spelling, country)) ?? null;
}

/** How a code may be meant, the likeliest first. */
function spellings(country: string, code: string): string[] {
  const compact = code.replace(/[\s-]/g, '');
  const bare = code.replace(new RegExp(`^(?:${country}|[A-Z])[ -](?=\\d)`), '');
  const blank = PRINTED_WITH_BLANK[country];
  const apart = (text: string, at: number, sign: string) => `${text.slice(0, at)}${sign}${text.slice(at)}`;
  const places = [...compact.slice(1)].map((_, index) => index + 1);
  return [
    ...(blank === undefined ? [] : [apart(compact, blank, ' ')]),
    code,
    bare,
    compact,
    ...places.flatMap((at) => [apart(compact, at, '-'), apart(compact, at, ' ')]),
    `${country}-${compact}`,
    `${country}${compact}`,
  ];
}
