/** The form of an effect: what is entered so far, and the effect that comes of it. */
import type { EffectView } from '../../../db/model/effect-view.ts';
import {
  earliestEffect,
  type EffectKind,
  type RegisterEffect,
  type RegisterEffectInput,
} from '../../../db/model/register-effect.ts';
import type { PracticeStage } from '../../../db/model/practice.ts';
import type { RuleProfile } from '../../../db/model/rules.ts';
import type { Option } from '../../ui/ListBox.tsx';
import type { Composition } from './use-effects.ts';

export type SeatRole = 'member' | 'deputy';

export interface EffectDraft {
  kind: EffectKind;
  seatId: string | null;
  role: SeatRole;
  /** A person of the register, or the name of a new one. */
  person: Option | null;
  newName: string | null;
  organisation: Option | null;
  office: 'chair' | 'vice_chair';
  cause: 'resignation' | 'release' | 'other';
  /** The first day; of leaving, the last. */
  date: string | null;
  rules: RuleProfile | null;
  practice: Option | null;
  /** By its code; null: the practice itself. */
  municipality: Option | null;
  practiceStage: PracticeStage;
  decidedBy: string;
  reason: string;
}

export const leaves = (kind: EffectKind): boolean =>
  kind === 'seat_vacated' || kind === 'organisation_resigned';

/** The day that a kind proposes: as soon as it can be. */
export function proposedDay(kind: EffectKind, heldOn: string): string {
  return leaves(kind) ? heldOn : earliestEffect(kind, heldOn);
}

export function emptyDraft(kind: EffectKind, heldOn: string): EffectDraft {
  return {
    kind,
    seatId: null,
    role: 'member',
    person: null,
    newName: null,
    organisation: null,
    office: 'chair',
    cause: 'resignation',
    date: proposedDay(kind, heldOn),
    rules: null,
    practice: null,
    municipality: null,
    practiceStage: 'offered',
    decidedBy: '',
    reason: '',
  };
}

/** An effect that is there already, as its form shows it. */
export function draftOf({ effect, names }: EffectView): EffectDraft {
  const option = (id: string | null, label: string | null): Option | null =>
    id === null ? null : { id, label: label ?? '' };
  const organisationId =
    'organisationId' in effect
      ? effect.organisationId
      : 'askOrganisationId' in effect
        ? effect.askOrganisationId
        : null;
  return {
    ...emptyDraft(effect.kind, ''),
    seatId: 'seatId' in effect ? effect.seatId : null,
    role: 'role' in effect ? effect.role : 'member',
    person: 'personId' in effect ? option(effect.personId, names.person) : null,
    organisation: option(organisationId, names.organisation),
    office: 'office' in effect ? effect.office : 'chair',
    cause: 'cause' in effect ? effect.cause : 'resignation',
    date: 'lastDay' in effect ? effect.lastDay : effect.from,
    rules: 'rules' in effect ? effect.rules : null,
    ...(effect.kind === 'practice_stage_changed' && {
      practice: option(effect.practiceId, names.practice),
      municipality: option(effect.municipality, names.municipality?.fi ?? null),
      practiceStage: effect.stage,
      decidedBy: effect.decidedBy,
      reason: effect.reason,
    }),
  };
}

/** Who is replaced when the place is filled: its holder, unless another effect of the meeting vacates it. */
export function replacedBy(
  draft: EffectDraft,
  composition: Composition | undefined,
  others: readonly EffectView[],
): { id: string; name: string } | null {
  const seat = composition?.seats.find(({ id }) => id === draft.seatId);
  const holder = seat?.[draft.role] ?? null;
  const isVacated = others.some(
    ({ effect, stage }) =>
      effect.kind === 'seat_vacated' &&
      stage !== 'lapsed' &&
      effect.seatId === draft.seatId &&
      effect.role === draft.role,
  );
  return holder === null || isVacated ? null : { id: holder.person.id, name: holder.person.name };
}

/**
 * The effect of a complete draft, null while something is missing.
 * @param personId of the chosen person, also one entered just now
 */
export function effectOf(
  draft: EffectDraft,
  personId: string | null,
  replacesPersonId: string | null,
): RegisterEffectInput | null {
  const { kind, seatId, role, date, office, cause, rules } = draft;
  const organisationId = draft.organisation?.id ?? null;
  if (date === null) return null;
  const from = date;
  switch (kind) {
    case 'seat_filled':
      return seatId === null || personId === null
        ? null
        : { kind, seatId, role, personId, organisationId, from, replacesPersonId };
    case 'seat_vacated':
      return seatId === null || personId === null
        ? null
        : { kind, seatId, role, personId, lastDay: date, cause };
    case 'deputy_rises':
      return seatId === null || personId === null
        ? null
        : { kind, seatId, personId, from, askOrganisationId: organisationId };
    case 'office_elected':
      return personId === null ? null : { kind, office, personId, from };
    case 'organisation_admitted':
      return organisationId === null ? null : { kind, organisationId, from };
    case 'organisation_resigned':
      return organisationId === null ? null : { kind, organisationId, lastDay: date };
    case 'rules_changed':
      return rules === null ? null : { kind, from, rules };
    case 'practice_stage_changed':
      return draft.practice === null
        ? null
        : {
            kind,
            practiceId: draft.practice.id,
            municipality: draft.municipality?.id ?? null,
            stage: draft.practiceStage,
            decidedBy: draft.municipality === null ? '' : draft.decidedBy,
            reason: draft.reason,
            from,
          };
  }
}

/** Whether the same has been entered already. */
export function isEntered(effect: RegisterEffectInput, others: readonly EffectView[]): boolean {
  return others.some((other) => {
    const known: RegisterEffect = other.effect;
    return (
      known.kind === effect.kind &&
      'personId' in known &&
      'personId' in effect &&
      known.personId === effect.personId
    );
  });
}
