/**
 * A meeting situation (kokoustilanne) as data: who is there, what happens, and what must follow from it by the rules.
 * The expected values are reasoned from the rules of the domain, not copied from what the program printed.
 *
 * The board has 16 seats with members M01–M16 and their personal deputies D01–D16. M01 is the chair, M02 the vice
 * chair, S the secretary who also presents (esittelijä), G an outsider. The matter is § 6, being dealt with at 13.30.
 */
import type { DecisionType } from '../../../db/model/decision.ts';
import type { Capacity, Choice, ConflictGround, VoteMethod } from '../../../db/model/facts.ts';
import type { MeetingKind } from '../../../db/model/meeting-kind.ts';
import type { Language } from '../../../db/model/language.ts';
import type { ItemKind } from '../../../db/model/meeting.ts';
import type { RuleProfile } from '../../../db/model/rules.ts';
import type { VoteQuestion } from '../../../db/model/voting.ts';

/** `'M01–M09 D10'` */
export type People = string;

export interface Ballots {
  method?: VoteMethod;
  /** What the rules must ask at this point; the sides follow from it. */
  question?: VoteQuestion;
  /** By name. */
  aye?: People;
  no?: People;
  blank?: People;
  /** Else as counted: aye, no, blank. */
  counts?: [number, number, number];
  chair?: Choice;
  lot?: 'aye' | 'no';
  /** Sides set by hand, by the names of the proposers; null is the base proposal. */
  sides?: [aye: string | null, no: string | null];
}

export type Step =
  | { arrive: string; at?: string; as?: Capacity; remote?: boolean; speakerOnly?: boolean; title?: string }
  | { leave: string; at?: string }
  | { excuse: string }
  | {
      conflict: string;
      ground?: ConflictGround;
      words?: string;
      by?: 'self' | 'board';
      away?: [string, string];
    }
  | { counter: string; text?: string; seconded?: People; withdrawn?: boolean }
  | { returning: string; seconded?: People }
  | { tabling: string; seconded?: People }
  | { vote: Ballots }
  | { election: Record<string, number>; places?: number; blanks?: number; lot?: People; record?: boolean }
  | { elected: People }
  | { examiners: People }
  | { decide: DecisionType }
  | { write: string }
  | { dissent: string; reasons?: string; attached?: boolean }
  | { task: string; dueOn: string }
  | { extend: string; to: string }
  | { putOff: true }
  | { pause: [string, string] }
  | { examined: true }
  | { applicant: true }
  | { position: string; role: 'board_member' | 'employee' | 'manager' }
  | { next: true; at?: string }
  | { item: ItemKind; at?: string }
  | { close: string }
  | { reopen: string }
  | { times: [string, string | null] };

/** What comes before the meeting. */
export type Preparation =
  | { vacate: number; on: string }
  | { seat: number; as: 'member' | 'deputy'; person: string; from: string }
  | { rules: Partial<RuleProfile>; from: string };

export interface ExpectedVote {
  aye: number;
  no: number;
  blank: number;
  winner: 'aye' | 'no' | null;
  by: 'majority' | 'chair' | 'lot' | 'base_stands' | null;
  missing?: number;
  problems?: string[];
}

export interface Expected {
  /** Those with a vote at the item. */
  voters: number;
  /** 9 by default: more than half of 16. */
  required?: number;
  /** By default what `voters` and `required` say. */
  quorate?: boolean;
  /** Short name of who presides; M01 by default. */
  chair?: string | null;
  /** Voters at each § where they matter: § → number. */
  timeline?: Record<number, number>;
  votes?: ExpectedVote[];
  /** What is still to be voted on. */
  next?: VoteQuestion | 'decided' | 'unresolved';
  /** Standings of the proposals in order. */
  standings?: ('live' | 'lapsed' | 'withdrawn' | 'void')[];
  /** What is wrong with the decision; nothing by default. */
  problems?: string[];
  /** Errors and warnings that the check finds at the item or in the meeting. */
  findings?: string[];
  suggested?: string[];
  /** Sentences of the minutes. */
  printed: string[];
  notPrinted?: string[];
  sv?: string[];
  en?: string[];
}

export interface Situation {
  name: string;
  /** The rule it follows from. */
  rule: string;
  rules?: Partial<RuleProfile>;
  /** An ordinary meeting by default; without people coming together, who answered is there. */
  kind?: MeetingKind;
  /** Who opens an organising meeting. */
  opener?: string;
  /** A body below the board with these members instead of the board itself. */
  body?: { members: People; chair: string; profile: 'minutes' | 'memo' };
  /** Language of the minutes; Finnish by default. */
  language?: Language;
  before?: Preparation[];
  /** Days on which the call and the agenda were sent; both in good time by default. */
  sent?: [call: string | null, agenda: string | null];
  /** Who is there when the chair opens the meeting; M01–M10 by default. */
  present?: People;
  steps: Step[];
  expected: Expected;
}

/** `'M01–M03 D05'` → M01, M02, M03, D05 */
export function namesOf(people: People | undefined): string[] {
  return (people ?? '')
    .split(/\s+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const range = /^([A-Z])(\d\d)–[A-Z](\d\d)$/.exec(part);
      if (!range) return [part];
      const [, letter, from, to] = range;
      return Array.from(
        { length: Number(to) - Number(from) + 1 },
        (_, index) => `${letter}${String(Number(from) + index).padStart(2, '0')}`,
      );
    });
}
