import { BULLETIN_LANGUAGES, type BulletinLanguage } from '../../../db/model/bulletin.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useBulletinSaver } from '../../api/bulletin-saver.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { confirm } from '../../ui/confirm.ts';
import { Menu } from '../../ui/Menu.tsx';
import { navigate, useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { exportAllLanguages } from './bulletin-files.ts';
import { LanguagePart } from './LanguagePart.tsx';
import { STATE_TONES } from './states.ts';
import styles from './Communication.module.css';

const cx = classes(styles);
export type Bulletin = Outputs['bulletins']['get'];
export type BulletinText = Bulletin['texts'][number];

/** One bulletin: its languages at the left, the chosen one with its source beside it. */
export default function BulletinScreen({ route }: ScreenProps<'bulletin'>) {
  const t = useText();
  const { data, error } = useTopicQuery(
    ['bulletins', 'meetings', 'actions'],
    ['bulletins.get', route.id],
    () => api.bulletins.get.query({ id: route.id }),
  );
  if (!data)
    return (
      <Page title={t('bulletins.tab')} eyebrow={<BackToList />}>
        {error && <Banner tone="danger">{error.message}</Banner>}
      </Page>
    );
  return <OneBulletin key={data.id} bulletin={data} />;
}

function BackToList() {
  const t = useText();
  return (
    <Button
      variant="quiet"
      size="s"
      icon="arrowLeft"
      onPress={() => navigate({ name: 'communication', part: 'bulletins' })}
    >
      {t('bulletins.tab')}
    </Button>
  );
}

function OneBulletin({ bulletin }: { bulletin: Bulletin }) {
  const t = useText();
  const format = useFormat();
  const saver = useBulletinSaver(bulletin);
  const [chosen, setChosen] = useRemembered<BulletinLanguage>(
    `bulletins.language.${bulletin.id}`,
    bulletin.sourceLanguage,
  );
  const text = bulletin.texts.find(({ language }) => language === chosen) ?? bulletin.texts[0];
  const { origin } = bulletin;
  const remove = useMutationWithFeedback(() => api.bulletins.remove.mutate({ id: bulletin.id }), {
    done: t('bulletins.removed'),
    undo: (removal) => api.bulletins.restore.mutate(removal),
    onSuccess: () => navigate({ name: 'communication', part: 'bulletins' }, { replace: true }),
  });
  const note = useMutationWithFeedback(() => api.bulletins.noteOrigin.mutate({ id: bulletin.id }));
  const add = useMutationWithFeedback(
    (language: BulletinLanguage) => api.bulletins.addLanguage.mutate({ id: bulletin.id, language }),
    { onSuccess: (_data, language) => setChosen(language) },
  );
  const source = bulletin.texts.find(({ isSource }) => isSource);
  const title = source?.content.title || origin?.title || t('bulletins.none');
  const lacking = BULLETIN_LANGUAGES.filter(
    (language) => !bulletin.texts.some((one) => one.language === language),
  );
  return (
    <Page
      title={title}
      eyebrow={<BackToList />}
      lead={
        origin === null
          ? format.date(bulletin.createdOn)
          : `${t(`bulletins.source.${origin.kind}`)} ${origin.reference} ${format.date(origin.heldOn)}`
      }
      actions={
        <>
          <Menu
            entries={[
              {
                id: 'remove',
                label: t('bulletins.remove'),
                icon: 'trash',
                isDangerous: true,
                run: () =>
                  void confirm({
                    title: t('bulletins.removeTitle', { title }),
                    body: t('bulletins.removeBody'),
                    confirmLabel: t('bulletins.remove'),
                    isDangerous: true,
                  }).then((isSure) => {
                    if (isSure) remove.mutate(undefined);
                  }),
              },
            ]}
          >
            <IconButton icon="more" label={t('common.moreActions')} />
          </Menu>
          <Button
            variant="primary"
            icon="download"
            isDisabled={origin?.obstacle != null}
            onPress={() => void saver.flush().then(() => exportAllLanguages(bulletin.id))}
          >
            {t('bulletins.exportAll')}
          </Button>
        </>
      }
    >
      <div className={cx('stack')}>
        {origin?.obstacle != null && (
          <Banner tone="danger">{t(`bulletins.source.${origin.obstacle}`)}</Banner>
        )}
        {bulletin.originBefore !== null && (
          <Banner
            tone="warning"
            title={t('bulletins.source.changed')}
            actions={
              <Button size="s" onPress={() => note.mutate(undefined)}>
                {t('bulletins.source.noted')}
              </Button>
            }
          >
            {t('bulletins.source.changedBody')}
          </Banner>
        )}
        <div className={cx('bulletin')}>
          <nav aria-labelledby="bulletin-languages">
            <h2 id="bulletin-languages" className={cx('languagesTitle')}>
              {t('bulletins.languages')}
            </h2>
            <ul className={cx('languages')}>
              {bulletin.texts.map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    className={cx('language')}
                    aria-current={one.id === text?.id}
                    onClick={() => setChosen(one.language)}
                  >
                    <span>{t(`bulletins.language.${one.language}`)}</span>
                    <Pill tone={STATE_TONES[one.state]}>{t(`bulletins.state.${one.state}`)}</Pill>
                  </button>
                </li>
              ))}
            </ul>
            {lacking.length > 0 && (
              <Menu
                entries={lacking.map((language) => ({
                  id: language,
                  label: t(`bulletins.language.${language}`),
                  run: () => add.mutate(language),
                }))}
              >
                <Button size="s" icon="plus">
                  {t('bulletins.addLanguage')}
                </Button>
              </Menu>
            )}
          </nav>
          {text && (
            <LanguagePart
              key={text.id}
              bulletin={bulletin}
              text={text}
              saver={saver}
              onRemoved={() => setChosen(bulletin.sourceLanguage)}
            />
          )}
        </div>
      </div>
    </Page>
  );
}
