import { COMPARED_PARTS, type Difference } from '../../../db/model/package-comparison.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { ScrollArea } from '../../ui/ScrollArea.tsx';
import styles from './Archive.module.css';

const cx = classes(styles);
const MOST = 200;

/** What differs between two packages, part by part. */
export function CompareView({ first, second }: { first: string; second: string }) {
  const t = useText();
  const { data, error } = useTopicQuery([], ['archive.compare', first, second], () =>
    api.archive.compare.query({ first, second }),
  );
  if (error)
    return (
      <Banner tone="danger" isAlert>
        {error.message}
      </Banner>
    );
  if (!data) return null;
  return (
    <ScrollArea className={cx('column')} label={t('archive.compare.title')}>
      <p>{t('archive.compare.lead', { first: data.first.name, second: data.second.name })}</p>
      {COMPARED_PARTS.map((part) => {
        const { same, differences } = data.parts[part];
        return (
          <Panel
            key={part}
            title={t(`archive.compare.${part}`)}
            actions={
              <span className={cx('side')}>
                <Pill tone={differences.length === 0 ? 'ok' : 'warning'}>
                  {t('archive.compare.count', { count: differences.length })}
                </Pill>
                <Pill>{t('archive.compare.same', { count: same })}</Pill>
              </span>
            }
          >
            {differences.length === 0 && <p className={cx('none')}>{t('archive.compare.none')}</p>}
            <ul className={cx('list')}>
              {differences.slice(0, MOST).map((one) => (
                <li key={`${one.kind} ${one.key}`} className={cx('entry')}>
                  <DifferenceWords one={one} />
                </li>
              ))}
            </ul>
            {differences.length > MOST && (
              <p className={cx('none')}>{t('archive.compare.more', { count: differences.length - MOST })}</p>
            )}
          </Panel>
        );
      })}
    </ScrollArea>
  );
}

function DifferenceWords({ one }: { one: Difference }) {
  const t = useText();
  return (
    <span className={cx('words')}>
      {one.otherName === null
        ? t(`archive.compare.${one.kind}`, { name: one.name })
        : t('archive.compare.differsNow', { name: one.name, other: one.otherName })}
    </span>
  );
}
