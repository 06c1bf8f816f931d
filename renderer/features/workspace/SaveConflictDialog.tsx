import { TEXT_PARTS } from '../../../db/model/meeting.ts';
import { isEmptyText, plainText, type RichText } from '../../../db/model/rich-text.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { takeTheirs } from '../../ui/take-theirs.ts';
import { TextDifference } from '../../ui/TextDifference.tsx';
import { RichTextView } from '../../ui/rich-text/RichTextView.tsx';
import type { SaveConflict } from '../../api/item-autosave.ts';
import styles from './SaveConflictDialog.module.css';
import { useSaveConflicts } from '../../api/item-savers.ts';
import { useWorkspace } from './use-meeting.ts';

const cx = classes(styles);

const NAMED = ['title', ...TEXT_PARTS, 'decisionType', 'startedAt', 'endedAt'] as const;

/** Two windows changed the same text: both are shown, one is kept. */
export function SaveConflictDialog() {
  const { view, saver } = useWorkspace();
  const t = useText();
  const [conflict] = useSaveConflicts(saver);
  if (conflict === undefined) return null;
  const { itemId, field } = conflict;
  const item = view.items.find(({ id }) => id === itemId);
  const named = NAMED.find((one) => one === field) ?? 'title';
  return (
    <Dialog
      isOpen
      role="alertdialog"
      width="wide"
      title={t('workspace.saveConflict.title')}
      lead={`${item?.sectionLabel ?? ''} ${item?.title ?? ''}. ${t('workspace.saveConflict.body', { field: t(`workspace.field.${named}`) })}`}
      // Neither is chosen by leaving: what was typed would be lost.
      onClose={() => undefined}
      actions={
        <>
          <Button onPress={() => takeTheirs(saver, conflict)}>
            {t('workspace.saveConflict.takeTheirs')}
          </Button>
          <Button variant="primary" onPress={() => saver.resolve(itemId, field, 'mine')}>
            {t('workspace.saveConflict.keepMine')}
          </Button>
        </>
      }
    >
      <div className={cx('versions')}>
        <Version title={t('workspace.saveConflict.mine')} value={conflict.mine} />
        <Version title={t('workspace.saveConflict.theirs')} value={conflict.theirs} />
      </div>
      {isRich(conflict.mine) && isRich(conflict.theirs) && (
        <section className={cx('version')}>
          <h3 className={cx('title')}>{t('writing.conflict.difference')}</h3>
          <TextDifference before={plainText(conflict.theirs)} after={plainText(conflict.mine)} />
        </section>
      )}
    </Dialog>
  );
}

function isRich(value: unknown): value is RichText {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc';
}

function Version({ title, value }: { title: string; value: SaveConflict['mine'] }) {
  const t = useText();
  return (
    <section className={cx('version')}>
      <h3 className={cx('title')}>{title}</h3>
      {isRich(value) && !isEmptyText(value) ? (
        <RichTextView value={value} />
      ) : (
        <p className={cx('plain')}>{typeof value === 'string' ? value : t('workspace.emptyText')}</p>
      )}
    </section>
  );
}
