import { useRef, useState, type KeyboardEvent } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { inLanguage } from '../../../db/model/language.ts';
import { useBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { useRemembered } from '../../ui/navigation.ts';
import { MunicipalityWay } from '../../ui/MunicipalityWay.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/Select.tsx';
import { ContactDialog } from './ContactDialog.tsx';
import { ContactRolesDialog } from './ContactRolesDialog.tsx';
import styles from './Networks.module.css';

const cx = classes(styles);
export type Matrix = Outputs['register']['contactMatrix'];
type Place = { row: number; column: number };

/** Municipality × contact role. Arrows, Home and End move, Enter opens the cell; a gap says so in words. */
export function ContactMatrix() {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { data: regions } = useTopicQuery(['workspace'], ['classifications.regions'], () =>
    api.classifications.regions.query(),
  );
  const { board } = useBoard();
  const { data: own } = useTopicQuery(
    ['boards'],
    ['networks.boardRegion', board?.id ?? ''],
    () => api.boards.get.query({ id: board?.id ?? '' }),
    { enabled: board !== null },
  );
  const [chosen, setChosen] = useRemembered<string | null>('networks.region', null);
  const region = chosen ?? own?.regionCode ?? regions?.[0]?.code ?? null;
  const { data } = useTopicQuery(
    ['persons', 'workspace'],
    ['register.contactMatrix', region ?? ''],
    () => api.register.contactMatrix.query({ regionCode: region ?? '' }),
    { enabled: region !== null },
  );
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [open, setOpen] = useState<Place | null>(null);
  const [isEditingRoles, setEditingRoles] = useState(false);
  const table = useRef<HTMLTableElement>(null);

  const exportCsv = async (): Promise<void> => {
    if (region === null) return;
    await saveFile('any', t('networks.csvFile'), (target) =>
      api.register.exportContacts.mutate({ regionCode: region, language, target }),
    );
  };
  const move = (event: KeyboardEvent, matrix: Matrix): void => {
    const last = { row: matrix.rows.length - 1, column: matrix.roles.length - 1 };
    const to = (next: Place): void => {
      event.preventDefault();
      const there = {
        row: Math.max(0, Math.min(last.row, next.row)),
        column: Math.max(0, Math.min(last.column, next.column)),
      };
      setPlace(there);
      table.current?.querySelector<HTMLElement>(`[data-cell="${there.row} ${there.column}"]`)?.focus();
    };
    const { row, column } = place;
    const steps: Record<string, Place> = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row: event.ctrlKey ? 0 : row, column: 0 },
      End: { row: event.ctrlKey ? last.row : row, column: last.column },
    };
    const step = steps[event.key];
    if (step) to(step);
    else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      setOpen(place);
    }
  };
  const openRow = open && data ? data.rows[open.row] : undefined;
  const openRole = open && data ? data.roles[open.column] : undefined;
  return (
    <div className={cx('stack')}>
      <div className={cx('row')}>
        <Select
          label={t('networks.region')}
          width="m"
          value={region ?? ''}
          onChange={setChosen}
          options={(regions ?? []).map(({ code, name }) => ({ id: code, label: inLanguage(name, language) }))}
        />
        {data && (
          <Pill tone={data.gaps > 0 ? 'warning' : 'ok'}>{t('networks.gaps', { count: data.gaps })}</Pill>
        )}
        <span className={cx('spring')} />
        <Button onPress={() => setEditingRoles(true)}>{t('networks.roles')}</Button>
        <Button icon="download" onPress={() => void exportCsv()}>
          {t('networks.export')}
        </Button>
      </div>
      {data && (
        <Panel isFlush>
          <div className={cx('scroll')}>
            <table ref={table} className={cx('matrix')} aria-label={t('networks.contacts')}>
              <thead>
                <tr>
                  <th scope="col">{t('networks.municipality')}</th>
                  {data.roles.map((role) => (
                    <th key={role.id} scope="col">
                      {inLanguage(role.name, language)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row, rowIndex) => (
                  <tr key={row.municipalityCode ?? 'region'}>
                    <th scope="row">
                      {row.municipalityCode === null ? (
                        `${inLanguage(row.name, language)} (${t('networks.wholeRegion')})`
                      ) : (
                        <MunicipalityWay code={row.municipalityCode} name={inLanguage(row.name, language)} />
                      )}
                    </th>
                    {data.roles.map((role, column) => {
                      const holders = row.holders.filter((one) => one.roleId === role.id);
                      const isCurrent = place.row === rowIndex && place.column === column;
                      return (
                        <td key={role.id}>
                          <button
                            type="button"
                            className={cx('cell')}
                            data-cell={`${rowIndex} ${column}`}
                            tabIndex={isCurrent ? 0 : -1}
                            onKeyDown={(event) => move(event, data)}
                            onFocus={() => setPlace({ row: rowIndex, column })}
                            onClick={() => setOpen({ row: rowIndex, column })}
                          >
                            <VisuallyHidden elementType="span">
                              {`${inLanguage(row.name, language)}, ${inLanguage(role.name, language)}, `}
                            </VisuallyHidden>
                            {holders.length === 0 ? (
                              <span className={cx('gap')}>
                                {row.municipalityCode === null ? '–' : t('networks.missing')}
                              </span>
                            ) : (
                              holders.map((one) => (
                                <span key={one.id} className={cx('words')}>
                                  <span>{one.person}</span>
                                  {(one.email ?? one.phone) !== null && (
                                    <span className={cx('detail')}>
                                      {[one.email, one.phone].filter((value) => value !== null).join(', ')}
                                    </span>
                                  )}
                                  <span className={cx('detail')}>
                                    {format.date(one.startsOn)}–
                                    {one.endsOn === null ? '' : format.date(one.endsOn)}
                                  </span>
                                </span>
                              ))
                            )}
                          </button>
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      )}
      {data && openRow && openRole && (
        <ContactDialog matrix={data} row={openRow} role={openRole} onClose={() => setOpen(null)} />
      )}
      {isEditingRoles && <ContactRolesDialog onClose={() => setEditingRoles(false)} />}
    </div>
  );
}
