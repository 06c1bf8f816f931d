/** A document as a file: asks where, has it written, and tells what came of it. One at a time. */
import { create } from 'zustand';
import type { DocumentFormat } from '../../../db/model/document-format.ts';
import type { Language } from '../../../db/model/language.ts';
import { bridge, type FileKind } from '../../api/bridge.ts';
import { toClientError } from '../../api/client-error.ts';
import { api, type Outputs } from '../../api/client.ts';
import { formatFor } from '../../i18n/format.ts';
import { translate, useLanguageStore } from '../../i18n/language.ts';
import { showToast } from '../../ui/toasts.ts';
import { choiceInput, MINUTES, type DocumentChoice } from './document-choice.ts';

interface ExportState {
  /** The file that is being made, or null. */
  underWay: { meetingId: string; name: string } | null;
  /** The language in which each document is looked at, where it was chosen. */
  languages: Readonly<Record<string, Language>>;
}

export const useExports = create<ExportState>()(() => ({ underWay: null, languages: {} }));

export function chooseDocumentLanguage(meetingId: string, language: Language): void {
  useExports.setState(({ languages }) => ({ languages: { ...languages, [meetingId]: language } }));
}

/** The chosen language, or that of the minutes themselves. */
async function languageOf(meetingId: string): Promise<Language> {
  return useExports.getState().languages[meetingId] ?? (await api.meetings.get.query({ meetingId })).language;
}

const KINDS: Record<DocumentFormat, FileKind> = {
  pdf: 'pdf',
  'pdf-ua': 'pdf',
  'pdf-data': 'pdf',
  docx: 'docx',
  html: 'html',
  markdown: 'markdown',
  text: 'text',
  json: 'json',
  oparl: 'json',
};
let isAsking = false;

/** Does the whole of an export. Nothing happens while another one is under way, or when the user cancels. */
export async function exportDocument(
  meetingId: string,
  format: DocumentFormat,
  choice: DocumentChoice = MINUTES,
  { withAttachments = false } = {},
): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  try {
    const language = await languageOf(meetingId);
    const { name } = await api.minutes.fileName.query({
      meetingId,
      format,
      language,
      ...choiceInput(choice),
    });
    const file = await bridge().native.chooseSaveFile(KINDS[format], name);
    if (file === null) return;
    useExports.setState({ underWay: { meetingId, name: file.name } });
    const result = await api.minutes.export.mutate({
      meetingId,
      language,
      format,
      target: file.grant,
      ...choiceInput(choice),
    });
    const { kind, itemIds } = choiceInput(choice);
    const attached = withAttachments
      ? await api.files.exportBeside.mutate({ meetingId, kind, itemIds, target: file.grant })
      : null;
    showToast({
      kind: result.replaced.length > 0 ? 'info' : 'done',
      message: [sayResult(result), attached === null ? '' : sayAttached(attached)].join(' ').trim(),
      action: {
        label: translate('common.showInFolder'),
        run: () => bridge().native.showInFolder(file.grant),
      },
    });
  } catch (thrown) {
    const { message } = toClientError(thrown);
    showToast({ kind: 'failed', message: translate('documents.failedRemedy', { message }) });
  } finally {
    isAsking = false;
    useExports.setState({ underWay: null });
  }
}

function sayAttached({ count, folder }: Outputs['files']['exportBeside']): string {
  return count === 0
    ? translate('documents.noAttachments')
    : translate('documents.attachmentsBeside', { count, folder });
}

/** The result in words, with the characters that no font has. */
export function sayResult({ name, bytes, replaced }: Outputs['minutes']['export']): string {
  const size = formatFor(useLanguageStore.getState().language).bytes(bytes);
  if (replaced.length === 0) return translate('documents.exported', { name, size });
  const characters = replaced.map((one) =>
    translate('documents.character', { character: sayCharacter(one.character), count: one.count }),
  );
  return translate('documents.replaced', {
    name,
    size,
    count: replaced.reduce((sum, one) => sum + one.count, 0),
    characters: characters.join(', '),
  });
}

/** A character with its code, since it may not be visible: `☃ U+2603`. */
function sayCharacter(character: string): string {
  const code = Array.from(
    character,
    (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');
  return /^[\p{C}\p{Z}\p{M}]/u.test(character) ? code : `${character} ${code}`;
}
