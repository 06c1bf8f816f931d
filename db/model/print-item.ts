/** One § (pykälä) in full, with the sentences that its record implies. */
import { conflictGroundText } from './conflict.ts';
import { decisionBody } from './effect-sentences.ts';
import { sideName, untoldSentences, voteResultSentences } from './item-sentences.ts';
import { inLanguage } from './language.ts';
import type { MinutesDocument, MinutesItem, MinutesTask } from './minutes-document.ts';
import { joinNames, type PhraseKey } from './phrases.ts';
import { fullName, type MinutesPrinter } from './print-base.ts';
import type { PrintableItem, PrintablePart } from './printable.ts';
import { isEmptyText, plainText, richText, type RichBlock, type RichText } from './rich-text.ts';

export function printItem(printer: MinutesPrinter, item: MinutesItem): PrintableItem {
  const { labels } = printer.document.rules;
  const parts: PrintablePart[] = [];
  const text = (label: string, body: RichText | null, strong = false): void => {
    if (!isEmptyText(body)) parts.push({ type: 'text', label, body: body?.content ?? [], strong });
  };
  const lines = (key: PhraseKey, sentences: string[]): void => {
    if (sentences.length > 0)
      parts.push({
        type: 'text',
        label: printer.say(key),
        body: sentences.flatMap((s) => richText(s).content),
        strong: false,
      });
  };
  if (item.history.length > 0) lines('label.history', [historyLine(printer, item.history)]);
  text(inLanguage(labels.account, printer.language), item.account);
  text(inLanguage(labels.proposal, printer.language), item.proposal);
  if (item.kind === 'lawfulness') lines('label.quorum', lawfulnessLines(printer, item));
  lines(
    'label.conflict',
    item.conflicts.map((c) => conflictLine(printer, c)),
  );
  const proceedings: RichBlock[] = [
    ...(isEmptyText(item.proceedings) ? [] : (item.proceedings?.content ?? [])),
    ...untoldSentences(printer.document, item, printer.wording).flatMap(
      (sentence) => richText(sentence).content,
    ),
  ];
  if (proceedings.length > 0)
    parts.push({
      type: 'text',
      label: inLanguage(labels.proceedings, printer.language),
      body: proceedings,
      strong: false,
    });
  item.votes.forEach((vote, index) => parts.push(printVote(printer, item, vote, index)));
  item.elections.forEach((election) => lines('label.election', electionLines(printer, election)));
  text(
    inLanguage(labels.decision, printer.language),
    standingDecision(printer, item) ?? { type: 'doc', content: decisionBody(item, printer.wording) },
    true,
  );
  lines(
    'label.dissent',
    item.dissents.flatMap((dissent) => dissentLines(printer, dissent)),
  );
  lines(
    'label.tasks',
    [...item.followedTasks, ...item.tasks].map((task) => printTask(printer, task)),
  );
  lines(
    'label.attachments',
    item.attachments.map((a) => `${printer.say('attachment.number', { n: a.number })} ${a.title}`),
  );
  if (item.examinedAtOnce) lines('label.examination', [printer.say('examination.atOnce')]);
  return {
    type: 'item',
    number: printer.say(printer.memo ? 'item.heading' : 'section.heading', { n: item.section }),
    title: item.title,
    diaryNumber: item.diaryNumber,
    parts,
  };
}

/** What opening and closing say when nothing else was written: they follow from the times of the meeting. */
function standingDecision(printer: MinutesPrinter, item: MinutesItem): RichText | null {
  const { meeting, opener } = printer.document;
  const { startedAt, endedAt } = meeting;
  if (!isEmptyText(item.decision)) return null;
  if (item.decisionType === 'opened' && startedAt !== null && opener !== null)
    return richText(
      printer.say('opening.byOpener', { person: opener.shortName, time: printer.time(startedAt) }),
    );
  if (item.decisionType === 'opened' && startedAt !== null)
    return richText(printer.say('opening.decision', { time: printer.time(startedAt) }));
  if (item.decisionType === 'closed' && endedAt !== null)
    return richText(printer.say('closing.decision', { time: printer.time(endedAt) }));
  return null;
}

