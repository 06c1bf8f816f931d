import { inLanguage } from '../../../db/model/language.ts';
import type { ItemKind } from '../../../db/model/meeting.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { plainText, type RichText } from '../../../db/model/rich-text.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { takeTheirs } from '../../ui/take-theirs.ts';
import { TextDifference } from '../../ui/TextDifference.tsx';
import { RichTextView } from '../../ui/rich-text/RichTextView.tsx';
import styles from './Agenda.module.css';
import type { Autosave, Field, SaveConflict } from '../../api/item-autosave.ts';

const cx = classes(styles);

/** Two windows changed the same field: both versions, and a choice. Nothing is lost before it is made. */
export function ConflictNote({
  conflict,
  saver,
  meeting,
}: {
  conflict: SaveConflict;
  saver: Autosave;
  meeting: MeetingView;
}) {
  const t = useText();
  const field = useFieldName(meeting, conflict.field);
  return (
    <Banner tone="warning" isAlert title={t('agenda.conflict.title', { field })}>
      <p>{t('agenda.conflict.body')}</p>
      <div className={cx('versions')}>
        {(['mine', 'theirs'] as const).map((side) => (
          <div key={side} className={cx('version')}>
            <h3 className={cx('versionTitle')}>{t(`agenda.conflict.${side}`)}</h3>
            <Value field={conflict.field} value={conflict[side]} meeting={meeting} itemId={conflict.itemId} />
            <Button
              size="s"
              onPress={() =>
                side === 'mine'
                  ? saver.resolve(conflict.itemId, conflict.field, 'mine')
                  : takeTheirs(saver, conflict)
              }
            >
              {t(side === 'mine' ? 'agenda.conflict.keepMine' : 'agenda.conflict.keepTheirs')}
            </Button>
          </div>
        ))}
      </div>
      {isText(conflict.mine) && isText(conflict.theirs) && (
        <TextDifference before={plainText(conflict.theirs)} after={plainText(conflict.mine)} />
      )}
    </Banner>
  );
}

const isText = (value: SaveConflict['mine']): value is RichText =>
  typeof value === 'object' && value !== null;

function useFieldName(meeting: MeetingView, field: Field): string {
  const t = useText();
  const language = useLanguage();
  switch (field) {
    case 'account':
    case 'proposal':
    case 'proceedings':
    case 'decision':
      return inLanguage(meeting.rules.labels[field], language);
    case 'decisionType':
    case 'startedAt':
    case 'endedAt':
      return t(`workspace.field.${field}`);
    case 'title':
      return t('agenda.titleField');
    case 'presenterId':
      return t('agenda.presenter');
    case 'applicantOrganisationId':
      return t('agenda.applicant');
    case 'kind':
      return t('agenda.kind');
    case 'diaryNumber':
      return t('agenda.diaryNumber');
  }
}

function Value({
  field,
  value,
  meeting,
  itemId,
}: {
  field: Field;
  value: SaveConflict['mine'];
  meeting: MeetingView;
  itemId: string;
}) {
  const t = useText();
  if (value === null || value === undefined || value === '')
    return <p className={cx('quiet')}>{t('agenda.conflict.empty')}</p>;
  if (typeof value !== 'string') return <RichTextView value={value as RichText} isSmall />;
  if (field === 'kind') return <p>{t(`agenda.kind.${value as ItemKind}`)}</p>;
  if (field !== 'presenterId' && field !== 'applicantOrganisationId') return <p>{value}</p>;
  const item = meeting.items.find(({ id }) => id === itemId);
  const known = field === 'presenterId' ? item?.presenter : item?.applicantOrganisation;
  return <p>{known?.id === value ? known.name : t('agenda.conflict.yourChoice')}</p>;
}
