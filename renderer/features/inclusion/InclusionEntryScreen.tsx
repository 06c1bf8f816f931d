import { useContext, useState } from 'react';
import { isHeld } from '../../../db/model/inclusion.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { exceptionText, nextOpening, weeklyText } from '../../../db/model/opening-hours.ts';
import { languageList } from '../../../db/model/spoken-language.ts';
import { weekdayName, formatTimeRange } from '../../../db/model/dates.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { DecisionLinks } from '../../ui/CardLinks.tsx';
import { CardPage, MissingCard, type CardList } from '../../ui/CardPage.tsx';
import { classes } from '../../ui/classes.ts';
import { FlagList } from '../../ui/FlagList.tsx';
import { Fact, Facts } from '../../ui/Form.tsx';
import { InclusionFilesSlot } from '../../ui/inclusion-slots.ts';
import { MunicipalityWay } from '../../ui/MunicipalityWay.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import styles from '../../ui/Parts.module.css';
import { RelatedPanel } from '../../ui/RelatedPanel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { sayFlag } from './flag-words.ts';
import { IndicatorsPanel } from './IndicatorsPanel.tsx';
import { PathPanels } from './PathPanels.tsx';

const cx = classes(styles);
export type Card = Outputs['inclusion']['get'];

/** One entry of inclusion: what it is, what it lacks, and what has come of it. */
export default function InclusionEntryScreen({ route }: ScreenProps<'inclusionEntry'>) {
  const t = useText();
  const format = useFormat();
  const files = useContext(InclusionFilesSlot);
  const [isEditing, setEditing] = useState(false);
  const { data, error } = useTopicQuery(
    ['inclusion', 'organisations', 'themes', 'actions', 'indicators', 'persons', 'meetings'],
    ['inclusion.get', route.id],
    () => api.inclusion.get.query({ id: route.id }),
  );
  const remove = useMutationWithFeedback(({ id }: Card) => api.inclusion.remove.mutate({ id }), {
    done: (_, { code }) => t('inclusion.removed', { code }),
    undo: (removal) => api.inclusion.restore.mutate({ removal, of: 'remove' }),
    onSuccess: () => navigate({ name: 'inclusion' }, { replace: true }),
  });
  const list: CardList = { title: t('inclusion.title'), route: { name: 'inclusion' } };
  if (!data) return <MissingCard list={list} error={error} />;
  return (
    <CardPage
      list={list}
      title={data.name}
      lead={
        <>
          {data.code}
          <Pill tone="neutral">{t(`inclusion.kind.${data.kind}`)}</Pill>
        </>
      }
      removal={{ label: t(`inclusion.remove.${data.kind}`), run: () => remove.mutate(data) }}
      onEdit={() => setEditing(true)}
    >
      <div className={cx('stack')}>
        <FlagList
          title={t('inclusion.flags')}
          sentences={data.flags.map((flag) => sayFlag(flag, t, format))}
        />
        <div className={cx('columns')}>
          <div className={cx('side')}>
            {data.kind === 'path' && <PathPanels entry={data} />}
            <Details entry={data} />
            {(data.kind === 'material' || data.kind === 'training' || data.files > 0) && files(data.id)}
          </div>
          <div className={cx('side')}>
            {data.kind === 'support_point' && <OpeningPanel entry={data} />}
            {data.contacts.length > 0 && <Contacts entry={data} />}
            <Actions entry={data} />
            <DecisionLinks
              boardId={data.boardId}
              linked={data.decisions}
              onSet={(itemId, isLinked) =>
                api.inclusion.setDecision.mutate({ entryId: data.id, itemId, isLinked })
              }
            />
            <RelatedPanel kind="inclusion" id={data.id} kinds={['case', 'survey', 'bulletin']} />
            {(data.kind === 'path' || isHeld(data.kind)) && <IndicatorsPanel entry={data} />}
          </div>
        </div>
      </div>
      {isEditing && <EntryDialog kind={data.kind} entry={data} onClose={() => setEditing(false)} />}
    </CardPage>
  );
}

