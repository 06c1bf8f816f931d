import { useContext, useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { PROJECT_WORDS } from '../../../db/model/project-words.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { BudgetPanel } from '../../ui/BudgetPanel.tsx';
import { Button } from '../../ui/Button.tsx';
import { CardPage, MissingCard, type CardList } from '../../ui/CardPage.tsx';
import { ActionLinks, DecisionLinks } from '../../ui/CardLinks.tsx';
import { classes } from '../../ui/classes.ts';
import { FlagList } from '../../ui/FlagList.tsx';
import { Fact, Facts } from '../../ui/Form.tsx';
import { RelatedPanel } from '../../ui/RelatedPanel.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PartnershipFilesSlot } from '../../ui/partnership-slots.ts';
import parts from '../../ui/Parts.module.css';
import { Pill } from '../../ui/Pill.tsx';
import { saveFile } from '../../ui/save-file.ts';
import styles from './Partnership.module.css';
import { ProjectDialog } from './ProjectDialog.tsx';
import { PilotsPanel, ProjectPhases } from './ProjectParts.tsx';
import { PROJECT_TONES } from './words.ts';

const cx = classes({ ...parts, ...styles });
export type ProjectCard = Outputs['projects']['get'];

/** The card of a project (hankekortti), and what belongs to it. */
export default function ProjectScreen({ route }: ScreenProps<'project'>) {
  const t = useText();
  const language = useLanguage();
  const words = PROJECT_WORDS[language];
  const filesOf = useContext(PartnershipFilesSlot);
  const [isEditing, setEditing] = useState(false);
  const { data, error } = useTopicQuery(
    ['projects', 'organisations', 'persons', 'themes', 'actions', 'meetings'],
    ['projects.get', route.id],
    () => api.projects.get.query({ id: route.id }),
  );
  const remove = useMutationWithFeedback((id: string) => api.projects.remove.mutate({ id }), {
    done: t('partnership.projectRemoved'),
    undo: (removal) => api.projects.restore.mutate(removal),
    onSuccess: () => navigate({ name: 'agreements' }, { replace: true }),
  });
  const list: CardList = { title: t('partnership.title'), route: { name: 'agreements' } };
  if (!data) return <MissingCard list={list} error={error} />;
  return (
    <CardPage
      list={list}
      title={data.name}
      lead={
        <>
          {data.code}
          <Pill tone={PROJECT_TONES[data.state]}>{words.states[data.state]}</Pill>
        </>
      }
      removal={{ label: t('partnership.removeProject'), run: () => remove.mutate(data.id) }}
      actions={
        <Button
          icon="print"
          onPress={() =>
            void saveFile('pdf', `${words.card} ${data.code}.pdf`, (target) =>
              api.projects.exportCard.mutate({ id: data.id, language, target }),
            )
          }
        >
          {t('partnership.pdf')}
        </Button>
      }
      onEdit={() => setEditing(true)}
    >
      <div className={cx('stack')}>
        <Flags project={data} />
        <div className={cx('columns')}>
          <div className={cx('side')}>
            <Details project={data} />
            <BudgetPanel
              place={{
                name: data.name,
                budget: data.budget,
                save: (version, values) =>
                  api.projects.saveBudget.mutate({ projectId: data.id, version, values }),
              }}
            />
            {filesOf('project', data.id)}
          </div>
          <div className={cx('side')}>
            <ProjectPhases project={data} />
            <PilotsPanel project={data} />
            <Links project={data} />
            <RelatedPanel kind="project" id={data.id} kinds={['case', 'survey']} />
          </div>
        </div>
      </div>
      {isEditing && <ProjectDialog project={data} onClose={() => setEditing(false)} />}
    </CardPage>
  );
}

function Flags({ project }: { project: ProjectCard }) {
  const t = useText();
  const format = useFormat();
  const sentence = (flag: ProjectCard['flags'][number]): string => {
    switch (flag.code) {
      case 'dissolved':
        return t('volunteering.flag.dissolved', { organisation: flag.organisation });
      case 'past_end':
        return t('partnership.flag.past_end', { date: format.date(flag.endsOn) });
      case 'phases_overlap':
        return t('partnership.flag.phases_overlap', { area: flag.first });
      case 'phase_outside':
        return t('partnership.flag.phase_outside', { area: flag.area });
    }
  };
  return <FlagList title={t('volunteering.flags')} sentences={project.flags.map(sentence)} />;
}

function Details({ project }: { project: ProjectCard }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const words = PROJECT_WORDS[language];
  const open = (id: string, label: string, name: 'organisation' | 'theme' | 'person') => (
    <Button key={id} size="s" variant="quiet" onPress={() => navigate({ name, id })}>
      {label}
    </Button>
  );
  const { lead, manager, expert, theme } = project;
  return (
    <Panel title={words.card}>
      <Facts>
        {project.summary !== '' && (
          <Fact name={t('partnership.summary')}>
            <span className={cx('prose')}>{project.summary}</span>
          </Fact>
        )}
        <Fact name={words.period}>
          {`${project.startsOn === null ? '' : format.date(project.startsOn)}–${project.endsOn === null ? '' : format.date(project.endsOn)}`}
        </Fact>
        {(['area', 'funding', 'role', 'unit', 'focus'] as const).map(
          (field) =>
            project[field] !== '' && (
              <Fact key={field} name={words[field]}>
                {project[field]}
              </Fact>
            ),
        )}
        {lead && (
          <Fact name={words.lead}>
            <span className={cx('ways')}>
              {open(lead.id, inLanguage(lead.name, language), 'organisation')}
            </span>
          </Fact>
        )}
        {project.organisations.length > 0 && (
          <Fact name={words.partners}>
            <span className={cx('ways')}>
              {project.organisations.map((one) =>
                open(one.id, inLanguage(one.name, language), 'organisation'),
              )}
            </span>
          </Fact>
        )}
        {manager && (
          <Fact name={words.manager}>
            <span className={cx('ways')}>{open(manager.id, manager.name, 'person')}</span>
          </Fact>
        )}
        {expert && (
          <Fact name={words.expert}>
            <span className={cx('ways')}>{open(expert.id, expert.name, 'person')}</span>
          </Fact>
        )}
        {theme && (
          <Fact name={t('practices.theme')}>
            <span className={cx('ways')}>{open(theme.id, theme.name, 'theme')}</span>
          </Fact>
        )}
        {project.goals.length > 0 && (
          <Fact name={words.goals}>
            <ul className={cx('goals')}>
              {project.goals.map((goal) => (
                <li key={goal}>{goal}</li>
              ))}
            </ul>
          </Fact>
        )}
        {project.sdg.length > 0 && (
          <Fact name={words.sdg}>
            <ul className={cx('goals')}>
              {project.sdg.map((goal) => (
                <li key={goal}>{`${goal} ${words.sdgNames[goal - 1] ?? ''}`}</li>
              ))}
            </ul>
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}

function Links({ project }: { project: ProjectCard }) {
  const set = (kind: 'action' | 'decision') => (otherId: string, isLinked: boolean) =>
    api.projects.setLink.mutate({ projectId: project.id, kind, otherId, isLinked });
  return (
    <>
      <ActionLinks boardId={project.boardId} linked={project.actions} onSet={set('action')} />
      <DecisionLinks boardId={project.boardId} linked={project.decisions} onSet={set('decision')} />
    </>
  );
}
