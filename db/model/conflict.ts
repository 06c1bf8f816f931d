/** Conflict of interest (esteellisyys): suggestions from the register of positions, printed grounds, who may take part. */
import type { ConflictGround, MeetingFacts } from './facts.ts';
import type { Language } from './language.ts';
import { DEFAULT_RULES } from './rules.ts';
import { voterStatus } from './quorum.ts';

/** A person's position in an organisation on some days (sidonnaisuus). */
export interface Position {
  personId: string;
  organisationId: string;
  /** One of `POSITION_ROLES` of an organisation; any other word suggests nothing, `deputy_board_member` excepted. */
  role: string;
  /** ISO dates, both included; absent or null: open. */
  startsOn?: string | null;
  endsOn?: string | null;
}

export interface ConflictSuggestion {
  personId: string;
  ground: ConflictGround;
  /** The roles that gave rise to it. */
  roles: string[];
  /** `possible`: to be thought about, e.g. a deputy member of the applicant's board. */
  strength: 'strong' | 'possible';
}

const SUGGESTED: Partial<Record<string, Pick<ConflictSuggestion, 'ground' | 'strength'>>> = {
  chair: { ground: 'body_member', strength: 'strong' },
  vice_chair: { ground: 'body_member', strength: 'strong' },
  board_member: { ground: 'body_member', strength: 'strong' },
  manager: { ground: 'body_member', strength: 'strong' },
  deputy_board_member: { ground: 'body_member', strength: 'possible' },
  employee: { ground: 'employment', strength: 'strong' },
};

/**
 * Who might be in conflict in an item that concerns an organisation: people who on that day sit on its board
 * or lead it (yhteisöjäävi, hallintolaki 28 § 1 mom. 5 kohta) or are employed by it (4 kohta). Mere membership
 * is not suggested. It is a suggestion: the person concerned assesses first, the board settles disputes.
 * @param applicantOrganisationId null: the item concerns no organisation, nothing is suggested
 * @param date ISO date of the meeting
 * @returns one row per person and ground, in the order of `positions`
 */
export function suggestConflicts(
  applicantOrganisationId: string | null,
  positions: readonly Position[],
  date: string,
): ConflictSuggestion[] {
  if (applicantOrganisationId === null) return [];
  const found = new Map<string, ConflictSuggestion>();
  for (const position of positions) {
    const suggested = Object.hasOwn(SUGGESTED, position.role) ? SUGGESTED[position.role] : undefined;
    const holdsNow = (position.startsOn ?? date) <= date && date <= (position.endsOn ?? date);
    if (suggested === undefined || position.organisationId !== applicantOrganisationId || !holdsNow) continue;
    const key = `${position.personId} ${suggested.ground}`;
    const earlier = found.get(key);
    if (earlier === undefined) {
      found.set(key, { personId: position.personId, ...suggested, roles: [position.role] });
    } else {
      earlier.roles.push(position.role);
      if (suggested.strength === 'strong') earlier.strength = 'strong';
    }
  }
  return [...found.values()];
}

/** Points (kohdat) of hallintolaki 28 § 1 mom. with their short names. */
const GROUND_NAMES: Record<
  Exclude<ConflictGround, 'other'>,
  { point: number; name: Record<Language, string> }
> = {
  party: { point: 1, name: { fi: 'osallisuusjäävi', sv: 'partsjäv', en: 'party to the matter' } },
  representative: { point: 2, name: { fi: 'edustusjäävi', sv: 'ombudsjäv', en: 'representing a party' } },
  special_benefit: {
    point: 3,
    name: { fi: 'intressijäävi', sv: 'intressejäv', en: 'particular benefit or loss' },
  },
  employment: {
    point: 4,
    name: {
      fi: 'palvelussuhde- ja toimeksiantosuhdejäävi',
      sv: 'anställnings- och uppdragsjäv',
      en: 'employment or commission',
    },
  },
  body_member: {
    point: 5,
    name: { fi: 'yhteisöjäävi', sv: 'samfundsjäv', en: "member of the organisation's governing body" },
  },
  supervision: {
    point: 6,
    name: { fi: 'valvontajäävi', sv: 'tillsynsjäv', en: 'direction or supervision' },
  },
  general_clause: {
    point: 7,
    name: { fi: 'yleislausekejäävi', sv: 'generalklausulen', en: 'general clause' },
  },
};

/** The law that applies by default, in the three languages; a board that names another law gets its own words. */
const DEFAULT_LAW: Record<Language, string> = {
  fi: DEFAULT_RULES.legal.conflict,
  sv: 'förvaltningslagen 28 §',
  en: 'Administrative Procedure Act, s. 28',
};

/**
 * The ground of a conflict as printed: `hallintolaki 28 § 1 mom. 5 kohta (yhteisöjäävi)`, followed by a colon
 * and the person's own words where there are some. Ground `other` prints the words alone, and nothing when they are
 * missing (see `conflictGroundProblem`).
 * @param law the board's `rules.legal.conflict`; in Swedish and English the default law is translated
 */
export function conflictGroundText(
  ground: ConflictGround,
  freeText: string | null,
  language: Language,
  law: string = DEFAULT_LAW.fi,
): string {
  const words = (freeText ?? '').trim();
  if (ground === 'other') return words;
  const { point, name } = GROUND_NAMES[ground];
  const printedLaw = law === DEFAULT_LAW.fi ? DEFAULT_LAW[language] : law;
  const place = {
    fi: ` 1 mom. ${point} kohta`,
    sv: ` 1 mom. ${point} punkten`,
    en: `(1)(${point})`,
  }[language];
  const printed = `${printedLaw}${place} (${name[language]})`;
  return words === '' ? printed : `${printed}: ${words}`;
}

/** The reason must be written down (Chancellor of Justice, OKV/1691/1/2015): `other` needs words of its own. */
export function conflictGroundProblem(
  ground: ConflictGround,
  freeText: string | null,
): 'conflict_ground_missing' | null {
  return ground === 'other' && (freeText ?? '').trim() === '' ? 'conflict_ground_missing' : null;
}

/**
 * Whether somebody may be there and speak when an item is dealt with: present and not in conflict
 * (hallintolaki 27 §). Throws `unknown_item`.
 */
export function mayTakePart(facts: MeetingFacts, itemIndex: number, personId: string): boolean {
  return voterStatus(facts, itemIndex).presentIds.includes(personId);
}

/**
 * Whether somebody may make a proposal, second one or vote in an item: only those who have a vote in it.
 * Throws `unknown_item`.
 */
export function mayProposeAndVote(facts: MeetingFacts, itemIndex: number, personId: string): boolean {
  return voterStatus(facts, itemIndex).voters.some((voter) => voter.personId === personId);
}
