/**
 * What every document printed from the minutes shares: one composed document, one language, the phrases, and the
 * identifiers at the top of the page.
 */
import { formatDate, formatTime, formatTimeRange } from './dates.ts';
import { KIND_RULES } from './meeting-kind.ts';
import type { Wording } from './item-sentences.ts';
import { inLanguage, type Language } from './language.ts';
import type { MinutesDocument, MinutesPerson } from './minutes-document.ts';
import { otherLanguages } from './other-languages.ts';
import { phrase, phrasesOfBody, type PhraseKey, type Phrases, type PhraseValues } from './phrases.ts';
import type { DocumentKind, PrintableBlock, PrintableDocument } from './printable.ts';

export class MinutesPrinter {
  readonly document: MinutesDocument;
  readonly wording: Wording;
  readonly language: Language;
  /** Items are numbered 1..n and nobody examines (profile B, muistio). */
  readonly memo: boolean;
  /** People came together; else the decision was made by e-mail. */
  readonly convenes: boolean;

  /** @param language of labels and derived sentences; texts of the secretary stay as written */
  constructor(document: MinutesDocument, phrases: Phrases, language: Language) {
    this.document = document;
    this.language = language;
    this.wording = { phrases: phrasesOfBody(phrases, document.wording, document.board.kind), language };
    this.memo = document.rules.profile === 'memo';
    this.convenes = KIND_RULES[document.meeting.kind].convenes;
  }

  say(key: PhraseKey, values: PhraseValues = {}): string {
    return phrase(this.wording.phrases, key, this.language, values);
  }

  /** A phrase that stands in a sentence or a list and so begins with a small letter. */
  sayLower(key: PhraseKey): string {
    return this.say(key).toLocaleLowerCase(this.language);
  }

  date(iso: string): string {
    return formatDate(iso, this.language);
  }

  time(clock: string): string {
    return formatTime(clock, this.language);
  }

  /** "14.01–14.14" as the two values of a phrase. */
  timeParts(from: string, to: string): { from: string; to: string } {
    const [first = '', last = ''] = formatTimeRange(from, to, this.language).split('–');
    return { from: first, to: last };
  }

  /** "klo 14.01–14.14" */
  timeRange(from: string, to: string): string {
    return this.say('time.range', this.timeParts(from, to));
  }

  /** "22–35 §", "30 §", "5." */
  range(from: number, to: number): string {
    const one = this.memo ? 'item.heading' : 'section.heading';
    return this.say(one, { n: from === to ? String(from) : `${from}–${to}` });
  }

  /** The last day for answers, with the time when there is one: "19.5.2026 klo 16.00". */
  answersUntil(): string {
    const { heldOn, plannedStart } = this.document.meeting;
    return plannedStart === null
      ? this.date(heldOn)
      : `${this.date(heldOn)} ${this.say('time.at', { time: this.time(plannedStart) })}`;
  }

  /** "Tarkastettu 26.5.2026" */
  status(): string {
    const { state, examination, meeting } = this.document;
    if (meeting.cancelledOn !== null)
      return this.say('status.cancelledOn', { date: this.date(meeting.cancelledOn) });
    if (state === 'draft') return this.say('status.draft');
    if (state === 'unexamined') return this.say('status.unexamined');
    return examination.examinedOn === null
      ? this.say('status.examined')
      : this.say('status.examinedOn', { date: this.date(examination.examinedOn) });
  }

  /**
   * The blocks with the identifiers of the meeting.
   * @param type what the document is called, e.g. "Pöytäkirja"
   * @param also what is printed in it beside the record of the meeting, as it was written
   */
  printable(
    kind: DocumentKind,
    type: string,
    blocks: PrintableBlock[],
    status = this.status(),
    also: unknown = null,
  ): PrintableDocument {
    const { board, meeting } = this.document;
    const number = `${meeting.number}/${meeting.year}`;
    const organisation = inLanguage(board, this.language);
    const identification = {
      organisation,
      documentType: type,
      number,
      date: this.date(meeting.heldOn),
      isoDate: meeting.heldOn,
      diaryNumber: meeting.diaryNumber,
      status,
    };
    return {
      kind,
      language: this.language,
      title: this.say('document.title', { document: type, number, board: organisation }),
      identification,
      keywords: [type, board.shortName, number],
      blocks,
      ...otherLanguages([this.document, also], meeting.language, this.language, [identification, blocks]),
    };
  }
}

/** Name with initials, as lists of people show it: "Jäsen 04 (J04)". */
export function fullName(person: MinutesPerson): string {
  return person.shortName === person.name ? person.name : `${person.name} (${person.shortName})`;
}
