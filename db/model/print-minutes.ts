/**
 * The minutes document in words: a PrintableDocument in one language, in the order and with the side headings
 * of a Finnish pöytäkirja (domain brief section 2, SFS 2487). Texts of the secretary stay as written.
 */
import { conflictGroundText } from './conflict.ts';
import { formatDate, formatTime, formatTimeRange, weekdayName } from './dates.ts';
import { sideName, untoldSentences, voteResultSentences, type Wording } from './item-sentences.ts';
import { inLanguage, type Language } from './language.ts';
import type {
  MinutesAttendance,
  MinutesDocument,
  MinutesItem,
  MinutesPerson,
  MinutesTask,
} from './minutes-document.ts';
import { joinNames, phrase, type PhraseKey, type Phrases, type PhraseValues } from './phrases.ts';
import type { PrintableBlock, PrintableDocument, PrintablePart } from './printable.ts';
import { isEmptyText, plainText, richText, type RichBlock, type RichText } from './rich-text.ts';

/** Name with initials, as lists of people show it: "Jäsen 04 (J04)". */
function fullName(person: MinutesPerson): string {
  return person.shortName === person.name ? person.name : `${person.name} (${person.shortName})`;
}

/**
 * @param document composed minutes
 * @param language of labels and derived sentences
 */
export function printMinutes(
  document: MinutesDocument,
  phrases: Phrases,
  language: Language,
): PrintableDocument {
  return new MinutesPrinter(document, phrases, language).print();
}

class MinutesPrinter {
  private readonly document: MinutesDocument;
  private readonly wording: Wording;
  private readonly language: Language;
  private readonly memo: boolean;

  constructor(document: MinutesDocument, phrases: Phrases, language: Language) {
    this.document = document;
    this.language = language;
    this.wording = { phrases, language };
    this.memo = document.rules.profile === 'memo';
  }

  private say(key: PhraseKey, values: PhraseValues = {}): string {
    return phrase(this.wording.phrases, key, this.language, values);
  }

  private date(iso: string): string {
    return formatDate(iso, this.language);
  }

  private time(clock: string): string {
    return formatTime(clock, this.language);
  }

  print(): PrintableDocument {
    const { document } = this;
    const { meeting } = document;
    const type = this.say(this.memo ? 'document.memo' : 'document.minutes');
    const number = `${meeting.number}/${meeting.year}`;
    const organisation = inLanguage(document.board, this.language);
    return {
      kind: 'minutes',
      language: this.language,
      title: this.say('document.title', { document: type, number, board: organisation }),
      identification: {
        organisation,
        documentType: type,
        number,
        date: this.date(meeting.heldOn),
        isoDate: meeting.heldOn,
        diaryNumber: meeting.diaryNumber,
        status: this.status(),
      },
      keywords: [type, document.board.shortName, number],
      blocks: [
        this.meetingFacts(),
        ...this.attendance(),
        { type: 'heading', level: 2, text: this.say('label.items') },
        ...document.items.map((item) => this.item(item)),
        ...this.attachments(),
        ...this.ending(),
      ],
    };
  }

  private status(): string {
    const { state, examination } = this.document;
    if (state === 'draft') return this.say('status.draft');
    if (state === 'unexamined') return this.say('status.unexamined');
    return examination.examinedOn === null
      ? this.say('status.examined')
      : this.say('status.examinedOn', { date: this.date(examination.examinedOn) });
  }