/** "Asiaa on käsitelty: 2/2026 § 12 (palautettiin valmisteltavaksi), 3/2026 § 32 (jätettiin pöydälle)" */
function historyLine(printer: MinutesPrinter, history: MinutesItem['history']): string {
  const dealings = history.map(({ reference, reason }) =>
    reason === null
      ? reference
      : printer.say('history.reason', { reference, reason: printer.say(`history.${reason}`) }),
  );
  return printer.say('history.dealt', { references: dealings.join(', ') });
}

/** The checks that belong to the lawfulness item: quorum as counted, and a late notice as a warning. */
function lawfulnessLines(printer: MinutesPrinter, item: MinutesItem): string[] {
  const { meeting, seats, rules } = printer.document;
  const told = [item.account, item.proceedings, item.decision].map(plainText).join('\n');
  const implied = printer.convenes
    ? [printer.say('quorum.present', { n: item.voters, seats })]
    : [
        printer.say('email.made'),
        ...(meeting.callSentOn === null
          ? []
          : [printer.say('email.asked', { date: printer.date(meeting.callSentOn) })]),
        printer.say('email.until', { until: printer.answersUntil() }),
        printer.say('email.answered', { n: item.voters, seats }),
        ...(rules.emailDecisions === 'no_objection' ? [printer.say('email.noObjection')] : []),
      ];
  const sentences = implied.filter((sentence) => !told.includes(sentence));
  const { agendaFirstSentOn } = meeting;
  const late = (
    sentOn: string | null,
    check: MinutesDocument['meeting']['notice'],
    key: 'lawfulness.noticeLate' | 'lawfulness.agendaLate' | 'lawfulness.agendaSupplementLate',
  ): void => {
    if (sentOn !== null && !check.ok)
      sentences.push(
        printer.say(key, {
          date: printer.date(sentOn),
          days: check.days ?? 0,
          required: check.required,
          ...(agendaFirstSentOn === undefined ? {} : { first: printer.date(agendaFirstSentOn) }),
        }),
      );
  };
  const otherDay = meeting.callForOtherDaySentOn ?? null;
  if (meeting.callSentOn === null && otherDay !== null)
    sentences.push(printer.say('lawfulness.noticeOtherDay', { date: printer.date(otherDay) }));
  else if (meeting.callSentOn === null && printer.document.state !== 'draft')
    sentences.push(printer.say('lawfulness.noticeMissing'));
  else if (meeting.callSentOn !== null && otherDay !== null)
    sentences.push(
      printer.say('lawfulness.noticeMoved', {
        first: printer.date(otherDay),
        date: printer.date(meeting.callSentOn),
      }),
    );
  late(meeting.callSentOn, meeting.notice, 'lawfulness.noticeLate');
  late(
    meeting.agendaSentOn,
    meeting.agendaNotice,
    agendaFirstSentOn === undefined ? 'lawfulness.agendaLate' : 'lawfulness.agendaSupplementLate',
  );
  return sentences;
}

function conflictLine(printer: MinutesPrinter, conflict: MinutesItem['conflicts'][number]): string {
  const ground = conflictGroundText(
    conflict.ground,
    conflict.explanation,
    printer.language,
    printer.document.rules.legal.conflict,
  );
  const times =
    conflict.leftAt !== null && conflict.returnedAt !== null
      ? ` (${printer.timeRange(conflict.leftAt, conflict.returnedAt)})`
      : '';
  return `${fullName(conflict.person)}: ${ground}${times}`;
}

