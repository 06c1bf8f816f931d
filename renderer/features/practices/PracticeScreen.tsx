import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { PRACTICE_STAGE_WORDS } from '../../../db/model/practice-words.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CardPage, MissingCard, type CardList } from '../../ui/CardPage.tsx';
import { ActionLinks, DecisionLinks } from '../../ui/CardLinks.tsx';
import { classes } from '../../ui/classes.ts';
import { FlagList } from '../../ui/FlagList.tsx';
import { Fact, Facts } from '../../ui/Form.tsx';
import { RelatedPanel } from '../../ui/RelatedPanel.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import parts from '../../ui/Parts.module.css';
import { Pill } from '../../ui/Pill.tsx';
import { MunicipalitiesPanel } from './MunicipalitiesPanel.tsx';
import { PracticeDialog } from './PracticeDialog.tsx';
import { StageDialog } from './StageDialog.tsx';
import { STAGE_TONES } from './StageMark.tsx';
import { TrainingPanel } from './TrainingPanel.tsx';

const cx = classes(parts);
export type PracticeCard = Outputs['practices']['get'];

/** One good practice: what it is, how far it is in each municipality, what supports it, and how it came there. */
export default function PracticeScreen({ route }: ScreenProps<'practice'>) {
  const t = useText();
  const format = useFormat();
  const words = PRACTICE_STAGE_WORDS[useLanguage()];
  const [isEditing, setEditing] = useState(false);
  const [changing, setChanging] = useState<string | null | undefined>(undefined);
  const { data, error } = useTopicQuery(
    ['practices', 'organisations', 'persons', 'themes', 'actions', 'meetings'],
    ['practices.get', route.id],
    () => api.practices.get.query({ id: route.id }),
  );
  const remove = useMutationWithFeedback((id: string) => api.practices.remove.mutate({ id }), {
    done: t('practices.removed'),
    undo: (removal) => api.practices.restore.mutate(removal),
    onSuccess: () => navigate({ name: 'practices' }, { replace: true }),
  });
  const list: CardList = { title: t('practices.title'), route: { name: 'practices' } };
  if (!data) return <MissingCard list={list} error={error} />;
  return (
    <CardPage
      list={list}
      title={data.name}
      lead={
        <>
          {data.code}
          {data.stage !== null && <Pill tone={STAGE_TONES[data.stage]}>{words[data.stage]}</Pill>}
          {data.stageSince !== null && format.date(data.stageSince)}
        </>
      }
      removal={{ label: t('practices.remove'), run: () => remove.mutate(data.id) }}
      actions={<Button onPress={() => setChanging(null)}>{t('practices.changeStage')}</Button>}
      onEdit={() => setEditing(true)}
    >
      <div className={cx('stack')}>
        <Flags practice={data} />
        <div className={cx('columns')}>
          <div className={cx('side')}>
            <Details practice={data} />
            <MunicipalitiesPanel practice={data} onChange={setChanging} />
            <TrainingPanel practice={data} />
          </div>
          <div className={cx('side')}>
            <HistoryPanel practice={data} />
            <Links practice={data} />
            <RelatedPanel kind="practice" id={data.id} kinds={['agreement', 'forum', 'case', 'survey']} />
          </div>
        </div>
      </div>
      {isEditing && <PracticeDialog practice={data} onClose={() => setEditing(false)} />}
      {changing !== undefined && (
        <StageDialog
          practice={data}
          places={data.places}
          municipality={changing}
          onClose={() => setChanging(undefined)}
        />
      )}
    </CardPage>
  );
}

function Flags({ practice }: { practice: PracticeCard }) {
  const t = useText();
  const format = useFormat();
  const sentence = (flag: PracticeCard['flags'][number]): string => {
    switch (flag.code) {
      case 'no_owner':
        return t('practices.flag.no_owner');
      case 'dissolved':
        return flag.endedOn === null
          ? t('volunteering.flag.dissolved', { organisation: flag.organisation })
          : t('volunteering.flag.dissolvedOn', {
              organisation: flag.organisation,
              date: format.date(flag.endedOn),
            });
      case 'unanswered':
      case 'unsupported':
        return t(`practices.flag.${flag.code}`, { municipalities: flag.municipalities.join(', ') });
    }
  };
  return <FlagList title={t('volunteering.flags')} sentences={practice.flags.map(sentence)} />;
}

