/** What may be shown to everybody: the public minutes, the summary and the list of decisions. */
import { decisionBody } from './effect-sentences.ts';
import { inLanguage, type Language, type LocalisedText } from './language.ts';
import type { MinutesCorrection, MinutesDocument, MinutesItem } from './minutes-document.ts';
import type { Phrases } from './phrases.ts';
import { MinutesPrinter } from './print-base.ts';
import { printAttachments, printEnding } from './print-ending.ts';
import { printItem } from './print-item.ts';
import { fact, printAttendance, printMeetingFacts, timeAndPlace } from './print-people.ts';
import type { PrintableBlock, PrintableDocument, PrintableItem } from './printable.ts';
import { isEmptyText, plainText, richText, type RichText } from './rich-text.ts';
import { Cover, type SecretItem } from './secrecy.ts';

class PublicPrinter extends MinutesPrinter {
  readonly cover: Cover;

  constructor(
    document: MinutesDocument,
    phrases: Phrases,
    language: Language,
    secrets: readonly SecretItem[],
  ) {
    super(document, phrases, language);
    this.cover = new Cover((key, values) => this.say(key, values), secrets);
  }
}

/** The minutes with notes in the place of what is secret, without contact details (julkinen versio). */
export function printPublic(
  document: MinutesDocument,
  secrets: readonly SecretItem[],
  phrases: Phrases,
  language: Language,
): PrintableDocument {
  const printer = new PublicPrinter(document, phrases, language, secrets);
  const { cover } = printer;
  const attachments = document.attachments
    .filter(({ section }) => section === null || !cover.isSecret(section))
    .map((one) => cover.words(one, document.items.find((item) => item.section === one.section) ?? null));
  return printer.printable('public', printer.say(printer.memo ? 'document.publicMemo' : 'document.public'), [
    ...cover.blocks([printMeetingFacts(printer)]),
    {
      type: 'facts',
      rows: [{ label: printer.say('label.publicity'), lines: [printer.say('secrecy.publicVersion')] }],
    },
    ...cover.blocks(printAttendance(printer, (section) => cover.isSecret(section))),
    { type: 'heading', level: 2, text: printer.say('label.items') },
    ...document.items.map((item) => cover.item(printItem(printer, item), item)),
    ...printAttachments(printer, attachments),
    ...cover.blocks(printEnding(printer, coveredCorrections(printer))),
  ]);
}

/** Corrections without those of secret items, and without what is redacted in the item that they are about. */
function coveredCorrections({ document, cover }: PublicPrinter): MinutesCorrection[] {
  return document.corrections
    .filter(({ section }) => section === null || !cover.isSecret(section))
    .map((note) => ({
      ...note,
      text: cover.words(note.text, document.items.find((item) => item.section === note.section) ?? null),
    }));
}

/** Title and decision of each §, and the tasks that were given (tiivistelmä). */
export function printSummary(
  document: MinutesDocument,
  secrets: readonly SecretItem[],
  phrases: Phrases,
  language: Language,
): PrintableDocument {
  const printer = new PublicPrinter(document, phrases, language, secrets);
  const present = document.items[0]?.voters ?? 0;
  return printer.printable('summary', printer.say('document.summary'), [
    ...printer.cover.blocks([
      {
        type: 'facts',
        rows: [
          ...timeAndPlace(printer),
          ...fact(printer, 'label.chair', [document.chair]),
          ...(present === 0
            ? []
            : [
                {
                  label: printer.say('label.present'),
                  lines: [printer.say('quorum.present', { n: present, seats: document.seats })],
                },
              ]),
        ],
      },
    ]),
    { type: 'heading', level: 2, text: printer.say('label.items') },
    ...coveredDecisions(printer),
    ...tasksGiven(printer),
  ]);
}

/** The decisions as a table (päätösluettelo). */
export function printDecisions(
  document: MinutesDocument,
  secrets: readonly SecretItem[],
  phrases: Phrases,
  language: Language,
): PrintableDocument {
  const printer = new PublicPrinter(document, phrases, language, secrets);
  return printer.printable('decisions', printer.say('document.decisions'), [
    ...printer.cover.blocks([{ type: 'facts', rows: timeAndPlace(printer) }]),
    {
      type: 'table',
      caption: '',
      columns: [
        { label: printer.say(printer.memo ? 'label.item' : 'label.section'), width: 1 },
        { label: printer.say('label.item'), width: 4 },
        { label: inLanguage(document.rules.labels.decision, language), width: 6 },
      ],
      rows: coveredDecisions(printer).map((item) => [item.number, item.title, decisionText(item)]),
    },
  ]);
}

/** Each item with nothing but its decision, and the proposal when the decision is that it was approved. */
function coveredDecisions(printer: PublicPrinter): PrintableItem[] {
  const { labels } = printer.document.rules;
  return printer.document.items.map((item) => {
    const { number, title } = printItem(printer, item);
    const part = (label: LocalisedText, body: RichText | null): PrintableItem['parts'] =>
      body === null || isEmptyText(body)
        ? []
        : [
            {
              type: 'text',
              label: inLanguage(label, printer.language),
              body: body.content,
              strong: false,
            },
          ];
    const parts = [
      ...part(labels.proposal, approvedProposal(item)),
      ...part(labels.decision, { type: 'doc', content: decisionBody(item, printer.wording) }),
    ];
    return printer.cover.item({ type: 'item', number, title, diaryNumber: null, parts }, item);
  });
}

/** The proposal that became the decision, without which "approved as proposed" says nothing. */
function approvedProposal(item: MinutesItem): RichText | null {
  if (item.decisionType === 'as_proposed' || item.decisionType === 'unanimous') return item.proposal;
  if (item.decisionType !== 'voted') return null;
  const vote = item.votes.at(-1);
  if (!vote?.result.winner) return null;
  const won = vote[vote.result.winner];
  if (won.kind === 'base') return item.proposal;
  const counter = item.proposals.find(
    (one) => one.kind === 'counter' && won.kind === 'counter' && one.proposer.id === won.proposer?.id,
  );
  return counter ? richText(counter.text) : null;
}

function decisionText(item: PrintableItem): string {
  return item.parts
    .map((part) => (part.type === 'text' ? plainText({ type: 'doc', content: part.body }) : ''))
    .join('\n');
}

function tasksGiven(printer: PublicPrinter): PrintableBlock[] {
  const rows = printer.document.items
    .filter((item) => !printer.cover.isSecret(item.section))
    .flatMap((item) =>
      item.tasks.map((task) =>
        printer.cover.words(
          [
            task.code,
            task.title,
            task.responsible ?? '',
            task.dueOn === null ? '' : printer.date(task.dueOn),
          ],
          item,
        ),
      ),
    );
  if (rows.length === 0) return [];
  return [
    {
      type: 'table',
      caption: printer.say('label.tasksGiven'),
      columns: [
        { label: printer.say('task.code'), width: 2 },
        { label: printer.say('task.title'), width: 5 },
        { label: printer.say('task.responsible'), width: 3 },
        { label: printer.say('task.due'), width: 2 },
      ],
      rows,
    },
  ];
}