function printVote(
  printer: MinutesPrinter,
  item: MinutesItem,
  vote: MinutesItem['votes'][number],
  index: number,
): PrintablePart {
  const methods = {
    roll_call: 'vote.byRollCall',
    count: 'vote.byCount',
    secret: 'vote.bySecretBallot',
  } as const;
  const choices = { aye: 'vote.aye', no: 'vote.no', blank: 'vote.blank' } as const;
  const conflicted = item.conflicts.map((c) => c.person.shortName);
  return {
    type: 'vote',
    label: item.votes.length > 1 ? printer.say('vote.caption', { n: index + 1 }) : printer.say('label.vote'),
    lines: [
      printer.say(methods[vote.method]),
      printer.say('vote.proposition', {
        aye: sideName(printer.document, vote.aye, printer.wording),
        no: sideName(printer.document, vote.no, printer.wording),
      }),
    ],
    caption: vote.method === 'roll_call' ? printer.say('label.rollCall') : '',
    columns: vote.method === 'roll_call' ? [printer.say('label.name'), printer.say('label.votes')] : [],
    rows: vote.ballots.map((ballot) => [fullName(ballot.person), printer.say(choices[ballot.choice])]),
    result: [
      printer.say('vote.totals', { aye: vote.result.aye, no: vote.result.no, blank: vote.result.blank }),
      ...(conflicted.length > 0
        ? [
            printer.say('vote.conflicted', {
              names: joinNames(printer.wording.phrases, printer.language, conflicted),
            }),
          ]
        : []),
      ...voteResultSentences(printer.document, vote, index === item.votes.length - 1, printer.wording).filter(
        (sentence) => !plainText(item.decision).includes(sentence),
      ),
    ],
  };
}

function electionLines(printer: MinutesPrinter, election: MinutesItem['elections'][number]): string[] {
  const given = election.candidates.map((c) =>
    printer.say('election.candidateVotes', { person: c.person.shortName, votes: c.votes }),
  );
  if (election.blanks > 0) given.push(printer.say('election.blanks', { n: election.blanks }));
  const elected = election.candidates.filter((c) => c.elected).map((c) => c.person.shortName);
  const isUnopposed = election.blanks === 0 && election.candidates.every((c) => c.votes === 0);
  if (isUnopposed && elected.length > 0)
    return [
      printer.say('election.unopposed', {
        count: elected.length,
        names: joinNames(printer.wording.phrases, printer.language, elected),
      }),
    ];
  return [
    printer.say('election.votes', { votes: given.join(', ') }),
    ...(election.byLot
      ? [printer.say(printer.document.rules.electionTie === 'lot' ? 'election.tieLot' : 'election.tieChair')]
      : []),
    ...(elected.length > 0
      ? [
          printer.say('election.elected', {
            count: elected.length,
            names: joinNames(printer.wording.phrases, printer.language, elected),
          }),
        ]
      : []),
  ];
}

function dissentLines(printer: MinutesPrinter, dissent: MinutesItem['dissents'][number]): string[] {
  const person = dissent.person.shortName;
  return [
    dissent.declared === ''
      ? printer.say('dissent.declared', { person })
      : printer.say('dissent.when', { person, declared: dissent.declared }),
    ...(dissent.reasons === '' ? [] : [printer.say('dissent.reasons', { text: dissent.reasons })]),
    ...(dissent.attachmentNumber === null
      ? []
      : [printer.say('dissent.attached', { n: dissent.attachmentNumber })]),
  ];
}

/** A task in one line: code, title, who, when, state. */
function printTask(printer: MinutesPrinter, task: MinutesTask): string {
  const states = {
    open: 'task.open',
    in_progress: 'task.inProgress',
    done: 'task.done',
    cancelled: 'task.cancelled',
  } as const;
  const facts = [
    task.responsible === null ? null : `${printer.say('task.responsible')}: ${task.responsible}`,
    task.dueOn === null ? null : `${printer.say('task.due')}: ${printer.date(task.dueOn)}`,
    `${printer.say('task.state')}: ${printer.say(states[task.state])}`,
    task.result === '' ? null : `${printer.say('task.result')}: ${task.result}`,
  ].filter((fact) => fact !== null);
  return `${task.code} ${task.title}. ${facts.join('; ')}.`;
}
