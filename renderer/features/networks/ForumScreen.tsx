import { useState } from 'react';
import { FORUM_STAGE_WORDS } from '../../../db/model/community-forum.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CardPage, MissingCard, type CardList } from '../../ui/CardPage.tsx';
import { ActionLinks, DecisionLinks, PracticeLinks } from '../../ui/CardLinks.tsx';
import { classes } from '../../ui/classes.ts';
import { FlagList } from '../../ui/FlagList.tsx';
import { Fact, Facts } from '../../ui/Form.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import parts from '../../ui/Parts.module.css';
import { ForumDialog } from './ForumDialog.tsx';
import { ForumEvents } from './ForumEvents.tsx';
import { ForumStageDialog } from './ForumStageDialog.tsx';
import { ForumStagePill, type ForumCard } from './forum-parts.tsx';

const cx = classes(parts);
const TOPICS = ['forums', 'organisations', 'persons', 'themes', 'actions', 'practices', 'meetings'] as const;

/** One community forum: under which group, who is in it, how it came to its stage, when it has met. */
export default function ForumScreen({ route }: ScreenProps<'forum'>) {
  const t = useText();
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const { data, error } = useTopicQuery(TOPICS, ['forums.get', route.id], () =>
    api.forums.get.query({ id: route.id }),
  );
  const { data: overview } = useTopicQuery(
    ['forums'],
    ['forums.overview', data?.boardId ?? '', ''],
    () => api.forums.overview.query({ boardId: data?.boardId ?? '' }),
    { enabled: data !== undefined },
  );
  const remove = useMutationWithFeedback((id: string) => api.forums.remove.mutate({ id }), {
    done: t('forums.removed'),
    undo: (removal) => api.forums.restore.mutate(removal),
    onSuccess: () => navigate({ name: 'networks', part: 'forums' }, { replace: true }),
  });
  const list: CardList = { title: t('forums.title'), route: { name: 'networks', part: 'forums' } };
  if (!data) return <MissingCard list={list} error={error} />;
  return (
    <CardPage
      list={list}
      title={data.name}
      lead={
        <>
          {data.code}
          <ForumStagePill stage={data.stage} />
          {format.date(data.since)}
        </>
      }
      removal={{ label: t('forums.remove'), run: () => remove.mutate(data.id) }}
      actions={<Button onPress={() => setChanging(true)}>{t('forums.changeStage')}</Button>}
      onEdit={() => setEditing(true)}
    >
      <div className={cx('stack')}>
        <Flags forum={data} />
        <div className={cx('columns')}>
          <div className={cx('side')}>
            <Details forum={data} />
            <ForumEvents forum={data} />
          </div>
          <div className={cx('side')}>
            <History forum={data} />
            <Links forum={data} />
          </div>
        </div>
      </div>
      {isEditing && overview && (
        <ForumDialog
          forum={data}
          places={overview.places}
          municipality={null}
          onClose={() => setEditing(false)}
        />
      )}
      {isChanging && <ForumStageDialog forum={data} onClose={() => setChanging(false)} />}
    </CardPage>
  );
}

function Flags({ forum }: { forum: ForumCard }) {
  const t = useText();
  const format = useFormat();
  const sentence = (flag: ForumCard['flags'][number]): string => {
    switch (flag.code) {
      case 'no_chair':
        return t('forums.flag.no_chair');
      case 'few_members':
        return t('forums.flag.few_members', { count: flag.count });
      case 'dissolved':
        return flag.endedOn === null
          ? t('forums.flag.dissolved', { organisation: flag.organisation })
          : t('forums.flag.dissolvedOn', {
              organisation: flag.organisation,
              date: format.date(flag.endedOn),
            });
      case 'long_pilot':
      case 'quiet':
        return t(`forums.flag.${flag.code}`, { date: format.date(flag.since) });
    }
  };
  return <FlagList title={t('forums.flags')} sentences={forum.flags.map(sentence)} />;
}

