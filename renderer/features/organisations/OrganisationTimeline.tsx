import { FORUM_STAGE_WORDS } from '../../../db/model/community-forum.ts';
import { columnWord, tableWord, valueWord } from '../../../db/model/data-words.ts';
import { PRACTICE_STAGE_WORDS } from '../../../db/model/practice-words.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Organisation.module.css';

const cx = classes(styles);
const KINDS = [
  'all',
  'seat',
  'item',
  'task',
  'position',
  'network',
  'action',
  'inclusion',
  'practice',
  'forum',
  'agreement',
  'project',
  'change',
] as const;
type Shown = (typeof KINDS)[number];
type Entry = Outputs['register']['timeline'][number];
/** Enough to look at; the rest by a narrower choice. */
const MOST = 100;

/** Everything that touches the organisation, the newest first. */
export function OrganisationTimeline({ id }: { id: string }) {
  const t = useText();
  const [shown, setShown] = useRemembered<Shown>('organisation.timeline', 'all');
  const { data } = useTopicQuery(
    [
      'organisations',
      'boards',
      'persons',
      'meetings',
      'tasks',
      'actions',
      'practices',
      'forums',
      'agreements',
      'projects',
    ],
    ['register.timeline', id],
    () => api.register.timeline.query({ id }),
  );
  if (!data) return null;
  const entries = data.filter(({ kind }) => shown === 'all' || kind === shown);
  return (
    <Panel
      title={t('networks.timeline')}
      actions={
        <Select
          label={t('networks.timelineShow')}
          hideLabel
          width="s"
          value={shown}
          onChange={setShown}
          options={KINDS.map((kind) => ({ id: kind, label: t(`networks.timeline.${kind}`) }))}
        />
      }
    >
      {entries.length === 0 ? (
        <p className={cx('none')}>{t('networks.timelineNone')}</p>
      ) : (
        <ol className={cx('list')}>
          {entries.slice(0, MOST).map((entry, index) => (
            <Row key={`${entry.kind} ${entry.date} ${String(index)}`} entry={entry} />
          ))}
        </ol>
      )}
      {entries.length > MOST && (
        <p className={cx('none')}>{t('networks.timelineMore', { count: entries.length - MOST })}</p>
      )}
    </Panel>
  );
}

function Row({ entry }: { entry: Entry }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { change, link } = entry;
  const open = (): void => {
    if (link?.to === 'person') navigate({ name: 'person', id: link.id });
    else if (link?.to === 'task') navigate({ name: 'tasks', id: link.id });
    else if (link?.to === 'meeting')
      navigate({ name: 'meeting', id: link.id, part: 'preview', ...(link.item ? { item: link.item } : {}) });
    else if (link) navigate({ name: link.to, id: link.id });
  };
  return (
    <li className={cx('entry')}>
      <div className={cx('words')}>
        <span className={cx('main')}>
          {change === null
            ? entry.title
            : `${tableWord(change.entity, language)}: ${t(`privacy.action.${change.action}`)}`}
        </span>
        <span className={cx('detail')}>
          {[
            entry.date === null ? null : format.date(entry.date),
            t(`networks.timeline.${entry.kind}`),
            entry.detail,
            entry.stage === null ? null : t(`volunteering.stage.${entry.stage}`),
            entry.practiceStage === undefined ? null : PRACTICE_STAGE_WORDS[language][entry.practiceStage],
            entry.forumStage === undefined ? null : FORUM_STAGE_WORDS[language][entry.forumStage],
            change?.actor ?? null,
          ]
            .filter((part) => part !== null && part !== '')
            .join(', ')}
        </span>
        {change !== null && change.action === 'update' && (
          <span className={cx('detail')}>
            {change.changes
              .map(
                ({ column, before, after }) =>
                  `${columnWord(column, language)}: ${before === null ? '–' : valueWord(column, before, language)} → ${after === null ? '–' : valueWord(column, after, language)}`,
              )
              .join('; ')}
          </span>
        )}
      </div>
      {link !== null && (
        <Button size="s" variant="quiet" aria-label={`${t('common.open')}: ${entry.title}`} onPress={open}>
          {t('common.open')}
        </Button>
      )}
    </li>
  );
}
