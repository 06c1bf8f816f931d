/**
 * The rules of one board (sääntöprofiili): settings, never constants. A board's toimintasääntö decides them;
 * the defaults are the common practice of Finnish regional boards (domain brief section 2).
 */
import * as v from 'valibot';
import { localisedTextSchema } from './language.ts';

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
/** A side heading of a document; the layout has room for two lines of it. */
const label = v.object({
  fi: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(60, 'too_long')),
  sv: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(60, 'too_long')))),
  en: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(60, 'too_long')))),
});
const days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365));

export const ruleProfileSchema = v.object({
  /** A: pöytäkirja with §, proposal and decision, examiners; B: muistio with items 1..n. */
  profile: v.picklist(['minutes', 'memo']),
  quorum: v.variant('kind', [
    /** Enemmän kuin puolet: floor(n/2)+1 (kuntalaki 103 §). */
    v.object({ kind: v.literal('more_than_half') }),
    /** Vähintään puolet: ceil(n/2). */
    v.object({ kind: v.literal('at_least_half') }),
    v.object({ kind: v.literal('at_least'), minimum: positive }),
  ]),
  /** Whether a seat without a member counts in n. */
  vacantSeats: v.picklist(['count', 'exclude']),
  /** Whether the chair or vice chair must be among those present for a quorum. */
  quorumNeedsChair: v.boolean(),
  /** Notice (kutsuaika) in whole days before the meeting day. */
  noticeDays: days,
  /** The agenda at least this many days before. */
  agendaDays: days,
  deputies: v.picklist(['personal', 'none']),
  remoteParticipation: v.boolean(),
  /** Whose proposal is the base (pohjaehdotus) that always goes to the vote. */
  baseProposal: v.picklist(['presenter', 'chair']),
  secondingRequired: v.boolean(),
  /** What settles a tied vote on a matter. */
  tie: v.picklist(['chair_decides', 'lot', 'proposal_falls']),
  electionTie: v.picklist(['lot', 'chair_decides']),
  /** Number of examiners (pöytäkirjantarkastajat); 0: the next meeting examines. */
  examiners: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  /** Days after the meeting by which the minutes are to be examined. */
  examinationDays: days,
  /**
   * Whether the board may decide without a meeting, by e-mail (päätös ilman kokousta), and how: by the majority of the
   * answers, or only when nobody objects. No general law gives a JANE the right; its toimintasääntö does or does not.
   */
  emailDecisions: v.optional(v.picklist(['majority', 'no_objection', 'not_allowed']), 'majority'),
  /** Who opens the organising meeting (järjestäytymiskokous) and presides until the chair is elected. */
  organisingOpener: v.optional(v.picklist(['convener', 'oldest_member', 'previous_chair']), 'convener'),
  /** § numbers restart each calendar year or run through the term. */
  numbering: v.picklist(['calendar_year', 'term']),
  /** The board's own labels of the parts of an item. */
  labels: v.object({
    account: label,
    proposal: label,
    proceedings: label,
    decision: label,
  }),
  /** Printed law references, editable because the status of a JANE varies. */
  legal: v.object({
    quorum: v.string(),
    conflict: v.string(),
    appeal: localisedTextSchema,
  }),
});
export type RuleProfile = v.InferOutput<typeof ruleProfileSchema>;

export const DEFAULT_RULES: RuleProfile = {
  profile: 'minutes',
  quorum: { kind: 'more_than_half' },
  vacantSeats: 'count',
  quorumNeedsChair: false,
  noticeDays: 7,
  agendaDays: 4,
  deputies: 'personal',
  remoteParticipation: true,
  baseProposal: 'presenter',
  secondingRequired: true,
  tie: 'chair_decides',
  electionTie: 'lot',
  examiners: 2,
  examinationDays: 7,
  emailDecisions: 'majority',
  organisingOpener: 'convener',
  numbering: 'calendar_year',
  labels: {
    account: { fi: 'Selostus', sv: 'Redogörelse', en: 'Account' },
    proposal: { fi: 'Päätösehdotus', sv: 'Beslutsförslag', en: 'Proposed decision' },
    proceedings: { fi: 'Asian käsittely', sv: 'Behandling', en: 'Proceedings' },
    decision: { fi: 'Päätös', sv: 'Beslut', en: 'Decision' },
  },
  legal: {
    quorum: 'kuntalaki 103 §',
    conflict: 'hallintolaki 28 §',
    appeal: {
      fi: 'Päätöksestä, joka koskee vain valmistelua tai täytäntöönpanoa, ei saa tehdä oikaisuvaatimusta eikä kunnallisvalitusta (kuntalaki 136 §).',
      sv: 'I beslut som gäller endast beredning eller verkställighet får ändring inte sökas (kommunallagen 136 §).',
      en: 'No appeal lies against decisions concerning only preparation or implementation (Local Government Act, s. 136).',
    },
  },
};
