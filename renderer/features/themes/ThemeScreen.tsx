import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { column, LOGIC_STAGES } from '../../../db/model/logic-model.ts';
import { logicDiagram } from '../../../db/model/logic-diagram.ts';
import { SCREEN } from '../../../db/model/svg.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { CardPage, MissingCard, type CardList } from '../../ui/CardPage.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Fact, Facts } from '../../ui/Form.tsx';
import { navigate, useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { RelatedPanel } from '../../ui/RelatedPanel.tsx';
import { SvgPicture } from '../../ui/SvgPicture.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { LogicBoard, type Theme } from './LogicBoard.tsx';
import { ThemeDialog } from './ThemeDialog.tsx';
import styles from './Themes.module.css';

const cx = classes(styles);
type Tab = 'board' | 'diagram' | 'actions' | 'indicators' | 'related';

/** One theme area: its logic model as a board and as a diagram, its actions and indicators. */
export default function ThemeScreen({ route }: ScreenProps<'theme'>) {
  const t = useText();
  const [isEditing, setEditing] = useState(false);
  const [tab, setTab] = useRemembered<Tab>('themes.tab', 'board');
  const { data, error } = useTopicQuery(
    ['themes', 'actions', 'indicators', 'organisations', 'persons', 'meetings'],
    ['themes.get', route.id],
    () => api.themes.get.query({ id: route.id }),
  );
  const remove = useMutationWithFeedback((id: string) => api.themes.remove.mutate({ id }), {
    done: t('themes.removed'),
    onSuccess: () => navigate({ name: 'themes' }, { replace: true }),
  });
  const list: CardList = { title: t('themes.title'), route: { name: 'themes' } };
  if (!data) return <MissingCard list={list} error={error} />;
  return (
    <CardPage
      list={list}
      title={data.name}
      removal={{
        label: t('themes.remove'),
        run: () => remove.mutate(data.id),
        question: { title: t('themes.removeTitle', { name: data.name }), body: t('themes.removeBody') },
      }}
      onEdit={() => setEditing(true)}
    >
      <div className={cx('stack')}>
        <ThemeFacts theme={data} />
        <Tabs
          label={data.name}
          selected={tab}
          onChange={setTab}
          tabs={[
            { id: 'board', label: t('themes.tab.board'), content: <LogicBoard theme={data} /> },
            { id: 'diagram', label: t('themes.tab.diagram'), content: <Diagram theme={data} /> },
            {
              id: 'actions',
              label: t('themes.tab.actions'),
              count: data.actions.length,
              content: <ThemeActions theme={data} />,
            },
            {
              id: 'indicators',
              label: t('themes.tab.indicators'),
              count: data.indicators.length,
              content: <ThemeIndicators theme={data} />,
            },
            {
              id: 'related',
              label: t('related.title'),
              content: (
                <RelatedPanel
                  kind="theme"
                  id={data.id}
                  kinds={[
                    'decision',
                    'practice',
                    'inclusion',
                    'agreement',
                    'project',
                    'forum',
                    'case',
                    'survey',
                  ]}
                  none={t('themes.relatedNone')}
                />
              ),
            },
          ]}
        />
      </div>
      {isEditing && <ThemeDialog theme={data} onClose={() => setEditing(false)} />}
    </CardPage>
  );
}

function ThemeFacts({ theme }: { theme: Theme }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const owner = [
    theme.ownerOrganisation === null ? null : inLanguage(theme.ownerOrganisation, language),
    theme.ownerPerson,
  ].filter((part) => part !== null);
  return (
    <div className={cx('facts')}>
      {theme.summary !== '' && <p className={cx('summary')}>{theme.summary}</p>}
      <Facts>
        <Fact name={t('themes.owner')}>{owner.join(', ') || t('themes.ownerMissing')}</Fact>
        {(theme.startsOn !== null || theme.endsOn !== null) && (
          <Fact name={t('themes.period')}>
            {`${theme.startsOn === null ? '' : format.date(theme.startsOn)}–${theme.endsOn === null ? '' : format.date(theme.endsOn)}`}
          </Fact>
        )}
        {theme.goals.length > 0 && (
          <Fact name={t('themes.goals')}>
            <ul className={cx('goals')}>
              {theme.goals.map((goal) => (
                <li key={goal}>{goal}</li>
              ))}
            </ul>
          </Fact>
        )}
      </Facts>
    </div>
  );
}

/** The width at which the diagram is composed; it then takes the room that there is. */
const DIAGRAM_WIDTH = 1100;

function Diagram({ theme }: { theme: Theme }) {
  const t = useText();
  const language = useLanguage();
  const save = (format: 'svg' | 'pdf'): Promise<boolean> =>
    saveFile(format, `${t('themes.fileName')}.${format}`, (target) =>
      api.themes.exportDiagram.mutate({ id: theme.id, format, language, target }),
    );
  if (theme.cards.length === 0)
    return (
      <Panel>
        <EmptyState title={t('themes.diagramEmpty')} />
      </Panel>
    );
  const leading = (id: string): string =>
    theme.arrows
      .filter(({ from }) => from === id)
      .map(({ to }) => theme.cards.find((card) => card.id === to)?.text ?? '')
      .join('; ');
  const picture = logicDiagram(
    theme,
    {
      title: t('themes.diagramTitle', { name: theme.name }),
      description: LOGIC_STAGES.map(
        (stage) => `${t(`themes.stage.${stage}`)}: ${column(theme, stage).length}`,
      ).join(', '),
      stages: {
        environment: t('themes.stage.environment'),
        implementation: t('themes.stage.implementation'),
        results: t('themes.stage.results'),
        impacts: t('themes.stage.impacts'),
      },
    },
    SCREEN,
    DIAGRAM_WIDTH,
  );
  return (
    <div className={cx('stack')}>
      <Panel
        title={t('themes.tab.diagram')}
        actions={
          <div className={cx('buttons')}>
            <Button size="s" icon="download" onPress={() => void save('svg')}>
              {t('themes.exportSvg')}
            </Button>
            <Button size="s" icon="print" onPress={() => void save('pdf')}>
              {t('themes.exportPdf')}
            </Button>
          </div>
        }
      >
        <SvgPicture picture={picture} isFluid />
      </Panel>
      <details className={cx('text')}>
        <summary>{t('themes.diagramText')}</summary>
        {LOGIC_STAGES.map((stage) => (
          <section key={stage}>
            <h3>{t(`themes.stage.${stage}`)}</h3>
            <ul className={cx('goals')}>
              {column(theme, stage).map((card) => (
                <li key={card.id}>
                  {card.text}
                  {leading(card.id) !== '' && (
                    <span className={cx('detail')}> {t('themes.leadsTo', { cards: leading(card.id) })}</span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </details>
    </div>
  );
}

function ThemeActions({ theme }: { theme: Theme }) {
  const t = useText();
  return (
    <Panel>
      {theme.actions.length === 0 ? (
        <p className={cx('none')}>{t('themes.actionsNone')}</p>
      ) : (
        <ul className={cx('linkList')}>
          {theme.actions.map(({ id, code, name, stage }) => (
            <li key={id} className={cx('linkRow')}>
              <span className={cx('linkText')}>
                {code} {name}
                <span className={cx('detail')}>, {t(`volunteering.stage.${stage}`)}</span>
              </span>
              <Button
                size="s"
                variant="quiet"
                aria-label={`${t('common.open')}: ${code} ${name}`}
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

function ThemeIndicators({ theme }: { theme: Theme }) {
  const t = useText();
  const format = useFormat();
  return (
    <Panel>
      {theme.indicators.length === 0 ? (
        <p className={cx('none')}>{t('themes.indicatorsNone')}</p>
      ) : (
        <ul className={cx('linkList')}>
          {theme.indicators.map(({ id, name, unit, decimals, progress }) => (
            <li key={id} className={cx('linkRow')}>
              <span className={cx('linkText')}>
                {name}
                <span className={cx('detail')}>
                  {progress.latest !== null && `, ${format.number(progress.latest.value, decimals)} ${unit}`}
                  {`, ${t(`indicators.state.${progress.state}`)}`}
                </span>
              </span>
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
  );
}
