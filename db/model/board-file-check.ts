/** Whether the parts of a board file fit each other: every reference has its target, nothing is there twice. */
import type { BoardFile, BoardFileIssue } from './board-file.ts';
import { yearOf } from './dates.ts';
import { checkBusinessId, checkRegisterNumber } from './identifiers.ts';
import { meetingNumberText, numberingPeriod } from './numbering.ts';
import { DEFAULT_RULES, type RuleProfile } from './rules.ts';

type Meeting = BoardFile['meetings'][number];
type Item = Meeting['items'][number];
type Span = { startsOn: string | null; endsOn: string | null };

const STARTED = ['in_session', 'closed', 'examined', 'published'];
const FINISHED = ['closed', 'examined', 'published'];

/** The rules in force on a day: the newest profile that has begun, else the oldest, else the defaults. */
export function rulesOn(file: BoardFile, date: string): RuleProfile {
  const profiles = file.ruleProfiles.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const inForce = profiles.findLast((profile) => profile.validFrom <= date) ?? profiles[0];
  const given = Object.fromEntries(
    Object.entries(inForce?.rules ?? {}).filter(([, value]) => value !== undefined),
  );
  return { ...DEFAULT_RULES, ...given };
}

/** Everything that is wrong with a board file whose form is right, in the order of the file. */
export function boardFileProblems(file: BoardFile): BoardFileIssue[] {
  const check = new Check(file);
  check.register();
  check.board();
  for (const [index, meeting] of file.meetings.entries()) check.meeting(`meetings.${index}`, meeting);
  check.sectionsAcrossMeetings();
  check.tasks();
  check.ideas();
  return check.issues;
}

class Check {
  readonly issues: BoardFileIssue[] = [];
  readonly #file: BoardFile;
  readonly #persons: ReadonlySet<string>;
  readonly #organisations: ReadonlySet<string>;
  readonly #fields: ReadonlySet<string>;
  readonly #tasks: ReadonlySet<string>;

  constructor(file: BoardFile) {
    this.#file = file;
    this.#persons = new Set(file.persons.map((person) => person.id));
    this.#organisations = new Set(file.organisations.map((organisation) => organisation.id));
    this.#fields = new Set(file.fields.map((field) => field.key));
    this.#tasks = new Set(file.tasks.map((task) => task.code));
  }

