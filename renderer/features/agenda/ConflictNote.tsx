import { inLanguage } from '../../../db/model/language.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import type { RichText } from '../../../db/model/rich-text.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { RichTextView } from '../../ui/rich-text/RichTextView.tsx';
import styles from './Agenda.module.css';
import type { Conflict, ItemField, ItemSaver } from './item-saver.ts';

const cx = classes(styles);

/** Two windows changed the same field: both versions, and a choice. Nothing is lost before it is made. */
export function ConflictNote({
  conflict,
  saver,
  meeting,
}: {
  conflict: Conflict;
  saver: ItemSaver;
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
            <Value value={conflict[side]} />
            <Button size="s" onPress={() => saver.resolve(conflict, side)}>
              {t(side === 'mine' ? 'agenda.conflict.keepMine' : 'agenda.conflict.keepTheirs')}
            </Button>
          </div>
        ))}
      </div>
    </Banner>
  );
}

function useFieldName(meeting: MeetingView, field: ItemField): string {
  const t = useText();
  const language = useLanguage();
  switch (field) {
    case 'account':
    case 'proposal':
      return inLanguage(meeting.rules.labels[field], language);
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

function Value({ value }: { value: string | RichText | null }) {
  const t = useText();
  if (value === null || value === '') return <p className={cx('quiet')}>{t('agenda.conflict.empty')}</p>;
  return typeof value === 'string' ? <p>{value}</p> : <RichTextView value={value} isSmall />;
}
