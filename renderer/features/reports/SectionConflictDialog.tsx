import { useStore } from 'zustand';
import { isEmptyText, plainText, type RichText } from '../../../db/model/rich-text.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextDifference } from '../../ui/TextDifference.tsx';
import type { SectionConflict, SectionSaver } from './report-savers.ts';

/** Two windows changed the same section: both texts are shown, one is kept. */
export function SectionConflictDialog({ saver }: { saver: SectionSaver }) {
  const t = useText();
  const conflict = useStore(saver.store, ({ conflicts }) => conflicts[0]);
  if (conflict === undefined) return null;
  const { itemId, field } = conflict;
  const [mine, theirs] = [wordsOf(conflict.mine), wordsOf(conflict.theirs)];
  return (
    <Dialog
      isOpen
      role="alertdialog"
      width="wide"
      title={t('reports.conflictTitle')}
      lead={t('reports.conflictBody')}
      // Neither is chosen by leaving: what was typed would be lost.
      onClose={() => undefined}
      actions={
        <>
          <Button onPress={() => saver.resolve(itemId, field, 'theirs')}>{t('reports.takeTheirs')}</Button>
          <Button variant="primary" onPress={() => saver.resolve(itemId, field, 'mine')}>
            {t('reports.keepMine')}
          </Button>
        </>
      }
    >
      <Panel title={t('reports.mine')} level={3}>
        <p>{mine}</p>
      </Panel>
      <Panel title={t('reports.theirs')} level={3}>
        <p>{theirs}</p>
      </Panel>
      <Panel title={t('writing.conflict.difference')} level={3}>
        <TextDifference before={theirs} after={mine} />
      </Panel>
    </Dialog>
  );
}

function wordsOf(value: SectionConflict['mine']): string {
  if (typeof value === 'string') return value;
  const text: RichText | null = value ?? null;
  return isEmptyText(text) ? '–' : plainText(text);
}
