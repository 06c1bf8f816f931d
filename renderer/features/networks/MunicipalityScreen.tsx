import { inLanguage } from '../../../db/model/language.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from '../../ui/Parts.module.css';
import { RelatedPanel } from '../../ui/RelatedPanel.tsx';

const cx = classes(styles);

/** One municipality: what hangs on it, who its contact persons are, and its clocks. */
export default function MunicipalityScreen({ route }: ScreenProps<'municipality'>) {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  const { data, error } = useTopicQuery(
    ['organisations', 'persons', 'clocks', 'workspace'],
    ['related.municipality', board.id, route.id],
    () => api.related.municipality.query({ boardId: board.id, code: route.id }),
  );
  const eyebrow = (
    <Button variant="quiet" size="s" icon="arrowLeft" onPress={() => navigate({ name: 'networks' })}>
      {t('networks.title')}
    </Button>
  );
  if (!data)
    return (
      <Page title={t('related.municipality')} eyebrow={eyebrow}>
        {error && <Banner tone="danger">{error.message}</Banner>}
      </Page>
    );
  return (
    <Page
      title={inLanguage(data.name, language)}
      eyebrow={eyebrow}
      lead={`${t('related.region')}: ${inLanguage(data.region, language)}, ${t('related.organisations', { count: data.organisations })}`}
    >
      <div className={cx('columns')}>
        <div className={cx('side')}>
          <RelatedPanel kind="municipality" id={data.code} none={t('related.nothingThere')} />
        </div>
        <div className={cx('side')}>
          <Panel
            title={t('related.contacts')}
            actions={
              <Button size="s" onPress={() => navigate({ name: 'networks' })}>
                {t('related.contactsFill')}
              </Button>
            }
          >
            {data.contacts.length === 0 && <p className={cx('none')}>{t('related.contactsNone')}</p>}
            <ul className={cx('list')}>
              {data.contacts.map(({ role, holders }) => (
                <li key={inLanguage(role, language)} className={cx('entry')}>
                  <div className={cx('words')}>
                    <span className={cx('detail')}>{inLanguage(role, language)}</span>
                    {holders.length === 0 ? (
                      <span className={cx('missing')}>{t('related.contactGap')}</span>
                    ) : (
                      <span className={cx('ways')}>
                        {holders.map((one) => (
                          <Button
                            key={one.id}
                            size="s"
                            variant="quiet"
                            onPress={() => navigate({ name: 'person', id: one.personId })}
                          >
                            {one.person}
                          </Button>
                        ))}
                      </span>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('related.clocks')}>
            {data.clocks.length === 0 ? (
              <p className={cx('none')}>{t('related.clocksNone')}</p>
            ) : (
              <span className={cx('ways')}>
                {data.clocks.map(({ id, title }) => (
                  <Button key={id} size="s" variant="quiet" onPress={() => navigate({ name: 'clocks', id })}>
                    {title}
                  </Button>
                ))}
              </span>
            )}
          </Panel>
        </div>
      </div>
    </Page>
  );
}
