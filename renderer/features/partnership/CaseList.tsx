import { useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { CASE_WORDS } from '../../../db/model/case-words.ts';
import { CASE_GROUPS, FINDING_KINDS, type CaseGroup } from '../../../db/model/cooperation-case.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import parts from '../../ui/Parts.module.css';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/Select.tsx';
import { CaseDialog } from './CaseDialog.tsx';
import styles from './Partnership.module.css';

const cx = classes({ ...parts, ...styles });
type Case = Outputs['cases']['list'][number];
const ALL = 'all';

/** The register of cooperation models as a table to compare: findings side by side, by group. */
export function CaseList() {
  const t = useText();
  const language = useLanguage();
  const words = CASE_WORDS[language];
  const board = useOpenBoard();
  const [group, setGroup] = useRemembered<CaseGroup | typeof ALL>('partnership.caseGroup', ALL);
  const [editing, setEditing] = useState<Case | 'new' | null>(null);
  const { data, error } = useTopicQuery(['cases'], ['cases.list', board.id], () =>
    api.cases.list.query({ boardId: board.id }),
  );
  const remove = useMutationWithFeedback((id: string) => api.cases.remove.mutate({ id }), {
    done: t('partnership.caseRemoved'),
    undo: (removal) => api.cases.restore.mutate(removal),
  });
  const shown = data?.filter((one) => group === ALL || one.group === group) ?? [];
  return (
    <div className={cx('fill')}>
      {error && <Banner tone="danger">{error.message}</Banner>}
      <div className={cx('tools')}>
        <Select
          label={words.group}
          hideLabel
          width="m"
          value={group}
          onChange={setGroup}
          options={[
            { id: ALL, label: t('partnership.allGroups') },
            ...CASE_GROUPS.map((id) => ({ id, label: words.groups[id] })),
          ]}
        />
        <span className={cx('spring')} />
        <Button
          icon="download"
          onPress={() =>
            void saveFile('csv', t('partnership.casesFile'), (target) =>
              api.cases.export.mutate({ boardId: board.id, language, target }),
            )
          }
        >
          {t('partnership.exportCases')}
        </Button>
        <Button variant="primary" icon="plus" onPress={() => setEditing('new')}>
          {t('partnership.newCase')}
        </Button>
      </div>
      {data?.length === 0 ? (
        <Panel>
          <EmptyState title={t('partnership.noCases')}>{t('partnership.noCasesBody')}</EmptyState>
        </Panel>
      ) : (
        <div className={cx('overflow')}>
          <Panel>
            <div className={cx('scroll')}>
              <table className={cx('table', 'compared')} aria-label={t('partnership.tab.cases')}>
                <thead>
                  <tr>
                    <th scope="col">{words.name}</th>
                    <th scope="col">{words.organising}</th>
                    {FINDING_KINDS.map((kind) => (
                      <th key={kind} scope="col">
                        {words.findings[kind]}
                      </th>
                    ))}
                    <th scope="col">{words.transferability}</th>
                    <th scope="col">
                      <VisuallyHidden elementType="span">{t('common.edit')}</VisuallyHidden>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">
                        <Button
                          size="s"
                          variant="quiet"
                          onPress={() => navigate({ name: 'case', id: one.id })}
                        >
                          {one.name}
                        </Button>
                        <div className={cx('detail')}>
                          {[one.code, words.groups[one.group], one.region]
                            .filter((part) => part !== '')
                            .join(' · ')}
                        </div>
                        {one.phase !== null && (
                          <div className={cx('detail')}>{`${words.phase}: ${words.phases[one.phase]}`}</div>
                        )}
                      </th>
                      <td>{words.organisings[one.organising]}</td>
                      {FINDING_KINDS.map((kind) => (
                        <td key={kind}>
                          {one.findings
                            .filter((finding) => finding.kind === kind)
                            .map(({ text }) => text)
                            .join('; ')}
                        </td>
                      ))}
                      <td>{one.transferability}</td>
                      <td>
                        <span className={cx('row', 'tight')}>
                          <IconButton
                            icon="edit"
                            size="s"
                            label={`${t('common.edit')}: ${one.name}`}
                            onPress={() => setEditing(one)}
                          />
                          <IconButton
                            icon="trash"
                            size="s"
                            label={t('volunteering.removeEntry', { name: one.name })}
                            onPress={() => remove.mutate(one.id)}
                          />
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Panel>
        </div>
      )}
      {editing !== null && (
        <CaseDialog one={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