  register(): void {
    const { fields, organisations, persons } = this.#file;
    this.#unique(fields, 'fields', 'key', (field) => field.key);
    this.#unique(organisations, 'organisations', 'id', (organisation) => organisation.id);
    this.#unique(organisations, 'organisations', 'businessId', ({ businessId }) =>
      businessId === null ? null : normalised(checkBusinessId(businessId)),
    );
    this.#unique(organisations, 'organisations', 'registerNumber', ({ registerNumber }) =>
      registerNumber === null ? null : normalised(checkRegisterNumber(registerNumber)),
    );
    for (const [index, organisation] of organisations.entries())
      this.#field(`organisations.${index}.field`, organisation.field);
    this.#unique(persons, 'persons', 'id', (person) => person.id);
    for (const [index, person] of persons.entries())
      for (const [at, position] of person.positions.entries()) {
        const path = `persons.${index}.positions.${at}`;
        this.#organisation(`${path}.organisation`, position.organisation);
        this.#span(path, position);
      }
  }

  board(): void {
    const { ruleProfiles, terms, offices } = this.#file;
    this.#unique(ruleProfiles, 'ruleProfiles', 'validFrom', (profile) => profile.validFrom);
    for (const [index, term] of terms.entries()) {
      const path = `terms.${index}`;
      if (term.endsOn <= term.startsOn) this.#add(`${path}.endsOn`, 'ends_before_start');
      if (terms.slice(0, index).some((other) => overlap(other, term))) this.#add(path, 'term_overlap');
      this.#unique(term.seats, `${path}.seats`, 'number', (seat) => seat.number);
      for (const [at, seat] of term.seats.entries()) {
        this.#field(`${path}.seats.${at}.field`, seat.field);
        for (const [place, holder] of seat.holders.entries()) {
          const where = `${path}.seats.${at}.holders.${place}`;
          this.#person(`${where}.person`, holder.person);
          this.#organisation(`${where}.organisation`, holder.organisation);
          this.#span(where, holder);
          if (holder.startsOn !== null && (holder.startsOn < term.startsOn || holder.startsOn > term.endsOn))
            this.#add(`${where}.startsOn`, 'outside_term');
          if (holder.endsOn !== null && holder.endsOn > term.endsOn)
            this.#add(`${where}.endsOn`, 'outside_term');
          const before = seat.holders.slice(0, place).filter((other) => other.role === holder.role);
          if (before.some((other) => overlap(other, holder))) this.#add(where, 'holder_overlap');
        }
      }
    }
    for (const [index, office] of offices.entries()) {
      this.#person(`offices.${index}.person`, office.person);
      this.#span(`offices.${index}`, office);
    }
  }

  meeting(path: string, meeting: Meeting): void {
    const { meetings } = this.#file;
    const same = meetings.find(({ number, year }) => number === meeting.number && year === meeting.year);
    if (same !== meeting) this.#add(`${path}.number`, 'duplicate');
    if (yearOf(meeting.heldOn) !== meeting.year) this.#add(`${path}.year`, 'year_mismatch');
    for (const key of ['chair', 'secretary', 'presenter', 'opener'] as const)
      this.#person(`${path}.${key}`, meeting[key]);
    const needs: [keyof Meeting, readonly string[]][] = [
      ['startedAt', STARTED],
      ['endedAt', FINISHED],
      ['examinedOn', ['examined', 'published']],
      ['displayedFrom', ['published']],
    ];
    for (const [key, states] of needs)
      if (states.includes(meeting.state) && meeting[key] === null) this.#add(`${path}.${key}`, 'required');
    this.#clock(path, meeting.startedAt, 'endedAt', meeting.endedAt);
    for (const [index, one] of meeting.breaks.entries()) {
      this.#clock(`${path}.breaks.${index}`, one.startedAt, 'endedAt', one.endedAt);
      this.#section(`${path}.breaks.${index}.section`, meeting, one.section);
    }
    this.#people(`${path}.examiners`, meeting.examiners);
    for (const list of ['replies', 'calledDeputies'] as const) {
      this.#unique<{ person: string }>(meeting[list], `${path}.${list}`, 'person', ({ person }) => person);
      for (const [index, { person }] of meeting[list].entries())
        this.#person(`${path}.${list}.${index}.person`, person);
    }
    this.#sections(path, meeting);
    this.#unique(meeting.attachments, `${path}.attachments`, 'number', (attachment) => attachment.number);
    for (const [index, attachment] of meeting.attachments.entries())
      this.#section(`${path}.attachments.${index}.section`, meeting, attachment.section);
    this.#unique(meeting.attendance, `${path}.attendance`, 'person', (attendance) => attendance.person);
    for (const [index, attendance] of meeting.attendance.entries()) {
      this.#person(`${path}.attendance.${index}.person`, attendance.person);
      this.#presence(`${path}.attendance.${index}.presence`, meeting, attendance.presence);
    }
    for (const [index, item] of meeting.items.entries()) this.#item(`${path}.items.${index}`, meeting, item);
  }

  /** § numbers are unique within a numbering period (a memo numbers its items anew in each meeting). */
  sectionsAcrossMeetings(): void {
    const seen = new Set<string>();
    for (const [index, meeting] of this.#file.meetings.entries()) {
      const rules = rulesOn(this.#file, meeting.heldOn);
      if (rules.profile === 'memo') continue;
      const term = this.#file.terms.find(
        (one) => one.startsOn <= meeting.heldOn && meeting.heldOn <= one.endsOn,
      );
      if (rules.numbering === 'term' && term === undefined) {
        this.#add(`meetings.${index}.heldOn`, 'outside_term');
        continue;
      }
      const period = numberingPeriod(rules, meeting.heldOn, term ?? null).startsOn;
      const own = new Set<string>();
      for (const [at, item] of meeting.items.entries()) {
        if (item.section === null) continue;
        const key = `${period} ${item.section}`;
        if (seen.has(key)) this.#add(`meetings.${index}.items.${at}.section`, 'duplicate_section');
        own.add(key);
      }
      for (const key of own) seen.add(key);
    }
  }

  tasks(): void {
    const { tasks } = this.#file;
    this.#unique(tasks, 'tasks', 'code', (task) => task.code);
    for (const [index, task] of tasks.entries()) {
      const path = `tasks.${index}`;
      this.#person(`${path}.responsiblePerson`, task.responsiblePerson);
      this.#organisation(`${path}.responsibleOrganisation`, task.responsibleOrganisation);
      this.#itemRef(`${path}.decided`, task.decided);
      for (const [at, change] of task.deadlineChanges.entries())
        this.#itemRef(`${path}.deadlineChanges.${at}.decided`, change.decided);
      const last = task.deadlineChanges.at(-1);
      if (last !== undefined && last.newDueOn !== task.dueOn) this.#add(`${path}.dueOn`, 'deadline_mismatch');
    }
  }

  ideas(): void {
    for (const [index, idea] of this.#file.ideas.entries()) {
      const path = `ideas.${index}`;
      this.#person(`${path}.proposerPerson`, idea.proposerPerson);
      this.#organisation(`${path}.proposerOrganisation`, idea.proposerOrganisation);
      this.#itemRef(`${path}.takenTo`, idea.takenTo);
      const wanted = idea.wantedMeeting;
      if (wanted !== null && !this.#file.meetings.some((one) => meetingNumberText(one) === wanted))
        this.#add(`${path}.wantedMeeting`, 'unknown_meeting');
    }
  }

  #sections(path: string, meeting: Meeting): void {
    const numbered = meeting.items.some((item) => item.section !== null);
    const seen = new Set<number>();
    let before: number | null = null;
    for (const [index, { section }] of meeting.items.entries()) {
      const at = `${path}.items.${index}.section`;
      if (section === null) {
        if (numbered || FINISHED.includes(meeting.state)) this.#add(at, 'required');
        continue;
      }
      if (seen.has(section)) this.#add(at, 'duplicate_section');
      else if (before !== null && section !== before + 1) this.#add(at, 'section_order');
      seen.add(section);
      before = section;
    }
  }

  #presence(path: string, meeting: Meeting, intervals: Meeting['attendance'][number]['presence']): void {
    let reached = -1;
    for (const [index, interval] of intervals.entries()) {
      const at = `${path}.${index}`;
      this.#clock(at, interval.arrivedAt, 'leftAt', interval.leftAt);
      if (meeting.items.length === 0) {
        this.#add(at, 'no_items');
        continue;
      }
      const from = this.#section(`${at}.fromSection`, meeting, interval.fromSection) ?? 0;
      const to = this.#section(`${at}.toSection`, meeting, interval.toSection) ?? meeting.items.length - 1;
      if (to < from) this.#add(`${at}.toSection`, 'ends_before_start');
      else if (from <= reached) this.#add(`${at}.fromSection`, 'presence_overlap');
      reached = Math.max(reached, to);
    }
  }

  #item(path: string, meeting: Meeting, item: Item): void {
    this.#person(`${path}.presenter`, item.presenter);
    this.#organisation(`${path}.applicant`, item.applicant);
    this.#clock(path, item.startedAt, 'endedAt', item.endedAt);
    this.#unique(item.elected, `${path}.elected`, 'person', ({ person, role }) => `${role} ${person}`);
    for (const [index, elected] of item.elected.entries())
      this.#person(`${path}.elected.${index}.person`, elected.person);
    this.#unique(item.conflicts, `${path}.conflicts`, 'person', (conflict) => conflict.person);
    for (const [index, conflict] of item.conflicts.entries()) {
      const at = `${path}.conflicts.${index}`;
      this.#person(`${at}.person`, conflict.person);
      this.#clock(at, conflict.leftAt, 'returnedAt', conflict.returnedAt);
      if (conflict.ground === 'other' && conflict.explanation.trim() === '')
        this.#add(`${at}.explanation`, 'required');
    }
    this.#unique(item.proposals, `${path}.proposals`, 'id', (proposal) => proposal.id);
    for (const [index, proposal] of item.proposals.entries()) {
      this.#person(`${path}.proposals.${index}.proposer`, proposal.proposer);
      this.#people(`${path}.proposals.${index}.seconders`, proposal.seconders);
    }
    for (const [index, vote] of item.votes.entries()) this.#vote(`${path}.votes.${index}`, item, vote);
    for (const [index, election] of item.elections.entries()) {
      const at = `${path}.elections.${index}.candidates`;
      this.#unique(election.candidates, at, 'person', (candidate) => candidate.person);
      for (const [place, candidate] of election.candidates.entries())
        this.#person(`${at}.${place}.person`, candidate.person);
    }
    this.#unique(item.dissents, `${path}.dissents`, 'person', (dissent) => dissent.person);
    for (const [index, dissent] of item.dissents.entries()) {
      this.#person(`${path}.dissents.${index}.person`, dissent.person);
      const known = meeting.attachments.some((attachment) => attachment.number === dissent.attachment);
      if (dissent.attachment !== null && !known)
        this.#add(`${path}.dissents.${index}.attachment`, 'unknown_attachment');
    }
    this.#unique(item.followUps, `${path}.followUps`, '', (code) => code);
    for (const [index, code] of item.followUps.entries())
      if (!this.#tasks.has(code)) this.#add(`${path}.followUps.${index}`, 'unknown_task');
  }

  #vote(path: string, item: Item, vote: Item['votes'][number]): void {
    for (const side of ['aye', 'no'] as const)
      if (vote[side] !== null && !item.proposals.some((proposal) => proposal.id === vote[side]))
        this.#add(`${path}.${side}`, 'unknown_proposal');
    if (vote.aye === vote.no) this.#add(`${path}.no`, 'same_proposal_twice');
    this.#unique(vote.ballots, `${path}.ballots`, 'person', (ballot) => ballot.person);
    for (const [index, ballot] of vote.ballots.entries())
      this.#person(`${path}.ballots.${index}.person`, ballot.person);
    const byName = vote.method === 'roll_call';
    if (byName && vote.counts !== null) this.#add(`${path}.counts`, 'counts_in_roll_call');
    if (!byName && vote.counts === null) this.#add(`${path}.counts`, 'required');
    if (!byName && vote.ballots.length > 0) this.#add(`${path}.ballots`, 'ballots_not_by_name');
  }

  #add(path: string, reason: string): void {
    this.issues.push({ path, reason });
  }

  #unique<T>(
    rows: readonly T[],
    path: string,
    key: string,
    valueOf: (row: T) => string | number | null,
  ): void {
    const seen = new Set<string | number>();
    for (const [index, row] of rows.entries()) {
      const value = valueOf(row);
      if (value === null) continue;
      if (seen.has(value)) this.#add([path, index, key].filter((part) => part !== '').join('.'), 'duplicate');
      seen.add(value);
    }
  }

  #people(path: string, ids: readonly string[]): void {
    this.#unique(ids, path, '', (id) => id);
    for (const [index, id] of ids.entries()) this.#person(`${path}.${index}`, id);
  }

  #person(path: string, id: string | null): void {
    if (id !== null && !this.#persons.has(id)) this.#add(path, 'unknown_person');
  }

  #organisation(path: string, id: string | null): void {
    if (id !== null && !this.#organisations.has(id)) this.#add(path, 'unknown_organisation');
  }

  #field(path: string, key: string | null): void {
    if (key !== null && !this.#fields.has(key)) this.#add(path, 'unknown_field');
  }

  /** Index of the item with that number; `null` for none. */
  #section(path: string, meeting: Meeting, section: number | null): number | null {
    if (section === null) return null;
    const index = meeting.items.findIndex((item) => item.section === section);
    if (index >= 0) return index;
    this.#add(path, 'unknown_section');
    return null;
  }

  #itemRef(path: string, ref: { meeting: string; section: number } | null): void {
    if (ref === null) return;
    const meeting = this.#file.meetings.find((one) => meetingNumberText(one) === ref.meeting);
    if (meeting === undefined) this.#add(`${path}.meeting`, 'unknown_meeting');
    else this.#section(`${path}.section`, meeting, ref.section);
  }

  #span(path: string, span: Span): void {
    if (span.startsOn !== null && span.endsOn !== null && span.endsOn < span.startsOn)
      this.#add(`${path}.endsOn`, 'ends_before_start');
  }

  #clock(path: string, start: string | null, to: string, end: string | null): void {
    if (start !== null && end !== null && end < start) this.#add(`${path}.${to}`, 'ends_before_start');
  }
}

function normalised(check: { ok: true; normalised: string } | { ok: false }): string | null {
  return check.ok ? check.normalised : null;
}

function overlap(a: Span, b: Span): boolean {
  return (
    (a.endsOn === null || b.startsOn === null || b.startsOn <= a.endsOn) &&
    (b.endsOn === null || a.startsOn === null || a.startsOn <= b.endsOn)
  );
}
