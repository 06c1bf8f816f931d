/**
 * A board with many years of meetings as a board file: the meetings of the sample board repeated year after year, with the
 * days, numbers and § of each year. Pure; the same for the same seed.
 */
import type { BoardFile } from './board-file.ts';
import { addDays, formatDate, weekday, yearOf } from './dates.ts';
import { randomFrom } from './seeded-random.ts';

type Meeting = BoardFile['meetings'][number];
type Task = BoardFile['tasks'][number];

/** Months in which a meeting is held, and the days of the month. */
const MONTHS = [1, 2, 3, 5, 6, 9, 10, 11];
const TERM_YEARS = 4;

const two = (value: number): string => String(value).padStart(2, '0');

/** The first Tuesday on or after a day. */
function tuesday(date: string): string {
  let day = date;
  while (weekday(day) !== 2) day = addDays(day, 1);
  return day;
}

/** What is said of days and years in a text, as it is in another year. */
function retold(text: string, from: Meeting, heldOn: string): string {
  return text
    .replaceAll(formatDate(from.heldOn, 'fi'), formatDate(heldOn, 'fi'))
    .replaceAll(String(from.year), String(yearOf(heldOn)));
}

type Text = Meeting['items'][number]['account'];
const retoldText = (text: Text, from: Meeting, heldOn: string): Text =>
  typeof text === 'string' ? retold(text, from, heldOn) : text;

/** A meeting of the sample as one of another day, with its own number and §. */
function meetingOf(model: Meeting, number: number, heldOn: string, first: number): Meeting {
  const offset = first - (model.items[0]?.section ?? 1);
  const moved = (section: number | null): number | null => (section === null ? null : section + offset);
  const label = `${number}/${yearOf(heldOn)}`;
  const own = (id: string | null): string | null => (id === null ? null : `${label} ${id}`);
  return {
    ...model,
    number,
    year: yearOf(heldOn),
    heldOn,
    state: 'published',
    callSentOn: addDays(heldOn, -9),
    agendaSentOn: addDays(heldOn, -7),
    examinationDueOn: addDays(heldOn, 7),
    examinedOn: addDays(heldOn, 6),
    displayedFrom: addDays(heldOn, 8),
    attendance: model.attendance.map((one) => ({
      ...one,
      excusedOn: one.excusedOn === null ? null : addDays(heldOn, -3),
      presence: one.presence.map((stretch) => ({
        ...stretch,
        fromSection: moved(stretch.fromSection),
        toSection: moved(stretch.toSection),
      })),
    })),
    breaks: model.breaks.map((one) => ({ ...one, section: moved(one.section) })),
    calledDeputies: [],
    replies: [],
    items: model.items.map((item) => ({
      ...item,
      section: moved(item.section),
      title: retold(item.title, model, heldOn),
      diaryNumber: item.diaryNumber === null ? null : retold(item.diaryNumber, model, heldOn),
      account: retoldText(item.account, model, heldOn),
      proposal: retoldText(item.proposal, model, heldOn),
      proceedings: retoldText(item.proceedings, model, heldOn),
      decision: retoldText(item.decision, model, heldOn),
      followUps: [],
      proposals: item.proposals.map((one) => ({ ...one, id: `${label} ${one.id}` })),
      votes: item.votes.map((one) => ({ ...one, aye: own(one.aye), no: own(one.no) })),
    })),
    attachments: model.attachments.map((one) => ({ ...one, section: moved(one.section) })),
  };
}

const TASKS = [
  'Kutsutaan kuntien yhdyshenkilöt yhteiseen tapaamiseen',
  'Kootaan järjestöjen vastaukset kyselyyn',
  'Lähetetään lausunto maakuntahallitukselle',
  'Valmistellaan koulutuspäivän ohjelma',
  'Päivitetään yhteystiedot järjestörekisteriin',
  'Tiedotetaan päätöksestä verkostoille',
  'Selvitetään tilojen saatavuus kunnissa',
];

/**
 * The sample board with `years` years of meetings before its own year.
 * @throws Error when the sample has no meeting that is over: the file is the program's own
 */
export function generatedBoard(sample: BoardFile, years: number, seed: number): BoardFile {
  const random = randomFrom(seed);
  const models = sample.meetings.filter(({ state }) => state !== 'draft' && state !== 'called');
  const [term] = sample.terms;
  const lastYear = Math.min(...sample.meetings.map(({ year }) => year)) - 1;
  if (models.length === 0 || term === undefined) throw new Error('The sample has no meeting that is over.');
  const meetings: Meeting[] = [];
  const tasks: Task[] = [];
  for (let year = lastYear - years + 1; year <= lastYear; year += 1) {
    let first = 1;
    let code = 0;
    for (const [index, month] of MONTHS.entries()) {
      const heldOn = tuesday(`${year}-${two(month)}-${two(3 + random.below(15))}`);
      const meeting = meetingOf(random.pick(models), index + 1, heldOn, first);
      meetings.push(meeting);
      first += meeting.items.length;
      const decided = meeting.items.filter(({ kind }) => kind === 'decision' || kind === 'discussion');
      for (const item of decided.slice(0, 3)) {
        code += 1;
        const isDone = year < lastYear - 1 || !random.isOneIn(4);
        tasks.push({
          code: `T-${year}-${two(code)}`,
          title: random.pick(TASKS),
          responsiblePerson: random.pick(sample.persons).id,
          responsibleOrganisation: null,
          dueOn: addDays(heldOn, 30 + random.below(120)),
          state: isDone ? 'done' : 'open',
          result: isDone ? 'Tehty ja merkitty tiedoksi.' : '',
          decided: { meeting: `${index + 1}/${year}`, section: item.section ?? 1 },
          decidedReference: `${index + 1}/${year} § ${item.section ?? 1}`,
          deadlineChanges: [],
        });
      }
    }
  }
  const count = Math.ceil((years + 1) / TERM_YEARS) + 1;
  const back = (date: string, terms: number): string =>
    `${yearOf(date) - terms * TERM_YEARS}${date.slice(4)}`;
  const terms = Array.from({ length: count }, (_, index) => index + 1)
    .toReversed()
    .map((ago) => ({
      ...term,
      startsOn: back(term.startsOn, ago),
      endsOn: back(term.endsOn, ago),
      basis: `valtuustokausi ${yearOf(back(term.startsOn, ago))}–${yearOf(back(term.endsOn, ago))}`,
      seats: term.seats.map((seat) => ({
        ...seat,
        holders: seat.holders.map((holder) => ({
          ...holder,
          startsOn: holder.startsOn === null ? null : back(holder.startsOn, ago),
          endsOn: holder.endsOn === null ? null : back(holder.endsOn, ago),
        })),
      })),
    }));
  const firstDay = back(term.startsOn, count);
  return {
    ...sample,
    ruleProfiles: sample.ruleProfiles.map((one, index) =>
      index === 0 ? { ...one, validFrom: firstDay } : one,
    ),
    terms: [...terms, ...sample.terms],
    meetings: [...meetings, ...sample.meetings],
    tasks: [...tasks, ...sample.tasks],
  };
}
