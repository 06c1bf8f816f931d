/** Plays a situation through the services of the program on a real database file, step by step. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { expect } from 'vitest';
import type { Database } from '../../../db/core/schema.ts';
import {
  addConflict,
  saveDissent,
  saveElection,
  saveProposal,
  saveVote,
  setElected,
} from '../../../db/features/live.ts';
import { examineItem } from '../../../db/features/item-examination.ts';
import { addItem } from '../../../db/features/items.ts';
import {
  closeMeeting,
  openMeeting,
  recordCall,
  reopenMeeting,
  setCurrentItem,
} from '../../../db/features/meeting-course.ts';
import { endBreak, setMeetingTimes, startBreak } from '../../../db/features/meeting-times.ts';
import { saveRules } from '../../../db/features/boards.ts';
import { composeMinutes } from '../../../db/features/minutes.ts';
import { addPosition } from '../../../db/features/persons.ts';
import { putOffFrom } from '../../../db/features/put-off.ts';
import { endSeatHolder, setSeatHolder } from '../../../db/features/seat-holders.ts';
import { createSubBody } from '../../../db/features/sub-bodies.ts';
import { createTask, updateTask } from '../../../db/features/tasks.ts';
import type { Language } from '../../../db/model/language.ts';
import {
  conflictInputSchema,
  electionInputSchema,
  itemInputSchema,
  proposalInputSchema,
  voteInputSchema,
} from '../../../db/model/meeting.ts';
import type { ItemView, MeetingView } from '../../../db/model/meeting-view.ts';
import { positionInputSchema } from '../../../db/model/person.ts';
import { printMinutes } from '../../../db/model/print-minutes.ts';
import type { PrintableBlock, PrintableItem, PrintablePart } from '../../../db/model/printable.ts';
import { plainText, richText } from '../../../db/model/rich-text.ts';
import { DEFAULT_RULES } from '../../../db/model/rules.ts';
import { subBodySchema } from '../../../db/model/sub-body.ts';
import { taskInputSchema } from '../../../db/model/task.ts';
import { tallyElection } from '../../../db/model/election.ts';
import { boardFromNothing, type NewBoard } from '../../fixtures/board-from-nothing.ts';
import { resources, writing } from '../../fixtures/databases.ts';
import {
  attend,
  change,
  decideAs,
  newMeeting,
  paragraph,
  TODAY,
  view,
} from '../../fixtures/meeting-steps.ts';
import { namesOf, type Ballots, type Preparation, type Situation, type Step } from './situation.ts';

const HELD_ON = '2026-01-20';

export class Room {
  readonly board: NewBoard;
  meetingId = '';
  itemId = '';
  clock = '13:30';
  /** Tasks by their titles. */
  readonly tasks = new Map<string, string>();

  constructor(board: NewBoard) {
    this.board = board;
  }

  static async open(situation: Situation): Promise<Room> {
    const parent = await boardFromNothing(situation.rules ?? {});
    const board = situation.body ? await bodyBelow(parent, situation.body) : parent;
    const room = new Room(board);
    for (const one of situation.before ?? []) await room.prepare(one);
    room.meetingId = await newMeeting(
      board,
      {
        heldOn: HELD_ON,
        language: situation.language ?? 'fi',
        kind: situation.kind ?? 'meeting',
        ...(situation.opener === undefined ? {} : { openerId: room.person(situation.opener) }),
      },
      templateOf(situation),
    );
    const matter = (
      await room.write((trx) =>
        addItem(
          trx,
          room.meetingId,
          v.parse(itemInputSchema, {
            kind: 'decision',
            title: 'Järjestöfoorumin paikka',
            proposal: paragraph('Järjestöfoorumi pidetään Joensuussa.'),
          }),
          5,
        ),
      )
    ).id;
    const [callSentOn, agendaSentOn] = situation.sent ?? ['2026-01-09', '2026-01-09'];
    await room.write(async (trx) => {
      await recordCall(trx, room.meetingId, { callSentOn: callSentOn ?? HELD_ON, agendaSentOn });
      await openMeeting(trx, room.meetingId, '13:00');
    });
    for (const name of namesOf(situation.present ?? 'M01–M10'))
      await attend(board, room.meetingId, name, 'arrive', { time: '13:00' });
    const lawful = (await room.view()).items.find(({ kind }) => kind === 'lawfulness');
    if (lawful) await room.moveTo(lawful.id, '13:05');
    await room.moveTo(matter, '13:30');
    return room;
  }

  async prepare(one: Preparation): Promise<void> {
    if ('rules' in one) {
      await this.write((trx) =>
        saveRules(trx, {
          boardId: this.board.boardId,
          validFrom: one.from,
          rules: { ...DEFAULT_RULES, ...one.rules },
        }),
      );
      return;
    }
    const seat = 'vacate' in one ? one.vacate : one.seat;
    await this.write(async (trx) => {
      const { id } = await trx
        .selectFrom('seat')
        .select('id')
        .where('number', '=', seat)
        .executeTakeFirstOrThrow();
      if ('vacate' in one) {
        const holder = await trx
          .selectFrom('seat_holder')
          .select('id')
          .where('seat_id', '=', id)
          .where('role', '=', 'member')
          .executeTakeFirstOrThrow();
        await endSeatHolder(trx, { id: holder.id, endsOn: one.on });
      } else
        await setSeatHolder(trx, {
          seatId: id,
          role: one.as,
          personId: this.person(one.person),
          organisationId: this.board.organisationId,
          startsOn: one.from,
        });
    });
  }

  person(name: string): string {
    const id = this.board.people[name];
    if (id === undefined) throw new Error(`Nobody is called ${name}`);
    return id;
  }

  name(id: string | null): string | null {
    return Object.entries(this.board.people).find(([, one]) => one === id)?.[0] ?? null;
  }

  async write<T>(work: (trx: Kysely<Database>) => Promise<T>): Promise<T> {
    return await writing(this.board.database, work);
  }

  async view(): Promise<MeetingView> {
    return await view(this.board, this.meetingId);
  }

  async item(): Promise<ItemView> {
    return (await this.view()).items.find((item) => item.id === this.itemId)!;
  }

  async moveTo(itemId: string, time: string): Promise<void> {
    await this.write((trx) => setCurrentItem(trx, this.meetingId, itemId, time));
    this.itemId = itemId;
    this.clock = time;
  }

  async take(step: Step): Promise<void> {
    const { board, meetingId, itemId } = this;
    const at = 'at' in step && step.at !== undefined ? step.at : this.clock;
    const here = { itemId, time: at };
    if ('arrive' in step)
      await attend(board, meetingId, step.arrive, 'arrive', {
        ...here,
        ...(step.as ? { capacity: step.as } : {}),
        remote: step.remote ?? false,
        speakerOnly: step.speakerOnly ?? false,
        title: step.title ?? '',
      });
    else if ('leave' in step) await attend(board, meetingId, step.leave, 'leave', here);
    else if ('excuse' in step) await attend(board, meetingId, step.excuse, 'excuse');
    else if ('conflict' in step)
      await this.write((trx) =>
        addConflict(
          trx,
          v.parse(conflictInputSchema, {
            itemId,
            personId: this.person(step.conflict),
            ground: step.ground ?? 'body_member',
            explanation: step.words ?? '',
            declaredBy: step.by ?? 'self',
            leftAt: step.away?.[0] ?? null,
            returnedAt: step.away?.[1] ?? null,
          }),
        ),
      );
    else if ('counter' in step)
      await this.propose('counter', step.counter, step.text ?? 'Foorumi pidetään Nurmeksessa.', step);
    else if ('returning' in step) await this.propose('return', step.returning, '', step);
    else if ('tabling' in step) await this.propose('table', step.tabling, '', step);
    else if ('vote' in step) await this.vote(step.vote);
    else if ('election' in step) await this.elect(step);
    else if ('elected' in step) await this.setElected('elected', namesOf(step.elected));
    else if ('examiners' in step) await this.setElected('examiner', namesOf(step.examiners));
    else if ('decide' in step) await decideAs(board, itemId, step.decide);
    else if ('write' in step) await change(board, await this.item(), { decision: richText(step.write) });
    else if ('dissent' in step)
      await this.write((trx) =>
        saveDissent(
          trx,
          null,
          {
            itemId,
            personId: this.person(step.dissent),
            declared: '',
            reasons: step.reasons ?? '',
            ...(step.attached === undefined ? {} : { attached: step.attached }),
          },
          (person) => `Eriävä mielipide: ${person}`,
        ),
      );
    else await this.takeCourse(step, at);
  }

  private async takeCourse(step: Step, at: string): Promise<void> {
    const { board, meetingId, itemId } = this;
    const { database } = board;
    if ('task' in step) {
      const { id } = await this.write((trx) =>
        createTask(
          trx,
          board.boardId,
          v.parse(taskInputSchema, { title: step.task, dueOn: step.dueOn, decidedItemId: itemId }),
          TODAY,
        ),
      );
      this.tasks.set(step.task, id);
    } else if ('extend' in step) {
      const id = this.tasks.get(step.extend)!;
      const row = await database.kysely
        .selectFrom('task')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await this.write((trx) =>
        updateTask(
          trx,
          {
            id,
            version: row.version,
            values: v.parse(taskInputSchema, { title: row.title, dueOn: step.to }),
            itemId,
            reason: '',
          },
          TODAY,
        ),
      );
    } else if ('putOff' in step)
      await this.write((trx) => putOffFrom(trx, itemId, resources.phrases(), resources.agendaTemplates()));
    else if ('pause' in step) {
      await this.write((trx) => startBreak(trx, meetingId, step.pause[0]));
      await this.write((trx) => endBreak(trx, meetingId, step.pause[1]));
    } else if ('examined' in step) await this.write((trx) => examineItem(trx, itemId, at));
    else if ('applicant' in step)
      await change(board, await this.item(), { applicantOrganisationId: board.organisationId });
    else if ('position' in step)
      await this.write((trx) =>
        addPosition(
          trx,
          v.parse(positionInputSchema, {
            personId: this.person(step.position),
            organisationId: board.organisationId,
            role: step.role,
          }),
        ),
      );
    else if ('next' in step) {
      const { items } = await this.view();
      const next = items[items.findIndex((item) => item.id === itemId) + 1]!;
      await this.moveTo(next.id, at);
    } else if ('item' in step) {
      const found = (await this.view()).items.find((item) => item.kind === step.item)!;
      await this.moveTo(found.id, at);
    } else if ('close' in step) await this.write((trx) => closeMeeting(trx, meetingId, step.close, true));
    else if ('reopen' in step) await this.write((trx) => reopenMeeting(trx, meetingId, step.reopen));
    else if ('times' in step)
      await this.write((trx) =>
        setMeetingTimes(trx, meetingId, { startedAt: step.times[0], endedAt: step.times[1] }),
      );
  }

  private async propose(
    kind: 'counter' | 'return' | 'table',
    proposer: string,
    text: string,
    more: { seconded?: string; withdrawn?: boolean },
  ): Promise<void> {
    await this.write((trx) =>
      saveProposal(
        trx,
        null,
        v.parse(proposalInputSchema, {
          itemId: this.itemId,
          kind,
          proposerId: this.person(proposer),
          text,
          seconderIds: namesOf(more.seconded).map((name) => this.person(name)),
          withdrawn: more.withdrawn ?? false,
        }),
      ),
    );
  }

  /** A vote on what the rules ask next, or on sides set by hand. */
  private async vote(vote: Ballots): Promise<void> {
    const { nextVote, proposals } = await this.item();
    const proposalOf = (name: string | null): string | null =>
      name === null ? null : proposals.find(({ proposer }) => proposer.shortName === name)!.id;
    let sides: { ayeProposalId: string | null; noProposalId: string | null };
    if (vote.sides)
      sides = { ayeProposalId: proposalOf(vote.sides[0]), noProposalId: proposalOf(vote.sides[1]) };
    else {
      if (nextVote.kind !== 'vote') throw new Error(`There is nothing to vote on: ${nextVote.kind}`);
      if (vote.question !== undefined) expect(nextVote.question).toBe(vote.question);
      sides = nextVote;
    }
    const ballots = (['aye', 'no', 'blank'] as const).flatMap((choice) =>
      namesOf(vote[choice]).map((name) => ({ personId: this.person(name), choice })),
    );
    const [aye, no, blank] = vote.counts ?? [0, 0, 0];
    await this.write((trx) =>
      saveVote(
        trx,
        null,
        v.parse(voteInputSchema, {
          itemId: this.itemId,
          method: vote.method ?? (vote.counts ? 'count' : 'roll_call'),
          ayeProposalId: sides.ayeProposalId,
          noProposalId: sides.noProposalId,
          ballots,
          counts: vote.counts ? { aye, no, blank } : null,
          chairChoice: vote.chair ?? null,
          lot: vote.lot ?? null,
        }),
      ),
    );
  }

  private async elect(step: Extract<Step, { election: unknown }>): Promise<void> {
    const lot = namesOf(step.lot);
    const candidates = Object.entries(step.election).map(([name, votes]) => ({
      personId: this.person(name),
      votes,
      wonByLot: lot.includes(name),
    }));
    const values = v.parse(electionInputSchema, {
      itemId: this.itemId,
      places: step.places ?? 1,
      blanks: step.blanks ?? 0,
      candidates,
    });
    await this.write((trx) => saveElection(trx, null, values));
    if (step.record === false) return;
    // As the window does: whoever is elected by the count is recorded.
    const { status } = await this.item();
    const { elected } = tallyElection(
      {
        places: values.places,
        blanks: values.blanks,
        candidates: candidates.map(({ personId, votes }) => ({ candidateId: personId, votes })),
        lotWinners: candidates.filter(({ wonByLot }) => wonByLot).map(({ personId }) => personId),
      },
      status.voterCount,
      (await this.view()).rules,
    );
    await this.setElected(
      'elected',
      elected.map((id) => this.name(id)!),
    );
  }

  private async setElected(role: 'examiner' | 'elected', names: readonly string[]): Promise<void> {
    await this.write((trx) =>
      setElected(
        trx,
        this.itemId,
        role,
        names.map((name) => this.person(name)),
      ),
    );
  }

  /** Every line of the minutes in a language. */
  async printed(language: Language): Promise<string> {
    const document = await composeMinutes(this.board.database.kysely, this.meetingId);
    const { blocks } = printMinutes(document, resources.phrases(), language);
    return blocks.flatMap(linesOf).join('\n');
  }
}

