/**
 * Phrases of printed documents in Finnish, Swedish and English: one list in resources/phrases/phrases.json, so that
 * preview, minutes, extracts and e-mails never differ by a word. Sentences do not inflect names.
 *
 * A phrase holds `{name}` for a value and `{count|one|other}` for words that follow a number
 * (`{n} {n|ääni|ääntä}`: 1 ääni, 7 ääntä).
 */
import * as v from 'valibot';
import type { BodyKind } from './board.ts';
import { AppError } from './errors.ts';
import { LANGUAGES, type Language } from './language.ts';

/** Every phrase there is. A test compares the list with the resource. */
export const PHRASE_KEYS = [
  'document.notice',
  'document.agenda',
  'document.minutes',
  'document.memo',
  'document.extract',
  'document.public',
  'document.publicMemo',
  'document.summary',
  'document.decisions',
  'document.tasks',
  'document.title',
  'status.draft',
  'status.unexamined',
  'status.examined',
  'status.examinedOn',
  'status.sentOn',
  'status.asOf',
  'label.meeting',
  'label.meetingTime',
  'label.meetingPlace',
  'label.present',
  'label.absent',
  'label.members',
  'label.member',
  'label.deputies',
  'label.deputy',
  'label.others',
  'label.chair',
  'label.viceChair',
  'label.secretary',
  'label.minutesKeeper',
  'label.presenter',
  'label.expert',
  'label.experts',
  'label.guest',
  'label.examiners',
  'label.tellers',
  'label.name',
  'label.role',
  'label.organisation',
  'label.seat',
  'label.field',
  'label.note',
  'label.section',
  'label.item',
  'label.items',
  'label.itemsAhead',
  'label.diaryNumber',
  'label.applicant',
  'label.account',
  'label.proposal',
  'label.proceedings',
  'label.decision',
  'label.conflict',
  'label.counterProposal',
  'label.vote',
  'label.rollCall',
  'label.election',
  'label.votes',
  'label.result',
  'label.dissent',
  'label.attachment',
  'label.attachments',
  'label.tasks',
  'label.signatures',
  'label.examination',
  'label.breaks',
  'label.corrections',
  'label.display',
  'label.appeal',
  'label.noAppeal',
  'label.attendanceBySection',
  'label.attendanceByItem',
  'label.eligibleVoters',
  'label.quorum',
  'label.distribution',
  'label.attending',
  'label.obstacle',
  'label.publicity',
  'label.certification',
  'label.tasksGiven',
  'section.heading',
  'section.one',
  'section.range',
  'item.heading',
  'item.one',
  'item.range',
  'attachment.number',
  'list.and',
  'list.none',
  'time.at',
  'time.range',
  'meeting.break',
  'meeting.breakOpen',
  'opening.decision',
  'opening.heading',
  'lawfulness.heading',
  'lawfulness.decision',
  'lawfulness.notQuorate',
  'lawfulness.noticeSent',
  'lawfulness.noticeAndAgendaSent',
  'lawfulness.agendaSent',
  'lawfulness.noticeLate',
  'lawfulness.noticeMissing',
  'lawfulness.agendaLate',
  'lawfulness.agendaSupplementLate',
  'quorum.ruleMoreThanHalf',
  'quorum.ruleAtLeastHalf',
  'quorum.ruleAtLeast',
  'quorum.present',
  'quorum.still',
  'quorum.lost',
  'quorum.restored',
  'quorum.count',
  'examiners.heading',
  'examiners.decision',
  'examiners.decisionNames',
  'examiners.decisionTellers',
  'examination.dueOn',
  'examination.done',
  'examination.text',
  'examination.nextMeeting',
  'examination.atOnce',
  'examination.examiner',
  'examination.approvedOn',
  'examination.byNextMeeting',
  'examination.allAtOnce',
  'correction.note',
  'correction.noteSection',
  'display.since',
  'display.from',
  'attendance.deputyFor',
  'attendance.arrived',
  'attendance.arrivedNoTime',
  'attendance.left',
  'attendance.leftNoTime',
  'attendance.noteArrived',
  'attendance.noteArrivedNoTime',
  'attendance.noteLeft',
  'attendance.noteLeftNoTime',
  'attendance.noteConflict',
  'attendance.noteConflictNoTime',
  'attendance.noteArrivedItem',
  'attendance.noteLeftItem',
  'attendance.noteConflictItem',
  'attendance.absent',
  'attendance.absentDeputy',
  'attendance.absentNoDeputy',
  'attendance.excused',
  'attendance.excusedNoDate',
  'attendance.excusedWithDeputy',
  'attendance.remote',
  'attendance.rightToSpeak',
  'attendance.rightToSpeakNote',
  'attendance.wholeMeeting',
  'conflict.declared',
  'conflict.declaredTimes',
  'conflict.foundByBoard',
  'conflict.foundByBoardTimes',
  'conflict.declaredOther',
  'conflict.deputyInstead',
  'conflict.deputyToo',
  'conflict.chairReplaced',
  'chair.from',
  'proposal.counterSeconded',
  'proposal.counter',
  'proposal.counterInDiscussion',
  'proposal.return',
  'proposal.table',
  'proposal.reason',
  'proposal.seconded',
  'proposal.lapsed',
  'proposal.withdrawn',
  'proposal.none',
  'term.presenterProposal',
  'term.chairProposal',
  'term.counterProposal',
  'term.returnProposal',
  'term.tableProposal',
  'term.continue',
  'vote.required',
  'vote.requiredChair',
  'vote.requiredReturn',
  'vote.requiredTable',
  'vote.propositionBase',
  'vote.proposition',
  'vote.ayeIs',
  'vote.noIs',
  'vote.propositionApproved',
  'vote.byRollCall',
  'vote.byCount',
  'vote.bySecretBallot',
  'vote.caption',
  'vote.aye',
  'vote.no',
  'vote.blank',
  'vote.result',
  'vote.resultNoBlanks',
  'vote.totals',
  'vote.absent',
  'vote.conflicted',
  'vote.won',
  'vote.wonAgainstBase',
  'vote.tieChair',
  'vote.tieChairWon',
  'vote.tieLot',
  'vote.tieLotWon',
  'vote.tieFalls',
  'vote.continued',
  'election.votes',
  'election.candidateVotes',
  'election.blanks',
  'election.elected',
  'election.unopposed',
  'election.tieLot',
  'election.tieChair',
  'decision.asProposed',
  'decision.unanimous',
  'decision.approved',
  'decision.amended',
  'decision.amendedText',
  'decision.noted',
  'decision.tabled',
  'decision.tabledNext',
  'decision.returned',
  'decision.removed',
  'decision.agendaApproved',
  'decision.notDecided',
  'decision.notQuorate',
  'effect.memberElected',
  'effect.deputyElected',
  'effect.memberLeaves.resigned',
  'effect.memberLeaves.released',
  'effect.memberLeaves.ended',
  'effect.deputyLeaves.resigned',
  'effect.deputyLeaves.released',
  'effect.deputyLeaves.ended',
  'effect.deputyRises',
  'effect.deputyAsked',
  'effect.chair',
  'effect.viceChair',
  'effect.admitted',
  'effect.leftNetwork',
  'effect.rules',
  'effect.practice',
  'effect.practiceInMunicipality',
  'dissent.declared',
  'dissent.when',
  'dissent.reasons',
  'dissent.attached',
  'dissent.attachmentTitle',
  'task.code',
  'task.title',
  'task.responsible',
  'task.due',
  'task.state',
  'task.result',
  'task.decided',
  'task.open',
  'task.inProgress',
  'task.done',
  'task.cancelled',
  'task.deadlineExtended',
  'task.deadlineChanged',
  'task.reference',
  'task.none',
  'signature.chair',
  'signature.secretary',
  'signature.dateAndName',
  'appeal.none',
  'extract.certified',
  'call.convened',
  'call.remote',
  'call.obstacle',
  'call.deputy',
  'secrecy.span',
  'secrecy.item',
  'secrecy.email',
  'secrecy.phone',
  'secrecy.publicVersion',
  'closing.heading',
  'closing.decision',
  'next.meeting',
  'next.meetings',
  'document.cancellation',
  'status.draftMark',
  'status.version',
  'status.cancelledOn',
  'label.remoteLink',
  'label.changes',
  'label.callNote',
  'label.cancelReason',
  'lawfulness.noticeOtherDay',
  'lawfulness.noticeMoved',
  'change.time',
  'change.place',
  'change.added',
  'change.removed',
  'change.moved',
  'change.renamed',
  'change.diaryNumber',
  'change.text',
  'change.attachmentAdded',
  'change.attachmentRemoved',
  'change.attachmentChanged',
  'change.fromTo',
  'change.none',
  'call.endsAt',
  'cancellation.text',
  'mail.subject',
  'mail.subjectChanged',
  'mail.subjectCancelled',
  'mail.hello',
  'mail.invited',
  'mail.calledAsDeputy',
  'mail.calledToVacantSeat',
  'mail.changed',
  'mail.answer',
  'mail.answerNoRemote',
  'mail.replaces',
  'mail.testSubject',
  'mail.testBody',
  'mail.enclosed',
  'mail.calendarEntry',
  'calendar.summary',
  'calendar.summaryCancelled',
  'document.emailCall',
  'label.answersDue',
  'label.answered',
  'label.notAnswered',
  'label.opener',
  'label.history',
  'email.made',
  'email.asked',
  'email.until',
  'email.answered',
  'email.noObjection',
  'call.emailConvened',
  'call.emailAnswer',
  'call.emailDeputy',
  'history.dealt',
  'history.reason',
  'history.tabled',
  'history.returned',
  'history.unfinished',
  'history.cancelled',
  'previous.minutes',
  'previous.memo',
  'previous.examined',
  'previous.examinedIn',
  'previous.examiners',
  'previous.displayed',
  'previous.examining',
  'previous.missing',
  'previous.here',
  'previous.pending',
  'previous.none',
  'previous.tasks',
  'previous.noTasks',
  'previous.note',
  'previous.approve',
  'opening.byOpener',
  'body.board',
  'body.committee',
  'body.section',
  'body.local',
  'body.other',
  'bodyOf.board',
  'bodyOf.committee',
  'bodyOf.section',
  'bodyOf.local',
  'bodyOf.other',
  'label.answeredOn',
  'document.emailCancellation',
  'cancellation.emailText',
  'mail.emailSubject',
  'mail.emailSubjectChanged',
  'mail.emailSubjectCancelled',
  'mail.emailAsked',
  'mail.emailAsDeputy',
  'mail.emailToVacantSeat',
  'mail.emailAnswer',
  'calendar.emailSummary',
  'calendar.emailSummaryCancelled',
] as const;
export type PhraseKey = (typeof PHRASE_KEYS)[number];

