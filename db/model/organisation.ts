/** An organisation (järjestö) of the register: input of forms and procedures. */
import * as v from 'valibot';
import { checkBusinessId, checkRegisterNumber } from './identifiers.ts';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';

/** rekisteröity yhdistys, rekisteröimätön ryhmä, säätiö, julkisyhteisö, yhtiö, osuuskunta, muu */
export const LEGAL_FORMS = [
  'association',
  'unregistered',
  'foundation',
  'public',
  'company',
  'cooperative',
  'other',
] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];
export const ORGANISATION_STATES = ['active', 'dormant', 'dissolved'] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];
/** A person's position in an organisation (sidonnaisuus). */
export const POSITION_ROLES = [
  'chair',
  'vice_chair',
  'board_member',
  'manager',
  'employee',
  'member',
  'contact',
  'other',
] as const;
export type PositionRole = (typeof POSITION_ROLES)[number];

/** Empty text becomes null: a blank is no value, and a blank key never equals another. */
export function optionalText(maximum: number): v.GenericSchema<string | null | undefined, string | null> {
  return v.pipe(
    v.nullish(v.string(), null),
    v.transform((value) => (value === null || value.trim() === '' ? null : value.trim())),
    v.nullable(v.pipe(v.string(), v.maxLength(maximum, 'too_long'))),
  );
}

const businessId = v.pipe(
  optionalText(20),
  v.rawTransform<string | null, string | null>(({ dataset, addIssue, NEVER }) => {
    if (dataset.value === null) return null;
    const result = checkBusinessId(dataset.value);
    if (result.ok) return result.normalised;
    addIssue({ message: `business_id_${result.reason}` });
    return NEVER;
  }),
);

const registerNumber = v.pipe(
  optionalText(12),
  v.rawTransform<string | null, string | null>(({ dataset, addIssue, NEVER }) => {
    if (dataset.value === null) return null;
    const result = checkRegisterNumber(dataset.value);
    if (result.ok) return result.normalised;
    addIssue({ message: 'register_number_form' });
    return NEVER;
  }),
);

const email = v.pipe(
  optionalText(254),
  v.check((value) => value === null || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value), 'email_form'),
);

const web = v.pipe(
  optionalText(500),
  v.transform((value) =>
    value !== null && !/^[a-z][a-z0-9+.-]*:/i.test(value) ? `https://${value}` : value,
  ),
  v.check((value) => {
    if (value === null) return true;
    try {
      return ['http:', 'https:'].includes(new URL(value).protocol);
    } catch {
      return false;
    }
  }, 'web_form'),
);

export const organisationInputSchema = v.object({
  nameFi: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long')),
  nameSv: optionalText(300),
  nameEn: optionalText(300),
  legalForm: v.optional(v.picklist(LEGAL_FORMS), 'association'),
  businessId,
  registerNumber,
  prhClass: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), null),
  fieldId: v.nullish(idSchema, null),
  municipalityCode: v.pipe(
    optionalText(3),
    v.check((value) => value === null || /^\d{3}$/.test(value), 'municipality_form'),
  ),
  email,
  phone: optionalText(40),
  web,
  streetAddress: optionalText(200),
  postalCode: v.pipe(
    optionalText(5),
    v.check((value) => value === null || /^\d{5}$/.test(value), 'postal_code_form'),
  ),
  postOffice: optionalText(100),
  /** BCP 47 tags of the languages of service, also `fi-selko`. */
  languages: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))), []),
  contactRole: optionalText(100),
  notes: v.optional(v.pipe(v.string(), v.maxLength(20_000, 'too_long')), ''),
  checkedOn: v.nullish(isoDateSchema, null),
  state: v.optional(v.picklist(ORGANISATION_STATES), 'active'),
});
export type OrganisationInput = v.InferInput<typeof organisationInputSchema>;
export type OrganisationValues = v.InferOutput<typeof organisationInputSchema>;

/** Membership in a board's network of organisations (verkoston jäsenyys), from–to. */
export const networkMembershipSchema = v.pipe(
  v.object({
    boardId: idSchema,
    organisationId: idSchema,
    startsOn: isoDateSchema,
    endsOn: v.nullish(isoDateSchema, null),
  }),
  v.forward(
    v.check(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, 'ends_before_start'),
    ['endsOn'],
  ),
);