function templateOf({ kind, body, rules }: Situation): string {
  if (kind === 'email') return 'email';
  if (kind === 'organising') return 'inaugural';
  if (body?.profile === 'memo') return 'committee';
  return rules?.profile === 'memo' ? 'memo' : 'ordinary';
}

/** A työvaliokunta of the board, as a board of its own. */
async function bodyBelow(parent: NewBoard, body: NonNullable<Situation['body']>): Promise<NewBoard> {
  const { id } = await writing(parent.database, (trx) =>
    createSubBody(
      trx,
      v.parse(subBodySchema, {
        parentId: parent.boardId,
        kind: 'committee',
        nameFi: 'Työvaliokunta',
        shortName: 'TVK',
        startsOn: '2025-08-01',
        endsOn: '2029-07-31',
        profile: body.profile,
        memberIds: namesOf(body.members).map((name) => parent.people[name]),
        chairId: parent.people[body.chair],
        secretaryId: parent.people['S'],
      }),
    ),
  );
  return { ...parent, boardId: id };
}

function linesOf(block: PrintableBlock): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'facts':
      return block.rows.flatMap(({ label, lines }) => lines.map((line) => `${label}: ${line}`));
    case 'table':
      return [block.caption, ...block.rows.map((row) => row.join(' | '))];
    case 'text':
      return [plainText({ type: 'doc', content: block.body })];
    case 'item':
      return itemLines(block);
    case 'signatures':
      return [block.heading, ...block.text, ...block.rows.map((row) => Object.values(row).join(' | '))];
    case 'picture':
      return [block.caption, block.alt];
    case 'list':
      return [block.heading, ...block.rows.map(({ label, text }) => `${label} ${text}`)];
  }
}

function itemLines({ number, title, parts }: PrintableItem): string[] {
  return [`${number} ${title}`, ...parts.flatMap(partLines)];
}

function partLines(part: PrintablePart): string[] {
  return part.type === 'text'
    ? [`${part.label}: ${plainText({ type: 'doc', content: part.body })}`]
    : [part.label, ...part.lines, ...part.rows.map((row) => row.join(' | ')), ...part.result];
}