  private meetingFacts(): PrintableBlock {
    const { meeting, chair, secretary, presenter, examiners } = this.document;
    const start = meeting.startedAt ?? meeting.plannedStart;
    const clock =
      start === null
        ? ''
        : meeting.endedAt === null
          ? this.say('time.at', { time: this.time(start) })
          : this.say('time.range', timeParts(formatTimeRange(start, meeting.endedAt, this.language)));
    const rows: { label: string; lines: string[] }[] = [
      {
        label: this.say('label.meetingTime'),
        lines: [`${weekdayName(meeting.heldOn, this.language)} ${this.date(meeting.heldOn)} ${clock}`.trim()],
      },
    ];
    const add = (key: PhraseKey, lines: (string | null)[]): void => {
      const filled = lines.filter((line): line is string => line !== null && line !== '');
      if (filled.length > 0) rows.push({ label: this.say(key), lines: filled });
    };
    add('label.meetingPlace', [meeting.place]);
    add('label.chair', [chair && fullName(chair)]);
    add('label.minutesKeeper', [secretary && fullName(secretary)]);
    if (presenter && presenter.id !== secretary?.id) add('label.presenter', [fullName(presenter)]);
    if (!this.memo) add('label.examiners', examiners.map(fullName));
    return { type: 'facts', rows };
  }

  private attendance(): PrintableBlock[] {
    const rows = this.document.attendance;
    const present = rows.filter((row) => row.intervals.length > 0);
    const board = present.filter((row) => row.capacity === 'member' || row.capacity === 'deputy');
    const others = present.filter((row) => row.capacity !== 'member' && row.capacity !== 'deputy');
    const absent = rows.filter((row) => row.intervals.length === 0 && row.capacity === 'member');
    const columns = (names: [PhraseKey, number][]) =>
      names.map(([key, width]) => ({ label: this.say(key), width }));
    return [
      { type: 'heading', level: 2, text: this.say('label.present') },
      ...(board.length > 0
        ? [
            {
              type: 'table' as const,
              caption: this.say('list.and', {
                a: this.say('label.members'),
                b: this.say('label.deputies').toLocaleLowerCase(this.language),
              }),
              columns: columns([
                ['label.name', 3],
                ['label.organisation', 3.6],
                ['label.role', 2.6],
                ['label.present', 3.3],
              ]),
              rows: board.map((row) => [
                fullName(row.person),
                row.organisation ?? '',
                this.role(row),
                this.presence(row),
              ]),
            },
          ]
        : []),
      ...(others.length > 0
        ? [
            {
              type: 'table' as const,
              caption: this.say('label.others'),
              columns: columns([
                ['label.name', 3],
                ['label.role', 6.2],
                ['label.present', 3.3],
              ]),
              rows: others.map((row) => [fullName(row.person), this.role(row), this.presence(row)]),
            },
          ]
        : []),
      ...(absent.length > 0
        ? [
            {
              type: 'facts' as const,
              rows: [{ label: this.say('label.absent'), lines: absent.map((row) => this.absence(row)) }],
            },
          ]
        : []),
    ];
  }

  private role(row: MinutesAttendance): string {
    if (row.title !== '') return row.title;
    if (row.office === 'chair') return this.say('label.chair').toLocaleLowerCase(this.language);
    if (row.office === 'vice_chair') return this.say('label.viceChair').toLocaleLowerCase(this.language);
    if (row.capacity === 'deputy' && row.counterpart)
      return `${this.say('label.deputy').toLocaleLowerCase(this.language)} (${row.counterpart.shortName})`;
    const keys: Record<MinutesAttendance['capacity'], PhraseKey> = {
      member: 'label.member',
      deputy: 'label.deputy',
      secretary: 'label.secretary',
      presenter: 'label.presenter',
      expert: 'label.expert',
      guest: 'label.guest',
    };
    return this.say(keys[row.capacity]).toLocaleLowerCase(this.language);
  }

