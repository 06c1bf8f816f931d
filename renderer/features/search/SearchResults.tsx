import type {
  FoundItem,
  FoundMeeting,
  FoundMinutes,
  FoundOldMinutes,
  FoundRange,
} from '../../../db/model/minutes-search.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { Marked } from '../../ui/Marked.tsx';
import type { Ranges } from '../../ui/marked.ts';
import { navigate } from '../../ui/navigation.ts';
import { Pill } from '../../ui/Pill.tsx';
import styles from './Search.module.css';

const cx = classes(styles);
const pairs = (ranges: readonly FoundRange[]): Ranges => ranges.map(({ start, end }) => [start, end]);

/** What was found, meeting by meeting. */
export function SearchResults({ found }: { found: FoundMinutes }) {
  const t = useText();
  const format = useFormat();
  const shown =
    found.meetings.reduce((sum, { items }) => sum + items.length, 0) +
    found.oldMinutes.reduce((sum, { items }) => sum + Math.max(items.length, 1), 0);
  return (
    <div className={cx('results')}>
      {found.meetings.map((meeting) => {
        const id = `found-${meeting.meetingId}`;
        return (
          <section key={meeting.meetingId} aria-labelledby={id}>
            <h2 id={id} className={cx('head')}>
              {t('search.meetingHead', { board: meeting.board, label: meeting.label })}
              <span className={cx('date')}>{format.dateWithWeekday(meeting.heldOn)}</span>
              <Pill>{t(`meetings.state.${meeting.state}`)}</Pill>
            </h2>
            <ul className={cx('hits')}>
              {meeting.items.map((item) => (
                <li key={item.itemId}>
                  <Hit meeting={meeting} item={item} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {found.oldMinutes.map((minutes) => (
        <OldMinutesHits key={minutes.id} minutes={minutes} />
      ))}
      {shown < found.total && <p className={cx('date')}>{t('search.more', { shown })}</p>}
    </div>
  );
}

/** Imported old minutes: their items, or one hit for the whole. */
function OldMinutesHits({ minutes }: { minutes: FoundOldMinutes }) {
  const t = useText();
  const format = useFormat();
  const id = `found-${minutes.id}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={cx('head')}>
        {t('search.meetingHead', { board: minutes.board, label: minutes.label ?? minutes.fileName })}
        {minutes.heldOn !== null && (
          <span className={cx('date')}>{format.dateWithWeekday(minutes.heldOn)}</span>
        )}
        <Pill tone={minutes.state === 'review' ? 'warning' : 'neutral'}>
          {t(minutes.state === 'review' ? 'oldMinutes.state.review' : 'search.imported')}
        </Pill>
      </h2>
      <ul className={cx('hits')}>
        {minutes.items.map((item) => (
          <li key={item.number}>
            <button
              type="button"
              data-hit
              className={cx('hit')}
              onClick={() =>
                navigate({ name: 'oldMinutes', id: minutes.id, item: item.number, words: item.words })
              }
            >
              <span className={cx('section')}>{item.label}</span>
              <span className={cx('title')}>
                <Marked text={item.title} ranges={pairs(item.titleMatches)} />
              </span>
              <Snippet snippet={item.snippet} />
            </button>
          </li>
        ))}
        {minutes.snippet !== null && (
          <li>
            <button
              type="button"
              data-hit
              className={cx('hit')}
              onClick={() => navigate({ name: 'oldMinutes', id: minutes.id })}
            >
              <span className={cx('section')} />
              <span className={cx('title')}>{minutes.fileName}</span>
              <Snippet snippet={minutes.snippet} />
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

function Snippet({ snippet }: { snippet: FoundItem['snippet'] }) {
  return (
    snippet.text !== '' && (
      <span className={cx('snippet')}>
        <Marked text={snippet.text} ranges={pairs(snippet.matches)} />
      </span>
    )
  );
}

function Hit({ meeting, item }: { meeting: FoundMeeting; item: FoundItem }) {
  const t = useText();
  const facts = [
    item.decisionType === null ? null : t(`workspace.decision.${item.decisionType}`),
    item.conflicted ? t('search.conflict') : null,
  ].filter((fact) => fact !== null);
  return (
    <button
      type="button"
      data-hit
      className={cx('hit')}
      onClick={() =>
        navigate({
          name: 'meeting',
          id: meeting.meetingId,
          part: 'live',
          item: item.itemId,
          ...(item.words.length > 0 ? { words: item.words } : {}),
        })
      }
    >
      <span className={cx('section')}>
        {t(meeting.profile === 'memo' ? 'search.itemNumber' : 'search.section', { section: item.section })}
      </span>
      <span className={cx('title')}>
        <Marked text={item.title} ranges={pairs(item.titleMatches)} />
      </span>
      <span className={cx('facts')}>{facts.join(' · ')}</span>
      <Snippet snippet={item.snippet} />
    </button>
  );
}
