import type { ReactNode } from 'react';
import {
  BULLETIN_FIELDS,
  directionOf,
  languageTag,
  type BulletinContent,
} from '../../../db/model/bulletin.ts';
import { hasLix, lix } from '../../../db/model/plain-language.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { TextDifference } from '../../ui/TextDifference.tsx';
import type { BulletinText } from './BulletinScreen.tsx';
import styles from './Communication.module.css';

const cx = classes(styles);

const asText = (content: BulletinContent): string =>
  BULLETIN_FIELDS.map((field) => content[field])
    .filter((words) => words !== '')
    .join('\n');

/** The kept versions of a text, each with what is different now, and the way back to it. */
export function Versions({ text, keep }: { text: BulletinText; keep: ReactNode }) {
  const t = useText();
  const format = useFormat();
  const { data } = useTopicQuery(['bulletins'], ['bulletins.revisions', text.id], () =>
    api.bulletins.revisions.query({ textId: text.id }),
  );
  const restore = useMutationWithFeedback(
    (revisionId: string) => api.bulletins.restoreRevision.mutate({ textId: text.id, revisionId }),
    { done: t('bulletins.restored') },
  );
  return (
    <Panel title={t('bulletins.part.versions')} actions={keep}>
      {data?.length === 0 && <p className={cx('note')}>{t('bulletins.versionsNone')}</p>}
      <ul className={cx('sentences')}>
        {data?.map((one) => {
          const value = hasLix(text.language) ? lix(one.content.body) : null;
          return (
            <li key={one.id} className={cx('stack')}>
              <div className={cx('buttons')}>
                <strong>
                  {format.date(one.keptAt.slice(0, 10))} {one.keptBy}
                </strong>
                {value !== null && (
                  <span className={cx('detail')}>
                    {t('bulletins.aidLix')} {format.number(value)}
                  </span>
                )}
                {one.isCurrent ? (
                  <Pill tone="ok">{t('bulletins.versionCurrent')}</Pill>
                ) : (
                  <Button size="s" onPress={() => restore.mutate(one.id)} isPending={restore.isPending}>
                    {t('bulletins.restoreVersion')}
                  </Button>
                )}
              </div>
              {!one.isCurrent && (
                <div
                  className={cx('prose')}
                  lang={languageTag(text.language)}
                  dir={directionOf(text.language)}
                >
                  <TextDifference before={asText(one.content)} after={asText(text.content)} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