  /** "22–35 §", with what cut it short below. */
  private presence(row: MinutesAttendance): string {
    const ranges = row.intervals
      .map((interval) => this.range(interval.fromSection, interval.toSection))
      .join(', ');
    const sections = this.document.items.map((item) => item.section);
    const notes: string[] = [];
    for (const interval of row.intervals) {
      const conflictBefore = row.conflicts.some((c) => c.section === interval.fromSection - 1);
      const conflictAfter = row.conflicts.some((c) => c.section === interval.toSection + 1);
      const late = interval.fromSection > (sections[0] ?? 0) && !conflictBefore;
      const early =
        interval.toSection < (sections.at(-1) ?? 0) && !conflictAfter && this.document.state !== 'draft';
      if (late && early && interval.arrivedAt !== null && interval.leftAt !== null)
        notes.push(
          this.say(
            'time.range',
            timeParts(formatTimeRange(interval.arrivedAt, interval.leftAt, this.language)),
          ),
        );
      else if (late) notes.push(this.note('Arrived', interval.fromSection, interval.arrivedAt));
      else if (early) notes.push(this.note('Left', interval.toSection, interval.leftAt));
      if (interval.remote) notes.push(this.say('attendance.remote'));
    }
    for (const conflict of row.conflicts)
      notes.push(
        conflict.leftAt !== null && conflict.returnedAt !== null
          ? this.say(this.memo ? 'attendance.noteConflictItem' : 'attendance.noteConflict', {
              section: conflict.section,
              item: conflict.section,
              ...timeParts(formatTimeRange(conflict.leftAt, conflict.returnedAt, this.language)),
            })
          : this.say('attendance.noteConflictNoTime', { section: conflict.section }),
      );
    return [ranges, ...new Set(notes)].join('\n');
  }

  private note(what: 'Arrived' | 'Left', section: number, time: string | null): string {
    if (time === null) return this.say(`attendance.note${what}NoTime`, { section });
    return this.memo
      ? this.say(`attendance.note${what}Item`, { item: section, time: this.time(time) })
      : this.say(`attendance.note${what}`, { section, time: this.time(time) });
  }

  private range(from: number, to: number): string {
    const one = this.memo ? 'item.heading' : 'section.heading';
    return this.say(one, { n: from === to ? String(from) : `${from}–${to}` });
  }

  private absence(row: MinutesAttendance): string {
    const notes = [
      row.excused || row.excusedOn !== null
        ? row.excusedOn === null
          ? this.say('attendance.excusedNoDate')
          : this.say('attendance.excused', { date: this.date(row.excusedOn) })
        : null,
      row.counterpart
        ? `${this.say('label.deputy').toLocaleLowerCase(this.language)} ${row.counterpart.shortName}`
        : null,
    ].filter((note) => note !== null);
    return notes.length === 0 ? fullName(row.person) : `${fullName(row.person)}: ${notes.join(', ')}`;
  }

  private item(item: MinutesItem): PrintableBlock {
    const { labels } = this.document.rules;
    const parts: PrintablePart[] = [];
    const text = (label: string, body: RichText | null, strong = false): void => {
      if (!isEmptyText(body)) parts.push({ type: 'text', label, body: body?.content ?? [], strong });
    };
    const lines = (key: PhraseKey, sentences: string[]): void => {
      if (sentences.length > 0)
        parts.push({
          type: 'text',
          label: this.say(key),
          body: sentences.flatMap((s) => richText(s).content),
          strong: false,
        });
    };
    text(inLanguage(labels.account, this.language), item.account);
    text(inLanguage(labels.proposal, this.language), item.proposal);
    if (item.kind === 'lawfulness') lines('label.quorum', this.lawfulness(item));
    lines(
      'label.conflict',
      item.conflicts.map((c) => this.conflict(c)),
    );
    const proceedings: RichBlock[] = [
      ...(isEmptyText(item.proceedings) ? [] : (item.proceedings?.content ?? [])),
      ...untoldSentences(this.document, item, this.wording).flatMap((sentence) => richText(sentence).content),
    ];
    if (proceedings.length > 0)
      parts.push({
        type: 'text',
        label: inLanguage(labels.proceedings, this.language),
        body: proceedings,
        strong: false,
      });
    item.votes.forEach((vote, index) => parts.push(this.vote(item, vote, index)));
    item.elections.forEach((election) => lines('label.election', this.election(election)));
    text(inLanguage(labels.decision, this.language), item.decision, true);
    lines(
      'label.dissent',
      item.dissents.flatMap((dissent) => this.dissent(dissent)),
    );
    lines(
      'label.tasks',
      [...item.followedTasks, ...item.tasks].map((task) => this.task(task)),
    );
    lines(
      'label.attachments',
      item.attachments.map((a) => `${this.say('attachment.number', { n: a.number })} ${a.title}`),
    );
    return {
      type: 'item',
      number: this.say(this.memo ? 'item.heading' : 'section.heading', { n: item.section }),
      title: item.title,
      diaryNumber: item.diaryNumber,
      parts,
    };
  }

