/** The columns of the register's table: what stands in them, and how a cell is changed in its place. */
import { useMemo, type ReactNode } from 'react';
import {
  columnHeading,
  columnText,
  LIST_COLUMNS,
  type ListColumn,
  type OrganisationRow,
  type PrhNames,
} from '../../../db/model/organisation-columns.ts';
import { ORGANISATION_STATES } from '../../../db/model/organisation.ts';
import { useFieldOptions, useMunicipalities } from '../../api/register-lists.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import type { Column } from '../../ui/DataGrid.tsx';
import { ChoiceCell, DateCell, TextCell, type CellProps } from './CellEditor.tsx';
import { usePrhClasses, usePrhOptions } from './lists.ts';
import styles from './Organisation.module.css';
import { StatePill } from './OrganisationDetails.tsx';

const cx = classes(styles);

const WIDTHS: Record<ListColumn, string> = {
  name: 'minmax(220px, 3fr)',
  businessId: '104px',
  registerNumber: '112px',
  field: 'minmax(140px, 2fr)',
  municipality: 'minmax(110px, 1fr)',
  region: 'minmax(120px, 1fr)',
  email: 'minmax(150px, 2fr)',
  phone: 'minmax(110px, 1fr)',
  web: 'minmax(140px, 2fr)',
  prhClass: 'minmax(140px, 2fr)',
  state: '120px',
  languages: 'minmax(110px, 1fr)',
  tags: 'minmax(120px, 1fr)',
  networks: 'minmax(140px, 2fr)',
  seats: 'minmax(100px, 1fr)',
  openTasks: '120px',
  checkedOn: '116px',
};
const SHOWN_AT_FIRST = new Set<ListColumn>([
  'name',
  'businessId',
  'registerNumber',
  'field',
  'municipality',
  'email',
  'checkedOn',
]);
const AT_END = new Set<ListColumn>(['registerNumber', 'openTasks', 'checkedOn']);
const FIGURES = new Set<ListColumn>(['businessId', 'phone']);

export function useColumns(): readonly Column<OrganisationRow>[] {
  const t = useText();
  const language = useLanguage();
  const fields = useFieldOptions();
  const prhOptions = usePrhOptions();
  const prhClasses = usePrhClasses();
  const municipalities = useMunicipalities();
  return useMemo(() => {
    const prhNames: PrhNames = new Map(prhClasses.map(({ class: number, ...name }) => [number, name]));
    const states = ORGANISATION_STATES.map((id) => ({ id, label: t(`organisations.state.${id}`) }));
    const editors: Partial<Record<ListColumn, (row: OrganisationRow, own: CellProps) => ReactNode>> = {
      name: (row, own) => <TextCell {...own} cell="nameFi" value={row.name.fi} />,
      businessId: (row, own) => <TextCell {...own} cell="businessId" value={row.businessId} />,
      registerNumber: (row, own) => <TextCell {...own} cell="registerNumber" value={row.registerNumber} />,
      email: (row, own) => <TextCell {...own} cell="email" value={row.email} />,
      phone: (row, own) => <TextCell {...own} cell="phone" value={row.phone} />,
      web: (row, own) => <TextCell {...own} cell="web" value={row.web} />,
      checkedOn: (row, own) => <DateCell {...own} cell="checkedOn" value={row.checkedOn} />,
      field: (row, own) => <ChoiceCell {...own} cell="fieldId" value={row.fieldId} options={fields} />,
      state: (row, own) => <ChoiceCell {...own} cell="state" value={row.state} options={states} isRequired />,
      prhClass: (row, own) => (
        <ChoiceCell
          {...own}
          cell="prhClass"
          value={row.prhClass === null ? null : String(row.prhClass)}
          options={prhOptions}
          isNumber
        />
      ),
      municipality: (row, own) => (
        <ChoiceCell
          {...own}
          cell="municipalityCode"
          value={row.municipalityCode}
          options={municipalities.find('')}
        />
      ),
    };
    return LIST_COLUMNS.map((id): Column<OrganisationRow> => {
      const header = columnHeading(id, language);
      const text = (row: OrganisationRow): string => columnText(id, row, prhNames, language);
      const editor = editors[id];
      return {
        id,
        header,
        width: WIDTHS[id],
        ...(id === 'name' ? { isRowHeader: true } : {}),
        isSortable: true,
        ...(AT_END.has(id) ? { align: 'end' as const } : {}),
        ...(SHOWN_AT_FIRST.has(id) ? {} : { isHiddenAtFirst: true }),
        cell: (row) => {
          if (id === 'name' && row.state !== 'active')
            return (
              <span className={cx('rowName')}>
                {text(row)} <StatePill state={row.state} />
              </span>
            );
          const words = text(row) || '–';
          return FIGURES.has(id) ? <span className={cx('figures')}>{words}</span> : words;
        },
        ...(editor
          ? {
              edit: (row: OrganisationRow, onClose: () => void) =>
                editor(row, {
                  row: { id: row.id, version: row.version, name: row.name.fi },
                  column: header,
                  onClose,
                }),
            }
          : {}),
      };
    });
  }, [t, language, fields, prhOptions, prhClasses, municipalities]);
}