function Details({ forum }: { forum: ForumCard }) {
  const t = useText();
  const language = useLanguage();
  const open = (id: string, label: string, name: 'organisation' | 'theme' | 'person') => (
    <Button key={id} size="s" variant="quiet" onPress={() => navigate({ name, id })}>
      {label}
    </Button>
  );
  const { chair, contactPerson } = forum;
  return (
    <Panel title={t('forums.details')}>
      <Facts>
        <Fact name={t('forums.municipality')}>{inLanguage(forum.municipality.name, language)}</Fact>
        <Fact name={t('forums.hyteGroup')}>{forum.hyteGroup}</Fact>
        {forum.description !== '' && (
          <Fact name={t('forums.description')}>
            <span className={cx('prose')}>{forum.description}</span>
          </Fact>
        )}
        <Fact name={t('forums.chair')}>
          {chair.organisation === null && chair.person === null ? (
            chair.role || '–'
          ) : (
            <span className={cx('ways')}>
              {chair.person && open(chair.person.id, chair.person.name, 'person')}
              {chair.organisation &&
                open(chair.organisation.id, inLanguage(chair.organisation.name, language), 'organisation')}
            </span>
          )}
        </Fact>
        {chair.role !== '' && (chair.organisation !== null || chair.person !== null) && (
          <Fact name={t('forums.chairRole')}>{chair.role}</Fact>
        )}
        {contactPerson && (
          <Fact name={t('forums.contactPerson')}>
            <span className={cx('ways')}>{open(contactPerson.id, contactPerson.name, 'person')}</span>
          </Fact>
        )}
        <Fact name={t('forums.organisations')}>
          {forum.organisations.length === 0 ? (
            '–'
          ) : (
            <span className={cx('ways')}>
              {forum.organisations.map((one) => open(one.id, inLanguage(one.name, language), 'organisation'))}
            </span>
          )}
        </Fact>
        {forum.themes.length > 0 && (
          <Fact name={t('forums.themes')}>
            <span className={cx('ways')}>{forum.themes.map((one) => open(one.id, one.name, 'theme'))}</span>
          </Fact>
        )}
        <Fact name={t('forums.contacts')}>
          {forum.contacts.length === 0
            ? t('forums.contactsNone')
            : forum.contacts
                .map(({ person, role }) => `${person} (${inLanguage(role, language)})`)
                .join(', ')}
        </Fact>
      </Facts>
    </Panel>
  );
}

/** Every change of stage, the latest first, which may be taken back. */
function History({ forum }: { forum: ForumCard }) {
  const t = useText();
  const format = useFormat();
  const words = FORUM_STAGE_WORDS[useLanguage()];
  const undo = useMutationWithFeedback((id: string) => api.forums.undoStage.mutate({ id }), {
    done: t('forums.stageUndone'),
  });
  return (
    <Panel title={t('forums.history')}>
      <ol className={cx('list')}>
        {forum.history.map((one) => {
          const title = `${words[one.stage]} · ${format.date(one.changedOn)}`;
          const { decision } = one;
          return (
            <li key={one.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span className={cx('main')}>{title}</span>
                <span className={cx('detail')}>
                  {[one.decidedBy, one.ground].filter((part) => part !== '').join('. ')}
                </span>
              </div>
              {decision && (
                <Button
                  size="s"
                  variant="quiet"
                  onPress={() =>
                    navigate({
                      name: 'meeting',
                      id: decision.meetingId,
                      part: 'preview',
                      item: decision.itemId,
                    })
                  }
                >
                  {decision.reference}
                </Button>
              )}
              {one.isLatest && (
                <IconButton
                  icon="undo"
                  size="s"
                  label={t('forums.undoStage', { stage: title })}
                  onPress={() => undo.mutate(one.id)}
                />
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function Links({ forum }: { forum: ForumCard }) {
  const set = (kind: 'action' | 'practice' | 'decision') => (otherId: string, isLinked: boolean) =>
    api.forums.setLink.mutate({ forumId: forum.id, kind, otherId, isLinked });
  return (
    <>
      <ActionLinks boardId={forum.boardId} linked={forum.actions} onSet={set('action')} />
      <PracticeLinks boardId={forum.boardId} linked={forum.practices} onSet={set('practice')} />
      <DecisionLinks boardId={forum.boardId} linked={forum.decisions} onSet={set('decision')} />
    </>
  );
}
