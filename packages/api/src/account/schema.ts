import { countryName } from '@lantern/text/address';
import { normalizePostalCode, postalCodeUse } from '@lantern/text/postal-code';
import { regionUse } from '@lantern/text/region';
import { z } from 'zod';
import { email, password, personName, typedPassword } from '../auth/schema.ts';
import { languageCode, rowId, sessionId, text } from '../shared/schema.ts';

const required = (what: string, max: number) =>
  text.min(1, `Please enter ${what}.`).max(max, `Use at most ${max} characters.`);

/** An empty form field counts as no value. */
const optional = (max: number) =>
  text
    .max(max, `Use at most ${max} characters.`)
    .nullish()
    .transform((value) => value || null);

/** ISO 3166-1 alpha-2. Listed here, because runtimes accept more codes (EU, UN, former countries). */
export const countryCodes = new Set(
  `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
  FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
  JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
  MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
  PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
  TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
  `
    .trim()
    .split(/\s+/),
);

/** A country's code, in either case. */
export const country = text
  .overwrite((typed) => typed.toUpperCase())
  .refine((code) => countryCodes.has(code), 'Please choose a country.');
const MAX_POSTAL_CODE = 20;
const postalCode = text
  .max(MAX_POSTAL_CODE, `Use at most ${MAX_POSTAL_CODE} characters.`)
  .nullish()
  .transform((value) => value ?? '');
const region = optional(80);
const located = z.object({ country, postalCode });
const regional = z.object({ country, region });

function isRegionMissing({ country, region }: z.output<typeof regional>): boolean {
  return region === null && regionUse(country) === 'required';
}

/** The error of a postal code, which depends on its country; null if it is valid. */
function postalCodeProblem({ country, postalCode }: z.output<typeof located>): string | null {
  const code = normalizePostalCode(country, postalCode);
  if (code === null) return `This is not a postal code of ${countryName(country)}.`;
  // Some letters become several when converted to capitals.
  if ([...code].length > MAX_POSTAL_CODE) return `Use at most ${MAX_POSTAL_CODE} characters.`;
  return code === '' && postalCodeUse(country) === 'required' ? 'Please enter a postal code.' : null;
}

const addressFields = {
  fullName: required('a name', 100),
  line1: required('street and number', 120),
  line2: optional(120),
  city: required('a city', 80),
  region,
  postalCode,
  country,
  phone: optional(30),
};

/** Checks the postal code of an address, and brings it into the format of its country. */
function withPostalCode<Output extends z.output<typeof located>, Input>(address: z.ZodType<Output, Input>) {
  return address
    .refine((entered) => postalCodeProblem(entered) === null, {
      path: ['postalCode'],
      // Reported together with errors in other fields, not only when those are valid.
      when: ({ value }) => located.safeParse(value).success,
      error: ({ input }) => postalCodeProblem(located.parse(input)) ?? undefined,
    })
    .transform((entered) => ({
      ...entered,
      postalCode: normalizePostalCode(entered.country, entered.postalCode) ?? entered.postalCode,
    }));
}

/** A shipping address; `postalCode` is in the country's format, or empty if the country has none. */
export const addressSchema = withPostalCode(z.strictObject(addressFields));
export type Address = z.output<typeof addressSchema>;

/** As a form asks for it: also for a region where addresses need one. Saved addresses and other clients may have none. */
export const addressFormSchema = withPostalCode(
  z.strictObject(addressFields).refine((entered) => !isRegionMissing(entered), {
    path: ['region'],
    when: ({ value }) => regional.safeParse(value).success,
    error: 'Please enter a state or region.',
  }),
);
/** The values of a form before validation. */
export type AddressInput = z.input<typeof addressSchema>;

/** Without an id, it is a new one. */
export const saveAddressInput = withPostalCode(z.strictObject({ ...addressFields, id: rowId.optional() }));
export type SaveAddressInput = z.output<typeof saveAddressInput>;
export const savedAddressInput = z.strictObject({ id: rowId });

export const sessionInput = z.strictObject({ id: sessionId });
export const languageInput = z.strictObject({ language: languageCode });
export const profileInput = z.strictObject({ name: personName });
const currentPassword = typedPassword.min(1, 'Please enter your current password.');
export const changePasswordInput = z.strictObject({
  currentPassword,
  newPassword: password,
});
export const changeEmailInput = z.strictObject({ newEmail: email, password: currentPassword });
export type ChangeEmailInput = z.output<typeof changeEmailInput>;
