import type { RefreshChoice } from '../../../db/model/annual-report.ts';
import { plainText, type RichText } from '../../../db/model/rich-text.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextDifference } from '../../ui/TextDifference.tsx';
import { RichTextView } from '../../ui/rich-text/RichTextView.tsx';

/** A section edited by hand whose source has changed: the writer chooses, nothing is overwritten unasked. */
export function RefreshDialog({
  before,
  fresh,
  isPending,
  onChoose,
  onClose,
}: {
  /** The draft as it was taken. */
  before: string;
  /** The draft as it would be now; null when only tables and pictures differ. */
  fresh: RichText | null;
  isPending: boolean;
  onChoose: (choice: RefreshChoice) => void;
  onClose: () => void;
}) {
  const t = useText();
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('reports.choose')}
      lead={t('reports.changedEdited')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button isPending={isPending} onPress={() => onChoose('take')}>
            {t('reports.takeText')}
          </Button>
          <Button variant="primary" isPending={isPending} onPress={() => onChoose('keep')}>
            {t('reports.keepText')}
          </Button>
        </>
      }
    >
      {fresh !== null && (
        <>
          <Panel title={t('reports.newDraft')} level={3}>
            <RichTextView value={fresh} />
          </Panel>
          <Panel title={t('reports.difference')} level={3}>
            <TextDifference before={before} after={plainText(fresh)} />
          </Panel>
        </>
      )}
    </Dialog>
  );
}
