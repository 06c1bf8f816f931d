/** What "/" and "@" offer in the texts of an item: the screen's own actions, the phrases, and what can be mentioned. */
import { useMemo } from 'react';
import type { MeetingView } from '../../db/model/meeting-view.ts';
import type { MentionEntity } from '../../db/model/rich-text.ts';
import type { AssistOption, EditorAssist } from './RichTextEditor.tsx';
import { api } from '../api/client.ts';

async function phrasesFor(itemId: string): Promise<{ id: string; text: string }[]> {
  const { record, own, decisions, general } = await api.phrases.forItem.query({ itemId });
  const seen = new Set<string>();
  return [
    ...own,
    ...record.map((text, index) => ({ id: `record:${index}`, text })),
    ...[...decisions, ...general].map(({ key, text }) => ({ id: key, text })),
  ].filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** Stable while the item and the commands are; `commands` must be, too. */
export function useEditorAssist(
  meeting: Pick<MeetingView, 'boardId' | 'language'>,
  itemId: string,
  commands: readonly AssistOption[],
): EditorAssist {
  const { boardId, language } = meeting;
  return useMemo(
    () => ({
      commands,
      phrases: () => phrasesFor(itemId),
      mentions: async (text: string, entity: MentionEntity | undefined) =>
        (await api.mentions.choices.query({ text, boardId, language, entity })).map(
          (choice): AssistOption => ({
            id: `${choice.entity} ${choice.id}`,
            label: choice.text,
            detail: choice.detail,
            group: choice.entity,
            effect: {
              kind: 'mention',
              text: choice.text,
              mention: { entity: choice.entity, id: choice.id },
            },
          }),
        ),
    }),
    [boardId, language, itemId, commands],
  );
}
