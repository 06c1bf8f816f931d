/** What the screen of deliveries reads, and its file of drafts. */
import { type DeliveredKind } from '../../../db/model/delivery.ts';
import type { ListRules } from '../../../db/model/mailing-list.ts';
import { api, type Inputs, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { translate, useLanguageStore } from '../../i18n/language.ts';
import { saveFile } from '../../ui/save-file.ts';

export type MailingList = Outputs['deliveries']['lists'][number];
export type CoverageView = Outputs['deliveries']['coverage'];
export type CoverageRow = CoverageView['rows'][number];
export type Meeting = Outputs['meetings']['list'][number];

export function useLists(boardId: string): readonly MailingList[] | undefined {
  return useTopicQuery(['deliveries'], ['deliveries.lists', boardId], () =>
    api.deliveries.lists.query({ boardId }),
  ).data;
}

/** The id of somebody on a list. */
export function recipientId({
  personId,
  organisationId,
}: Pick<CoverageRow, 'personId' | 'organisationId'>): string {
  return personId ?? organisationId ?? '';
}

/** Asks where, has the drafts written, and tells what came of it. Nothing happens when the user cancels. */
export async function saveDrafts(
  input: {
    meetingId: string;
    kind: DeliveredKind;
    rules: ListRules;
    recipientIds: string[] | null;
    mode: 'person' | 'language';
    greeting: string;
  },
  suggestedName: string,
): Promise<boolean> {
  return await saveFile('mail', suggestedName, async (target) => {
    const { files, withoutAddress } = await api.deliveries.prepare.mutate({ ...input, target });
    const saved = translate('deliveries.saved', { count: files.length, name: files[0] ?? '' });
    return withoutAddress.length === 0
      ? saved
      : `${saved} ${translate('deliveries.withoutAddress', { count: withoutAddress.length })}`;
  });
}

/** Labels or envelopes as a file. */
export async function saveLetters(
  input: Omit<Inputs['letters']['make'], 'target'>,
  suggestedName: string,
): Promise<boolean> {
  return await saveFile('pdf', `${suggestedName}.pdf`, async (target) => {
    const { name, count } = await api.letters.make.mutate({ ...input, target });
    return translate('letters.made', { name, count });
  });
}

/** The report of deliveries as a file. */
export async function saveReport(
  input: Omit<Inputs['letters']['report'], 'target' | 'language'>,
  suggestedName: string,
): Promise<boolean> {
  return await saveFile(input.as, `${suggestedName}.${input.as}`, async (target) => {
    const { name } = await api.letters.report.mutate({
      ...input,
      language: useLanguageStore.getState().language,
      target,
    });
    return translate('letters.report.saved', { name });
  });
}
