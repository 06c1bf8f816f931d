/** A person (henkilö): only what the work needs; never origin, health or faith. */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';
import { languageSchema } from './language.ts';
import { optionalText, POSITION_ROLES } from './organisation.ts';

export const personInputSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(200, 'too_long')),
  /** Initials or code used in running minutes text, e.g. "J04"; the name is used when empty. */
  shortName: optionalText(40),
  email: v.pipe(
    optionalText(254),
    v.check((value) => value === null || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value), 'email_form'),
  ),
  phone: optionalText(40),
  language: v.optional(languageSchema, 'fi'),
  notes: v.optional(v.pipe(v.string(), v.maxLength(20_000, 'too_long')), ''),
});
export type PersonInput = v.InferInput<typeof personInputSchema>;

export const positionInputSchema = v.pipe(
  v.object({
    personId: idSchema,
    organisationId: idSchema,
    role: v.picklist(POSITION_ROLES),
    title: optionalText(100),
    startsOn: v.nullish(isoDateSchema, null),
    endsOn: v.nullish(isoDateSchema, null),
  }),
  v.forward(
    v.check((p) => p.startsOn === null || p.endsOn === null || p.endsOn >= p.startsOn, 'ends_before_start'),
    ['endsOn'],
  ),
);
export type PositionInput = v.InferInput<typeof positionInputSchema>;