const nonEmpty = v.pipe(v.string(), v.minLength(1));
const phraseSchema = v.strictObject({ fi: nonEmpty, sv: nonEmpty, en: nonEmpty });

/** The whole of phrases.json: no key missing, none unknown, none without its three languages. */
export const phrasesSchema = v.strictObject(
  Object.fromEntries(PHRASE_KEYS.map((key) => [key, phraseSchema])) as Record<PhraseKey, typeof phraseSchema>,
);
export type Phrases = v.InferOutput<typeof phrasesSchema>;

/** Phrases that a board words in its own way (fraasiluettelo); a language that is not there is as shipped. */
export type PhraseOverrides = Partial<Record<PhraseKey, Partial<Record<Language, string>>>>;

/** The phrases with a board's own wordings in their places. */
export function withOverrides(phrases: Phrases, overrides: PhraseOverrides | undefined): Phrases {
  if (overrides === undefined) return phrases;
  const own = PHRASE_KEYS.flatMap((key) => {
    const texts = overrides[key];
    return texts === undefined ? [] : [[key, { ...phrases[key], ...texts }] as const];
  });
  return own.length === 0 ? phrases : { ...phrases, ...Object.fromEntries(own) };
}

/**
 * What names the body (toimielin) in a sentence: `{body}` neuvottelukunta, `{bodyOf}` neuvottelukunnan, and both with a
 * capital. The words are phrases of their own, by the kind of body, so a board can call itself by another noun.
 */