function Details({ entry }: { entry: Card }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const organisation = (one: Card['organisations'][number]) => (
    <Button
      key={one.id}
      size="s"
      variant="quiet"
      onPress={() => navigate({ name: 'organisation', id: one.id })}
    >
      {inLanguage(one.name, language)}
    </Button>
  );
  const days = [entry.startsOn, entry.endsOn].map((date) => (date === null ? '' : format.date(date)));
  const time =
    isHeld(entry.kind) && entry.endsOn === null
      ? days[0]
      : days[0] === '' && days[1] === ''
        ? '–'
        : `${days[0]}–${days[1]}`;
  const goal =
    entry.participantGoal === null
      ? ''
      : ` (${t('inclusion.goalOf', { goal: format.number(entry.participantGoal) })})`;
  return (
    <Panel title={t('inclusion.details')}>
      <Facts>
        {entry.description !== '' && (
          <Fact name={t('inclusion.description')}>
            <span className={cx('prose')}>{entry.description}</span>
          </Fact>
        )}
        <Fact name={t(isHeld(entry.kind) ? 'inclusion.heldOn' : 'inclusion.time')}>{time}</Fact>
        {entry.place !== '' && <Fact name={t('inclusion.place')}>{entry.place}</Fact>}
        <Fact name={t('inclusion.municipalities')}>
          {entry.isRegional && t('inclusion.wholeRegion')}
          {entry.places.length > 0 && (
            <span className={cx('ways')}>
              {entry.places.map(({ code, name }) => (
                <MunicipalityWay key={code} code={code} name={inLanguage(name, language)} />
              ))}
            </span>
          )}
          {!entry.isRegional && entry.places.length === 0 && '–'}
        </Fact>
        <Fact name={t('inclusion.languages')}>{languageList(entry.languages, language) || '–'}</Fact>
        <Fact name={t('inclusion.host')}>
          {entry.host === null ? (
            t('inclusion.hostMissing')
          ) : (
            <span className={cx('ways')}>{organisation(entry.host)}</span>
          )}
        </Fact>
        {entry.organisations.length > 0 && (
          <Fact name={t('inclusion.organisations')}>
            <span className={cx('ways')}>{entry.organisations.map(organisation)}</span>
          </Fact>
        )}
        {entry.participation.length > 0 && (
          <Fact name={t('inclusion.participation')}>
            {entry.participation.map((type) => t(`inclusion.participation.${type}`)).join(', ')}
          </Fact>
        )}
        {isHeld(entry.kind) && (
          <Fact name={t('inclusion.participants')}>
            {entry.participantCount === null
              ? (entry.participantBand?.replace('-', '–') ?? t('inclusion.bandUnknown'))
              : format.number(entry.participantCount)}
            {goal}
          </Fact>
        )}
        {entry.kind === 'training' && (
          <>
            {entry.topic !== '' && <Fact name={t('inclusion.topic')}>{entry.topic}</Fact>}
            {entry.audience !== '' && <Fact name={t('inclusion.audience')}>{entry.audience}</Fact>}
            {entry.trainingForm !== null && (
              <Fact name={t('inclusion.form')}>{t(`inclusion.form.${entry.trainingForm}`)}</Fact>
            )}
            {entry.hours !== null && (
              <Fact name={t('inclusion.hours')}>
                {format.number(entry.hours, Number.isInteger(entry.hours) ? 0 : 1)}
              </Fact>
            )}
          </>
        )}
        {entry.kind === 'material' && (
          <>
            <Fact name={t('inclusion.plain')}>{t(`inclusion.plain.${entry.plainState ?? 'none'}`)}</Fact>
            {entry.link !== '' && <Fact name={t('inclusion.link')}>{entry.link}</Fact>}
          </>
        )}
        {entry.theme !== null && (
          <Fact name={t('inclusion.theme')}>
            <span className={cx('ways')}>
              <Button
                size="s"
                variant="quiet"
                onPress={() => navigate({ name: 'theme', id: entry.theme?.id ?? '' })}
              >
                {entry.theme.name}
              </Button>
            </span>
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}

/** The week of a support point, its exceptions to come, and when it opens next. */
function OpeningPanel({ entry }: { entry: Card }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const today = todayIso();
  const { weeklyHours, exceptions } = entry;
  const coming = exceptions.filter(({ endsOn }) => endsOn >= today);
  const next = nextOpening(weeklyHours, exceptions, today);
  return (
    <Panel title={t('inclusion.opening')}>
      {weeklyHours.length === 0 ? (
        <p className={cx('none')}>{t('inclusion.openingNone')}</p>
      ) : (
        <Facts>
          <Fact name={t('inclusion.openingWeek')}>{weeklyText(weeklyHours, language)}</Fact>
          <Fact name={t('inclusion.openingNext')}>
            {next === null
              ? t('inclusion.openingNoNext')
              : `${weekdayName(next.date, language)} ${format.date(next.date)}, ${formatTimeRange(next.opensAt, next.closesAt, language)}`}
          </Fact>
          {coming.length > 0 && (
            <Fact name={t('inclusion.openingExceptions')}>
              {coming.map((one) => (
                <div key={one.startsOn}>{exceptionText(one, language)}</div>
              ))}
            </Fact>
          )}
        </Facts>
      )}
    </Panel>
  );
}

function Contacts({ entry }: { entry: Card }) {
  const t = useText();
  const language = useLanguage();
  return (
    <Panel title={t('inclusion.contacts')}>
      <ul className={cx('list')}>
        {entry.contacts.map(({ role, municipality, person }) => {
          const words = {
            role: inLanguage(role, language),
            municipality: inLanguage(municipality, language),
          };
          return (
            <li key={`${words.municipality} ${person?.id ?? ''}`} className={cx('entry')}>
              <div className={cx('words')}>
                {person === null ? (
                  <span className={cx('missing')}>{t('inclusion.contactMissing', words)}</span>
                ) : (
                  <>
                    <span className={cx('main')}>{person.name}</span>
                    <span className={cx('detail')}>{`${words.role} · ${words.municipality}`}</span>
                  </>
                )}
              </div>
              <Button
                size="s"
                variant="quiet"
                aria-label={`${t('common.open')}: ${person?.name ?? words.role}`}
                onPress={() =>
                  navigate(person === null ? { name: 'networks' } : { name: 'person', id: person.id })
                }
              >
                {t('common.open')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function Actions({ entry }: { entry: Card }) {
  const t = useText();
  return (
    <Panel title={t('inclusion.actions')}>
      {entry.actions.length === 0 ? (
        <p className={cx('none')}>{t('inclusion.actionsNone')}</p>
      ) : (
        <ul className={cx('list')}>
          {entry.actions.map(({ id, code, name }) => (
            <li key={id} className={cx('entry')}>
              <div className={cx('words')}>
                <span className={cx('main')}>{name}</span>
                <span className={cx('detail')}>{code}</span>
              </div>
              <Button
                size="s"
                variant="quiet"
                aria-label={`${t('common.open')}: ${name}`}
                onPress={() => navigate({ name: 'volunteerAction', id })}
              >
                {t('common.open')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
