import { useEffect, useRef } from 'react';
import type { AcceptedMinutes, Span } from '../../../db/model/old-minutes.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Fact, Facts } from '../../ui/Form.tsx';
import { Marked } from '../../ui/Marked.tsx';
import { wordRanges } from '../../ui/marked.ts';
import styles from './OldMinutes.module.css';
import type { OldMinutes } from './use-review.ts';

const cx = classes(styles);

/** The record that was accepted, to be read beside its original. */
export function AcceptedMinutesView({
  minutes,
  accepted,
  item: first,
  words = [],
  onShow,
}: {
  minutes: OldMinutes;
  accepted: AcceptedMinutes;
  /** The number of the item to go to. */
  item?: number | undefined;
  /** Words to mark: what a search found. */
  words?: readonly string[] | undefined;
  onShow: (at: Span | null) => void;
}) {
  const t = useText();
  const format = useFormat();
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (first === undefined) return;
    const article = view.current?.querySelector<HTMLElement>(`[data-number="${first}"]`);
    article?.scrollIntoView({ block: 'start' });
  }, [first]);
  const marked = (text: string) =>
    words.length === 0 ? text : <Marked text={text} ranges={wordRanges(text, words)} />;
  const times = [accepted.startedAt, accepted.endedAt].map((time) =>
    time === null ? '' : format.time(time),
  );
  return (
    <div ref={view} className={cx('accepted')}>
      <Banner tone="info" title={t('oldMinutes.state.accepted')}>
        {minutes.importedBy === ''
          ? t('oldMinutes.apart', { date: format.date(minutes.importedOn) })
          : t('oldMinutes.apartBy', { date: format.date(minutes.importedOn), name: minutes.importedBy })}
      </Banner>
      <Facts>
        <Fact name={t('oldMinutes.kind.heldOn')}>
          {[format.date(accepted.heldOn), times.filter(Boolean).join('–')].filter(Boolean).join(' ')}
        </Fact>
        {accepted.place !== '' && <Fact name={t('oldMinutes.kind.place')}>{accepted.place}</Fact>}
        {accepted.examiners.length > 0 && (
          <Fact name={t('oldMinutes.kind.examiner')}>{accepted.examiners.join(', ')}</Fact>
        )}
      </Facts>
      {accepted.people.length > 0 && (
        <section aria-label={t('oldMinutes.people')}>
          <h2 className={cx('editorTitle')}>{t('oldMinutes.people')}</h2>
          <ul className={cx('people')}>
            {accepted.people.map((person) => (
              <li key={`${person.name} ${person.capacity}`}>
                {[
                  person.name,
                  t(`oldMinutes.capacity.${person.capacity}`),
                  person.present ? null : t('oldMinutes.absent'),
                  person.arrivedAt && t('oldMinutes.arrived', { time: format.time(person.arrivedAt) }),
                  person.leftAt && t('oldMinutes.left', { time: format.time(person.leftAt) }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {accepted.items.map((item) => (
        <article
          key={item.number}
          data-number={item.number}
          className={cx('item')}
          aria-label={`${item.label} ${item.title}`}
        >
          <div className={cx('itemHead')}>
            <h2 className={cx('editorTitle')}>
              {item.label} {marked(item.title)}
            </h2>
            <Button
              size="s"
              variant="quiet"
              icon="eye"
              aria-label={t('oldMinutes.showOf', { label: item.label })}
              onPress={() =>
                onShow(minutes.proposal.items.find(({ number }) => number === item.number)?.at ?? null)
              }
            >
              {t('oldMinutes.show')}
            </Button>
          </div>
          {item.diaryNumber !== null && <p className={cx('quiet')}>{item.diaryNumber}</p>}
          {(['account', 'proposal', 'proceedings', 'decision'] as const).map(
            (part) =>
              item[part] !== '' && (
                <div key={part}>
                  <h3 className={cx('partTitle')}>{t(`oldMinutes.part.${part}`)}</h3>
                  <p className={cx('prose')}>{marked(item[part])}</p>
                </div>
              ),
          )}
        </article>
      ))}
    </div>
  );
}
