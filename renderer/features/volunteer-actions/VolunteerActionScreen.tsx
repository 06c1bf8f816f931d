import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { TARGET_KINDS } from '../../../db/model/volunteer-action.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { CardPage, MissingCard, type CardList } from '../../ui/CardPage.tsx';
import { classes } from '../../ui/classes.ts';
import { BudgetPanel } from '../../ui/BudgetPanel.tsx';
import { FlagList } from '../../ui/FlagList.tsx';
import { Fact, Facts } from '../../ui/Form.tsx';
import { MunicipalityWay } from '../../ui/MunicipalityWay.tsx';
import { navigate, useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { RelatedPanel } from '../../ui/RelatedPanel.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { ActionDecisions, ActionTasks } from './ActionLinks.tsx';
import styles from '../../ui/Parts.module.css';
import { EventsPanel } from './EventsPanel.tsx';
import { NotesPanel, ActionPhases } from './NotesPanel.tsx';
import { StagePanel } from './StagePanel.tsx';
import { STAGE_TONES } from './stages.ts';

const cx = classes(styles);

export type ActionCard = Outputs['volunteerActions']['get'];
type Tab = 'overview' | 'events' | 'money' | 'evaluation';

/** One volunteer action: who, where it stands, what has come of it. */
export default function VolunteerActionScreen({ route }: ScreenProps<'volunteerAction'>) {
  const t = useText();
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const [tab, setTab] = useRemembered<Tab>('volunteering.tab', 'overview');
  const { data, error } = useTopicQuery(
    ['actions', 'organisations', 'themes', 'indicators', 'tasks', 'meetings'],
    ['volunteerActions.get', route.id],
    () => api.volunteerActions.get.query({ id: route.id }),
  );
  const remove = useMutationWithFeedback((id: string) => api.volunteerActions.remove.mutate({ id }), {
    done: t('volunteering.removed'),
    onSuccess: () => navigate({ name: 'volunteerActions' }, { replace: true }),
  });
  const list: CardList = { title: t('volunteering.title'), route: { name: 'volunteerActions' } };
  if (!data) return <MissingCard list={list} error={error} />;
  return (
    <CardPage
      list={list}
      title={data.name}
      lead={
        <>
          {data.code}
          <Pill tone={STAGE_TONES[data.stage]}>{t(`volunteering.stage.${data.stage}`)}</Pill>
          {data.stageSince !== null && format.date(data.stageSince)}
        </>
      }
      removal={{
        label: t('volunteering.remove'),
        run: () => remove.mutate(data.id),
        question: {
          title: t('volunteering.removeTitle', { code: data.code }),
          body: t('volunteering.removeBody'),
        },
      }}
      actions={
        <Button icon="link" onPress={() => navigate({ name: 'chain', from: data.id })}>
          {t('volunteering.chain')}
        </Button>
      }
      onEdit={() => setEditing(true)}
    >
      <div className={cx('stack')}>
        <Flags action={data} />
        <Tabs
          label={data.name}
          selected={tab}
          onChange={setTab}
          tabs={[
            { id: 'overview', label: t('volunteering.tab.overview'), content: <Overview action={data} /> },
            {
              id: 'events',
              label: t('volunteering.tab.events'),
              count: data.events.length,
              content: <EventsPanel action={data} />,
            },
            {
              id: 'money',
              label: t('volunteering.tab.money'),
              content: (
                <BudgetPanel
                  place={{
                    name: data.name,
                    budget: data.budget,
                    save: (version, values) =>
                      api.volunteerActions.saveBudget.mutate({ actionId: data.id, version, values }),
                  }}
                />
              ),
            },
            {
              id: 'evaluation',
              label: t('volunteering.tab.evaluation'),
              count: data.notes.length,
              content: <NotesPanel action={data} />,
            },
          ]}
        />
      </div>
      {isEditing && <ActionDialog action={data} onClose={() => setEditing(false)} />}
    </CardPage>
  );
}

/** What the action lacks, in sentences that say what to do. */
function Flags({ action }: { action: ActionCard }) {
  const t = useText();
  const format = useFormat();
  const sentence = (flag: ActionCard['flags'][number]): string => {
    switch (flag.code) {
      case 'few_fields':
        return t('volunteering.flag.few_fields', { count: flag.count });
      case 'dissolved':
        return flag.endedOn === null
          ? t('volunteering.flag.dissolved', { organisation: flag.organisation })
          : t('volunteering.flag.dissolvedOn', {
              organisation: flag.organisation,
              date: format.date(flag.endedOn),
            });
      case 'past_end':
        return t('volunteering.flag.past_end', { date: format.date(flag.endsOn) });
      case 'no_lead':
      case 'no_partner':
      case 'no_target':
        return t(`volunteering.flag.${flag.code}`);
    }
  };
  return <FlagList title={t('volunteering.flags')} sentences={action.flags.map(sentence)} />;
}

function Overview({ action }: { action: ActionCard }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const organisation = (one: NonNullable<ActionCard['lead']>) => (
    <Button
      key={one.id}
      size="s"
      variant="quiet"
      onPress={() => navigate({ name: 'organisation', id: one.id })}
    >
      {inLanguage(one.name, language)}
    </Button>
  );
  const volunteers =
    action.volunteerCount === null
      ? (action.volunteerBand?.replace('-', '–') ?? t('volunteering.bandUnknown'))
      : format.number(action.volunteerCount);
  return (
    <div className={cx('columns')}>
      <div className={cx('side')}>
        <Panel title={t('volunteering.details')}>
          <Facts>
            {action.description !== '' && (
              <Fact name={t('volunteering.description')}>
                <span className={cx('prose')}>{action.description}</span>
              </Fact>
            )}
            <Fact name={t('volunteering.theme')}>
              {action.theme === null ? (
                t('volunteering.noTheme')
              ) : (
                <span className={cx('ways')}>
                  <Button
                    size="s"
                    variant="quiet"
                    onPress={() => navigate({ name: 'theme', id: action.theme?.id ?? '' })}
                  >
                    {action.theme.name}
                  </Button>
                </span>
              )}
            </Fact>
            <Fact name={t('volunteering.lead')}>
              {action.lead === null ? (
                t('volunteering.leadMissing')
              ) : (
                <span className={cx('ways')}>{organisation(action.lead)}</span>
              )}
            </Fact>
            <Fact name={t('volunteering.partners')}>
              {action.partners.length === 0 ? (
                '–'
              ) : (
                <span className={cx('ways')}>{action.partners.map(organisation)}</span>
              )}
            </Fact>
            <Fact name={t('volunteering.fields')}>
              {action.fields.map(({ name }) => inLanguage(name, language)).join(', ') || '–'}
            </Fact>
            <Fact name={t('volunteering.municipalities')}>
              {action.municipalities.length === 0 ? (
                '–'
              ) : (
                <span className={cx('ways')}>
                  {action.municipalities.map(({ code, name }) => (
                    <MunicipalityWay key={code} code={code} name={inLanguage(name, language)} />
                  ))}
                </span>
              )}
            </Fact>
            <Fact name={t('volunteering.lifeCourses')}>
              {action.lifeCourses.map((one) => t(`volunteering.lifeCourse.${one}`)).join(', ') || '–'}
            </Fact>
            {action.participation.length > 0 && (
              <Fact name={t('inclusion.participation')}>
                {action.participation.map((type) => t(`inclusion.participation.${type}`)).join(', ')}
              </Fact>
            )}
            <Fact name={t('volunteering.volunteers')}>
              {volunteers}
              {action.hours !== null &&
                ` (${t('volunteering.hoursTotal', { hours: format.number(action.hours) })})`}
            </Fact>
            <Fact name={t('volunteering.period')}>
              {action.startsOn === null && action.endsOn === null
                ? '–'
                : `${action.startsOn === null ? '' : format.date(action.startsOn)}–${action.endsOn === null ? '' : format.date(action.endsOn)}`}
            </Fact>
            {TARGET_KINDS.map((kind) => {
              const names = action.targets.filter((one) => one.kind === kind);
              return (
                names.length > 0 && (
                  <Fact key={kind} name={t(`volunteering.target.${kind}`)}>
                    {names.map(({ name }) => name).join(', ')}
                  </Fact>
                )
              );
            })}
          </Facts>
        </Panel>
        <ActionPhases action={action} />
        <RelatedPanel
          kind="action"
          id={action.id}
          kinds={[
            'practice',
            'inclusion',
            'agreement',
            'project',
            'forum',
            'case',
            'survey',
            'bulletin',
            'plan',
          ]}
        />
      </div>
      <div className={cx('side')}>
        <StagePanel action={action} />
        <ActionDecisions action={action} />
        <ActionTasks action={action} />
        <Results action={action} />
      </div>
    </div>
  );
}

/** Indicators of the action, and the cards of logic models that it carries out. */
function Results({ action }: { action: ActionCard }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      <Panel title={t('volunteering.indicators')}>
        {action.indicators.length === 0 ? (
          <p className={cx('none')}>{t('volunteering.indicatorsNone')}</p>
        ) : (
          <ul className={cx('list')}>
            {action.indicators.map(({ id, name, unit, decimals, progress }) => (
              <li key={id} className={cx('entry')}>
                <div className={cx('words')}>
                  <span className={cx('main')}>{name}</span>
                  <span className={cx('detail')}>
                    {progress.latest === null
                      ? t('indicators.state.unknown')
                      : `${format.number(progress.latest.value, decimals)} ${unit} · ${t(`indicators.state.${progress.state}`)}`}
                  </span>
                </div>
                <Button
                  size="s"
                  variant="quiet"
                  aria-label={`${t('common.open')}: ${name}`}
                  onPress={() => navigate({ name: 'indicator', id })}
                >
                  {t('common.open')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {action.cards.length > 0 && (
        <Panel title={t('volunteering.cards')}>
          <ul className={cx('list')}>
            {action.cards.map((card) => (
              <li key={card.id} className={cx('entry')}>
                <div className={cx('words')}>
                  <span>{card.text}</span>
                  <span className={cx('detail')}>{card.theme}</span>
                </div>
                <Button
                  size="s"
                  variant="quiet"
                  aria-label={`${t('common.open')}: ${card.text}`}
                  onPress={() => navigate({ name: 'theme', id: card.themeId })}
                >
                  {t('common.open')}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
