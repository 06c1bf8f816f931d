/**
 * The call and the agenda as they may be shown to everybody (julkinen esityslista), and given to those who are invited
 * without being of the board: secret items are their number and ground, marked passages are covered. The members and
 * called deputies get the whole.
 */
import type { CallChange, CallPlan } from './call.ts';
import type { Language } from './language.ts';
import type { MinutesDocument } from './minutes-document.ts';
import { standing } from './other-languages.ts';
import type { Phrases } from './phrases.ts';
import { MinutesPrinter } from './print-base.ts';
import { printAgenda, printCall, type CallIssue } from './print-call.ts';
import type { PrintableBlock, PrintableDocument } from './printable.ts';
import type { RecipientRole } from './recipients.ts';
import { Cover, redactedPassages, type SecretItem } from './secrecy.ts';

/** Who is invited without being of the board: they have no right to what is secret (julkisuuslaki 24 §). */
const OUTSIDE: readonly RecipientRole[] = ['expert', 'guest'];

export function isOutside(role: RecipientRole): boolean {
  return OUTSIDE.includes(role);
}

/** Whether a call or an agenda has anything that not everybody may see. */
export function hasSecrets({ items }: MinutesDocument, secrets: readonly SecretItem[]): boolean {
  return (
    secrets.length > 0 ||
    items.some(({ account, proposal }) => [account, proposal].flatMap(redactedPassages).length > 0)
  );
}

/**
 * A call or an agenda for everybody. What changed since an earlier version is not told, nor is the address of the
 * remote connection: both are for those who attend.
 */
export function printPublicAhead(
  kind: 'call' | 'agenda',
  document: MinutesDocument,
  secrets: readonly SecretItem[],
  phrases: Phrases,
  language: Language,
  issue: CallIssue | null,
): PrintableDocument {
  const printer = new MinutesPrinter(document, phrases, language);
  const cover = new Cover((key, values) => printer.say(key, values), secrets);
  const shown: MinutesDocument = {
    ...document,
    attachments: document.attachments
      .filter(({ section }) => section === null || !cover.isSecret(section))
      .map((one) => cover.words(one, document.items.find((item) => item.section === one.section) ?? null)),
  };
  const print = kind === 'call' ? printCall : printAgenda;
  const printed = print(
    shown,
    phrases,
    language,
    issue === null ? null : { ...issue, changes: [], remoteLink: '' },
  );
  let at = 0;
  const covered = printed.blocks.map((block): PrintableBlock => {
    const source = block.type === 'item' ? document.items[at++] : undefined;
    if (block.type === 'item' && source !== undefined) return cover.item(block, source);
    if (block.type === 'list' && block.heading === printer.say('label.itemsAhead'))
      return {
        ...block,
        rows: block.rows.map((row, index) => {
          const item = document.items[index];
          if (item === undefined) return row;
          const mention = cover.mention(item.section);
          return mention === null ? cover.words(row, item) : { ...row, text: mention };
        }),
      };
    return cover.words(block, null);
  });
  const [first, ...rest] = covered;
  const blocks: PrintableBlock[] = [
    ...(first === undefined ? [] : [first]),
    {
      type: 'facts',
      rows: [{ label: printer.say('label.publicity'), lines: [printer.say('secrecy.publicVersion')] }],
    },
    ...rest,
  ];
  const { otherLanguages = [], ...whole } = printed;
  return { ...whole, blocks, ...standing(otherLanguages, [whole.identification, blocks]) };
}

/** A call's plan and changes without what is secret, for letters and calendars that others than members read. */
export function coveredPlan(
  plan: CallPlan,
  changes: readonly CallChange[],
  secrets: ReadonlyMap<string, string>,
  mention: (ground: string) => string,
): { plan: CallPlan; changes: CallChange[] } {
  if (secrets.size === 0) return { plan, changes: [...changes] };
  return {
    plan: {
      ...plan,
      items: plan.items.map((item) => {
        const ground = secrets.get(item.id);
        return ground === undefined
          ? item
          : { ...item, title: mention(ground), diaryNumber: null, account: '', proposal: '' };
      }),
    },
    changes: changes.filter((change) => !('itemId' in change) || !secrets.has(change.itemId)),
  };
}