  /** The checks that belong to the lawfulness item: quorum as counted, and a late notice as a warning. */
  private lawfulness(item: MinutesItem): string[] {
    const { meeting, seats } = this.document;
    const present = this.say('quorum.present', { n: item.voters, seats });
    const sentences = plainText(item.proceedings).includes(present) ? [] : [present];
    const late = (
      sentOn: string | null,
      check: MinutesDocument['meeting']['notice'],
      key: 'lawfulness.noticeLate' | 'lawfulness.agendaLate',
    ): void => {
      if (sentOn !== null && !check.ok)
        sentences.push(
          this.say(key, { date: this.date(sentOn), days: check.days ?? 0, required: check.required }),
        );
    };
    if (meeting.callSentOn === null && this.document.state !== 'draft')
      sentences.push(this.say('lawfulness.noticeMissing'));
    late(meeting.callSentOn, meeting.notice, 'lawfulness.noticeLate');
    late(meeting.agendaSentOn, meeting.agendaNotice, 'lawfulness.agendaLate');
    return sentences;
  }

  private conflict(conflict: MinutesItem['conflicts'][number]): string {
    const ground = conflictGroundText(
      conflict.ground,
      conflict.explanation,
      this.language,
      this.document.rules.legal.conflict,
    );
    const times =
      conflict.leftAt !== null && conflict.returnedAt !== null
        ? ` (${this.say('time.range', timeParts(formatTimeRange(conflict.leftAt, conflict.returnedAt, this.language)))})`
        : '';
    return `${fullName(conflict.person)}: ${ground}${times}`;
  }

  private vote(item: MinutesItem, vote: MinutesItem['votes'][number], index: number): PrintablePart {
    const methods = {
      roll_call: 'vote.byRollCall',
      count: 'vote.byCount',
      secret: 'vote.bySecretBallot',
    } as const;
    const choices = { aye: 'vote.aye', no: 'vote.no', blank: 'vote.blank' } as const;
    const conflicted = item.conflicts.map((c) => c.person.shortName);
    return {
      type: 'vote',
      label: item.votes.length > 1 ? this.say('vote.caption', { n: index + 1 }) : this.say('label.vote'),
      lines: [
        this.say(methods[vote.method]),
        this.say('vote.proposition', {
          aye: sideName(this.document, vote.aye, this.wording),
          no: sideName(this.document, vote.no, this.wording),
        }),
      ],
      caption: vote.method === 'roll_call' ? this.say('label.rollCall') : '',
      columns: vote.method === 'roll_call' ? [this.say('label.name'), this.say('label.votes')] : [],
      rows: vote.ballots.map((ballot) => [fullName(ballot.person), this.say(choices[ballot.choice])]),
      result: [
        this.say('vote.totals', { aye: vote.result.aye, no: vote.result.no, blank: vote.result.blank }),
        ...(conflicted.length > 0
          ? [
              this.say('vote.conflicted', {
                names: joinNames(this.wording.phrases, this.language, conflicted),
              }),
            ]
          : []),
        ...voteResultSentences(this.document, vote, index === item.votes.length - 1, this.wording).filter(
          (sentence) => !plainText(item.decision).includes(sentence),
        ),
      ],
    };
  }

  private election(election: MinutesItem['elections'][number]): string[] {
    const given = election.candidates.map((c) =>
      this.say('election.candidateVotes', { person: c.person.shortName, votes: c.votes }),
    );
    if (election.blanks > 0) given.push(this.say('election.blanks', { n: election.blanks }));
    const elected = election.candidates.filter((c) => c.elected).map((c) => c.person.shortName);
    return [
      this.say('election.votes', { votes: given.join(', ') }),
      ...(election.byLot
        ? [this.say(this.document.rules.electionTie === 'lot' ? 'election.tieLot' : 'election.tieChair')]
        : []),
      ...(elected.length > 0
        ? [
            this.say('election.elected', {
              count: elected.length,
              names: joinNames(this.wording.phrases, this.language, elected),
            }),
          ]
        : []),
    ];
  }