const BODY = /\{([bB])ody(Of)?\}/g;

/** The text without the placeholders that name the body: those are filled before anything else. */
export const withoutBody = (text: string): string => text.replace(BODY, '');

/**
 * The phrases as one body words them: its own wordings in their places, and the body named by its kind.
 * @param kind neuvottelukunta unless told; a työvaliokunta is never called neuvottelukunta
 */
export function phrasesOfBody(
  shipped: Phrases,
  overrides: PhraseOverrides | undefined,
  kind: BodyKind = 'board',
): Phrases {
  const phrases = withOverrides(shipped, overrides);
  const named = PHRASE_KEYS.flatMap((key) => {
    const texts = phrases[key];
    if (!LANGUAGES.some((language) => texts[language].search(BODY) >= 0)) return [];
    const filled = LANGUAGES.map((language) => [
      language,
      nameBody(phrases, texts[language], language, kind),
    ]);
    return [[key, Object.fromEntries(filled) as Phrases[PhraseKey]] as const];
  });
  return { ...phrases, ...Object.fromEntries(named) };
}

function nameBody(phrases: Phrases, text: string, language: Language, kind: BodyKind): string {
  return text.replace(BODY, (_, first: string, genitive: string | undefined) => {
    const key = genitive === undefined ? (`body.${kind}` as const) : (`bodyOf.${kind}` as const);
    const noun = phrases[key][language];
    return first === 'B' ? noun.charAt(0).toLocaleUpperCase(language) + noun.slice(1) : noun;
  });
}

export type PhraseValues = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{([A-Za-z]\w*)(?:\|([^{}|]*)\|([^{}|]*))?\}/g;

/** The phrase in `language` with its placeholders filled. Throws `PHRASE_VALUE_MISSING` for a value that is not given. */
export function phrase(
  phrases: Phrases,
  key: PhraseKey,
  language: Language,
  values: PhraseValues = {},
): string {
  return fillPlaceholders(phrases[key][language], values, key);
}

/**
 * Fills `{name}` and `{name|one|other}`. Values are data: braces inside them are never looked at.
 * `subject` names the text in the error.
 */
export function fillPlaceholders(text: string, values: PhraseValues, subject = ''): string {
  return text.replace(PLACEHOLDER, (_, name: string, one: string | undefined, other: string | undefined) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new AppError('PHRASE_VALUE_MISSING', { phrase: subject, name });
    if (one === undefined || other === undefined) return String(value);
    return Number(value) === 1 ? one : other;
  });
}

/** Names of the placeholders in a text, each once. */
export function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1]!))];
}

/** "J03", "J03 ja J10", "J03, J10 ja J11" in the language's way; empty for no names. */
export function joinNames(phrases: Phrases, language: Language, names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return phrase(phrases, 'list.and', language, { a: names.slice(0, -1).join(', '), b: names.at(-1)! });
}