function Details({ practice }: { practice: PracticeCard }) {
  const t = useText();
  const language = useLanguage();
  const open = (id: string, label: string, name: 'organisation' | 'theme' | 'person') => (
    <Button key={id} size="s" variant="quiet" onPress={() => navigate({ name, id })}>
      {label}
    </Button>
  );
  const { theme, owner, contactPerson } = practice;
  return (
    <Panel title={t('volunteering.details')}>
      <Facts>
        {practice.description !== '' && (
          <Fact name={t('practices.description')}>
            <span className={cx('prose')}>{practice.description}</span>
          </Fact>
        )}
        {practice.source !== '' && <Fact name={t('practices.source')}>{practice.source}</Fact>}
        <Fact name={t('practices.owner')}>
          {owner === null ? (
            practice.ownerName || '–'
          ) : (
            <span className={cx('ways')}>
              {open(owner.id, inLanguage(owner.name, language), 'organisation')}
            </span>
          )}
        </Fact>
        {contactPerson && (
          <Fact name={t('practices.contactPerson')}>
            <span className={cx('ways')}>{open(contactPerson.id, contactPerson.name, 'person')}</span>
          </Fact>
        )}
        <Fact name={t('volunteering.partners')}>
          {practice.partners.length === 0 ? (
            '–'
          ) : (
            <span className={cx('ways')}>
              {practice.partners.map((one) => open(one.id, inLanguage(one.name, language), 'organisation'))}
            </span>
          )}
        </Fact>
        {theme && (
          <Fact name={t('practices.theme')}>
            <span className={cx('ways')}>{open(theme.id, theme.name, 'theme')}</span>
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}

/** Every change of stage, the latest first; the latest of each place may be taken back. */
function HistoryPanel({ practice }: { practice: PracticeCard }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const words = PRACTICE_STAGE_WORDS[language];
  const undo = useMutationWithFeedback((id: string) => api.practices.undoStage.mutate({ ids: [id] }), {
    done: t('volunteering.stageUndone'),
  });
  return (
    <Panel title={t('practices.history')}>
      <ol className={cx('list')}>
        {practice.history.map((one) => {
          const place = one.municipality === null ? null : inLanguage(one.municipality.name, language);
          const title = [place, words[one.stage], format.date(one.changedOn)]
            .filter((part) => part !== null)
            .join(' · ');
          return (
            <li key={one.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span className={cx('main')}>{title}</span>
                <span className={cx('detail')}>
                  {[
                    one.decidedBy,
                    one.ground,
                    one.reason === '' ? '' : t('practices.because', { reason: one.reason }),
                  ]
                    .filter((part) => part !== '')
                    .join('. ')}
                </span>
              </div>
              {one.decision && (
                <Button
                  size="s"
                  variant="quiet"
                  onPress={() =>
                    navigate({
                      name: 'meeting',
                      id: one.decision?.meetingId ?? '',
                      part: 'preview',
                      item: one.decision?.itemId ?? '',
                    })
                  }
                >
                  {one.decision.reference}
                </Button>
              )}
              {one.isLatest && (
                <IconButton
                  icon="undo"
                  size="s"
                  label={t('practices.undoStage', { stage: title })}
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

function Links({ practice }: { practice: PracticeCard }) {
  const set = (kind: 'action' | 'decision') => (otherId: string, isLinked: boolean) =>
    api.practices.setLink.mutate({ practiceId: practice.id, kind, otherId, isLinked });
  return (
    <>
      <ActionLinks boardId={practice.boardId} linked={practice.actions} onSet={set('action')} />
      <DecisionLinks boardId={practice.boardId} linked={practice.decisions} onSet={set('decision')} />
    </>
  );
}
