/** The list of ideas (asialista): matters that somebody wants dealt with, before they are on an agenda. */
import * as v from 'valibot';
import { isoDateSchema } from './dates.ts';
import { idSchema } from './identity.ts';

/** avoin, otettu esityslistalle, hylätty */
export const IDEA_STATES = ['open', 'taken', 'rejected'] as const;
export type IdeaState = (typeof IDEA_STATES)[number];

/**
 * The state of an idea follows from what happened to it: an item that came of it, or its rejection. Removing the item
 * opens the idea again.
 */
export function ideaState(idea: { itemId: string | null; rejectedOn: string | null }): IdeaState {
  if (idea.itemId !== null) return 'taken';
  return idea.rejectedOn === null ? 'open' : 'rejected';
}

/**
 * Ideas in the order in which a meeting looks at them: wanted at that meeting, then those wanted by a day that the
 * meeting is the last before or that has passed, then the rest; within each the oldest first.
 */
export function ideaOrder<
  T extends { wantedMeetingId: string | null; wantedOn: string | null; createdOn: string; id: string },
>(ideas: readonly T[], meeting: { id: string; heldOn: string }): T[] {
  const rank = (idea: T): number =>
    idea.wantedMeetingId === meeting.id
      ? 0
      : idea.wantedOn !== null && idea.wantedOn <= meeting.heldOn
        ? 1
        : 2;
  const key = (idea: T): string => `${rank(idea)} ${idea.wantedOn ?? idea.createdOn} ${idea.id}`;
  return ideas.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export const ideaInputSchema = v.object({
  title: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(500, 'too_long')),
  text: v.optional(v.pipe(v.string(), v.maxLength(10_000, 'too_long')), ''),
  proposerPersonId: v.nullish(idSchema, null),
  proposerOrganisationId: v.nullish(idSchema, null),
  wantedMeetingId: v.nullish(idSchema, null),
  wantedOn: v.nullish(isoDateSchema, null),
});

export const rejectIdeaSchema = v.object({
  id: idSchema,
  version: v.pipe(v.number(), v.integer()),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(500, 'too_long')),
});

/** An idea as the window shows it. */
export interface IdeaView {
  id: string;
  title: string;
  text: string;
  proposer: string | null;
  proposerPerson: { id: string; name: string } | null;
  proposerOrganisation: { id: string; name: string } | null;
  wantedMeetingId: string | null;
  /** "3/2026" */
  wantedMeeting: string | null;
  wantedOn: string | null;
  createdOn: string;
  state: IdeaState;
  rejectionReason: string;
  /** Where it has been taken, e.g. "4/2026 § 40"; null when it has not. */
  takenIn: { meetingId: string; itemId: string; reference: string } | null;
  version: number;
}