  private dissent(dissent: MinutesItem['dissents'][number]): string[] {
    const person = dissent.person.shortName;
    return [
      dissent.declared === ''
        ? this.say('dissent.declared', { person })
        : this.say('dissent.when', { person, declared: dissent.declared }),
      ...(dissent.reasons === '' ? [] : [this.say('dissent.reasons', { text: dissent.reasons })]),
      ...(dissent.attachmentNumber === null
        ? []
        : [this.say('dissent.attached', { n: dissent.attachmentNumber })]),
    ];
  }

  private task(task: MinutesTask): string {
    const states = {
      open: 'task.open',
      in_progress: 'task.inProgress',
      done: 'task.done',
      cancelled: 'task.cancelled',
    } as const;
    const facts = [
      task.responsible === null ? null : `${this.say('task.responsible')}: ${task.responsible}`,
      task.dueOn === null ? null : `${this.say('task.due')}: ${this.date(task.dueOn)}`,
      `${this.say('task.state')}: ${this.say(states[task.state])}`,
      task.result === '' ? null : `${this.say('task.result')}: ${task.result}`,
    ].filter((fact) => fact !== null);
    return `${task.code} ${task.title}. ${facts.join('; ')}.`;
  }

  private attachments(): PrintableBlock[] {
    const { attachments } = this.document;
    if (attachments.length === 0) return [];
    return [
      {
        type: 'list',
        heading: this.say('label.attachments'),
        rows: attachments.map((a) => ({
          label: this.say('attachment.number', { n: a.number }),
          text: a.section === null ? a.title : `${a.title} (${this.range(a.section, a.section)})`,
        })),
      },
    ];
  }

  private ending(): PrintableBlock[] {
    const { chair, secretary, examiners, examination, rules } = this.document;
    const sign = (person: MinutesPerson, role: PhraseKey) => ({
      name: fullName(person),
      role: this.say(role),
      note: '',
    });
    const blocks: PrintableBlock[] = [
      {
        type: 'signatures',
        heading: this.say('label.signatures'),
        text: [],
        rows: [
          ...(chair ? [sign(chair, 'signature.chair')] : []),
          ...(secretary ? [sign(secretary, 'signature.secretary')] : []),
        ],
      },
    ];
    if (this.memo) return blocks;
    const text =
      examination.examinedOn !== null
        ? [
            this.say('examination.text'),
            this.say('status.examinedOn', { date: this.date(examination.examinedOn) }),
          ]
        : examiners.length === 0
          ? [this.say('examination.nextMeeting')]
          : examination.dueOn === null
            ? []
            : [this.say('examination.dueOn', { date: this.date(examination.dueOn) })];
    blocks.push({
      type: 'signatures',
      heading: this.say('label.examination'),
      text,
      rows: examiners.map((person) => sign(person, 'examination.examiner')),
    });
    const facts: { label: string; lines: string[] }[] = [];
    if (examination.displayedFrom !== null)
      facts.push({
        label: this.say('label.display'),
        lines: [
          this.say(this.document.state === 'examined' ? 'display.since' : 'display.from', {
            date: this.date(examination.displayedFrom),
          }),
        ],
      });
    const appeal = inLanguage(rules.legal.appeal, this.language);
    if (appeal.trim() !== '') facts.push({ label: this.say('label.noAppeal'), lines: [appeal] });
    if (facts.length > 0) blocks.push({ type: 'facts', rows: facts });
    return blocks;
  }
}

/** "14.01–14.14" as the two values of a phrase. */
function timeParts(range: string): { from: string; to: string } {
  const [from = '', to = ''] = range.split('–');
  return { from, to };
}
