/**
 * Retention (säilytysaika): how long each group of data is kept, on what ground, and what is then done with it. The
 * defaults are those of the controller's practice (domain brief, section 5); minutes and memberships are kept for ever.
 */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';
import { addMonths, type PrivacySettings } from './privacy.ts';

/** Groups of data that are disposed of (hävitetään) when their time is up. */
export const DISPOSABLE_RULES = ['contact_data', 'reply_words', 'change_log'] as const;
export type DisposableRule = (typeof DISPOSABLE_RULES)[number];
/** Groups that are kept for ever and go into packages. Never in a proposal for disposal. */
export const PERMANENT_RULES = ['minutes', 'membership'] as const;

/** The log keeps a year whatever is asked: the file itself refuses to lose a younger entry. */
export const SHORTEST_LOG_MONTHS = 12;

/** Months for which a group is kept, as the settings of data protection say. */
export function retentionMonths(rule: DisposableRule, settings: PrivacySettings): number {
  switch (rule) {
    case 'contact_data':
      return settings.contactMonths;
    case 'reply_words':
      return settings.replyMonths;
    case 'change_log':
      return settings.logYears * 12;
  }
}

/** The settings with another time for a group. The log is reckoned in whole years. */
export function withRetention(
  settings: PrivacySettings,
  rule: DisposableRule,
  months: number,
): PrivacySettings {
  switch (rule) {
    case 'contact_data':
      return { ...settings, contactMonths: months };
    case 'reply_words':
      return { ...settings, replyMonths: months };
    case 'change_log':
      return { ...settings, logYears: Math.max(1, Math.ceil(months / 12)) };
  }
}

/** Entries from before this day are due. Contact data is reckoned from each person's own facts, so that is today. */
export function dueBefore(rule: DisposableRule, settings: PrivacySettings, today: string): string {
  return rule === 'contact_data' ? today : addMonths(today, -retentionMonths(rule, settings));
}

const reason = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(1_000, 'too_long'));

export const retentionChangeSchema = v.object({
  rule: v.picklist(DISPOSABLE_RULES),
  months: v.pipe(v.number(), v.integer(), v.minValue(1, 'out_of_range'), v.maxValue(600, 'out_of_range')),
  reason,
});
export type RetentionChange = v.InferOutput<typeof retentionChangeSchema>;

export const proposalInputSchema = v.object({
  rules: v.pipe(v.array(v.picklist(DISPOSABLE_RULES)), v.minLength(1, 'required')),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2_000, 'too_long')), ''),
});
export type ProposalInput = v.InferOutput<typeof proposalInputSchema>;

export const approvalSchema = v.object({
  id: idSchema,
  approvedOn: isoDateSchema,
  approvedBy: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(200, 'too_long')),
  reference: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'too_long')), ''),
});
export type Approval = v.InferOutput<typeof approvalSchema>;

/** A proposal (hävitysesitys): drawn up, approved or withdrawn, carried out as approved. */
const PROPOSAL_STATES = ['draft', 'approved', 'carried_out', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
