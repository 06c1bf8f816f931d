/** The board (toimielin), its term, seats and offices: inputs of forms and procedures. */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';
import { optionalText } from './organisation.ts';
import { ruleProfileSchema } from './rules.ts';

/** puheenjohtaja, varapuheenjohtaja, sihteeri, esittelijä, asiantuntija */
export const OFFICE_KINDS = ['chair', 'vice_chair', 'secretary', 'presenter', 'expert'] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

/**
 * toimielin; and below one: työvaliokunta, jaosto, paikallis-JANE, muu. A body below a board has seats, rules, § and
 * meeting numbers of its own.
 */
export const BODY_KINDS = ['board', 'committee', 'section', 'local', 'other'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];
export const SUB_BODY_KINDS = ['committee', 'section', 'local', 'other'] as const;

const requiredName = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(300, 'too_long'));

export const boardInputSchema = v.object({
  nameFi: requiredName,
  nameSv: optionalText(300),
  nameEn: optionalText(300),
  shortName: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(40, 'too_long')),
  regionCode: optionalText(2),
  appointedBy: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  appointmentDecision: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  meetingsPerYear: v.optional(v.pipe(v.string(), v.maxLength(20)), ''),
});
export type BoardInput = v.InferInput<typeof boardInputSchema>;

export const termInputSchema = v.pipe(
  v.object({
    startsOn: isoDateSchema,
    endsOn: isoDateSchema,
    basis: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  }),
  v.forward(
    v.check((term) => term.endsOn > term.startsOn, 'ends_before_start'),
    ['endsOn'],
  ),
);
export type TermInput = v.InferInput<typeof termInputSchema>;

/** A new board with its first term and as many empty seats as asked for. */
export const boardCreateSchema = v.object({
  board: boardInputSchema,
  term: termInputSchema,
  seats: v.pipe(v.number(), v.integer(), v.minValue(1, 'seats_range'), v.maxValue(200, 'seats_range')),
  rules: ruleProfileSchema,
});
export type BoardCreate = v.InferInput<typeof boardCreateSchema>;

export const seatHolderInputSchema = v.object({
  seatId: idSchema,
  role: v.picklist(['member', 'deputy']),
  personId: idSchema,
  organisationId: v.nullish(idSchema, null),
  startsOn: isoDateSchema,
});

export const officeInputSchema = v.object({
  boardId: idSchema,
  personId: idSchema,
  office: v.picklist(OFFICE_KINDS),
  title: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  startsOn: isoDateSchema,
});
