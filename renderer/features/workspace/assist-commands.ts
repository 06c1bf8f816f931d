/** The actions of the live minutes that "/" offers in a text. */
import { createContext, use, useEffect, useMemo, useRef } from 'react';
import { useText } from '../../i18n/language.ts';
import { useEditorAssist } from '../../ui/editor-assist.ts';
import type { AssistOption, EditorAssist } from '../../ui/RichTextEditor.tsx';
import { decide } from './decisions.ts';
import { useWorkspace } from './use-meeting.ts';

/** What the pane around the texts can do. */
export interface PaneCommands {
  onPhrases: () => void;
  onNewTask: () => void;
}

export const PaneCommandsContext = createContext<PaneCommands | null>(null);

const DECISIONS = ['as_proposed', 'noted', 'tabled', 'returned'] as const;

/** Stable while the item is the same. */
export function useLiveAssist(): EditorAssist {
  const workspace = useWorkspace();
  const pane = use(PaneCommandsContext);
  const t = useText();
  const { item, view, mayRecord } = workspace;
  const latest = useRef({ workspace, pane });
  useEffect(() => {
    latest.current = { workspace, pane };
  });
  const commands = useMemo((): AssistOption[] => {
    if (!mayRecord) return [];
    return [
      ...DECISIONS.map((type): AssistOption => ({
        id: `decide ${type}`,
        label: t(`writing.assist.decision.${type}`),
        keywords: 'päätös beslut decision',
        group: 'command',
        effect: { kind: 'run', run: () => void decide(latest.current.workspace, type) },
      })),
      {
        id: 'phrase',
        label: t('writing.assist.phrase'),
        keywords: 'fraasi fras phrase',
        group: 'command',
        effect: { kind: 'run', run: () => latest.current.pane?.onPhrases() },
      },
      {
        id: 'task',
        label: t('writing.assist.newTask'),
        keywords: 'tehtävä toimenpide uppgift task',
        group: 'command',
        effect: { kind: 'run', run: () => latest.current.pane?.onNewTask() },
      },
    ];
  }, [mayRecord, t]);
  return useEditorAssist(view, item.id, commands);
}
