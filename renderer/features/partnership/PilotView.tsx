import { PROJECT_WORDS } from '../../../db/model/project-words.ts';
import { pilotCell, pilotMatrix } from '../../../db/model/project.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import parts from '../../ui/Parts.module.css';
import styles from './Partnership.module.css';

const cx = classes({ ...parts, ...styles });

/** The pilots of all projects by area and theme; each leads to its project. */
export function PilotView() {
  const t = useText();
  const words = PROJECT_WORDS[useLanguage()];
  const board = useOpenBoard();
  const { data, error } = useTopicQuery(['projects'], ['projects.list', board.id], () =>
    api.projects.list.query({ boardId: board.id }),
  );
  if (error) return <Banner tone="danger">{error.message}</Banner>;
  if (!data) return null;
  const { areas, themes, cells } = pilotMatrix(
    data.flatMap((project) => project.pilots.map((pilot) => ({ ...pilot, project }))),
  );
  if (areas.length === 0)
    return (
      <Panel>
        <EmptyState title={t('partnership.noPilots')}>{t('partnership.noPilotsBody')}</EmptyState>
      </Panel>
    );
  return (
    <div className={cx('overflow')}>
      <Panel>
        <div className={cx('scroll')}>
          <table className={cx('table', 'pilots')} aria-label={t('partnership.tab.pilots')}>
            <thead>
              <tr>
                <th scope="col">{words.theme}</th>
                {areas.map((area) => (
                  <th key={area} scope="col">
                    {area}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {themes.map((theme) => (
                <tr key={theme}>
                  <th scope="row">{theme}</th>
                  {areas.map((area) => (
                    <td key={area}>
                      {(cells.get(pilotCell(area, theme)) ?? []).map((pilot) => (
                        <div key={pilot.id}>
                          <span className={cx('ways', 'wrapped')}>
                            <Button
                              size="s"
                              variant="quiet"
                              onPress={() => navigate({ name: 'project', id: pilot.project.id })}
                            >
                              {pilot.name}
                            </Button>
                          </span>
                          <span className={cx('detail')}>
                            {words.pilotStates[pilot.state]} · {pilot.project.code}
                          </span>
                        </div>
                      ))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </div>
  );
}
