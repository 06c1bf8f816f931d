import { useMemo, useState } from 'react';
import { columnWord, tableWord, valueWord } from '../../../db/model/data-words.ts';
import { api, type Outputs } from '../../api/client.ts';
import { personChoices } from '../../api/choices.ts';
import { usePagedRows } from '../../api/paged-rows.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { useRemembered } from '../../ui/navigation.ts';
import { Toolbar } from '../../ui/Page.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Privacy.module.css';
import { EVERY_TOPIC } from './topics.ts';

const cx = classes(styles);
const ALL = 'all';
type Entry = Outputs['privacy']['log']['rows'][number];

/** Who changed what and when, before and after, in words. */
export function ChangeLog() {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [text, setText] = useRemembered('privacy.log.text', '');
  const [entity, setEntity] = useRemembered('privacy.log.entity', ALL);
  const [person, setPerson] = useRemembered<Option | null>('privacy.log.person', null);
  const [from, setFrom] = useRemembered<string | null>('privacy.log.from', null);
  const [to, setTo] = useRemembered<string | null>('privacy.log.to', null);
  const [open, setOpen] = useState<Entry | null>(null);
  const { data: tables } = useTopicQuery(EVERY_TOPIC, ['privacy.logTables'], () =>
    api.privacy.logTables.query(),
  );
  const filter = { text, entity: entity === ALL ? null : entity, personId: person?.id ?? null, from, to };
  const rows = usePagedRows(EVERY_TOPIC, ['privacy.log', filter], ({ offset, limit }) =>
    api.privacy.log.query({ filter, offset, limit }),
  );
  const options = useMemo(
    () => [
      { id: ALL, label: t('privacy.allEntities') },
      ...(tables ?? [])
        .map((id) => ({ id, label: tableWord(id, language) }))
        .sort((a, b) => format.compare(a.label, b.label)),
    ],
    [tables, t, language, format],
  );
  const columns = useMemo(
    (): Column<Entry>[] => [
      {
        id: 'at',
        header: t('privacy.when'),
        width: '140px',
        cell: ({ at }) => `${format.date(todayIso(new Date(at)))} ${format.clock(new Date(at))}`,
      },
      {
        id: 'actor',
        header: t('privacy.who'),
        width: 'minmax(100px, 1fr)',
        cell: ({ actor }) => actor || t('privacy.program'),
      },
      {
        id: 'what',
        header: t('privacy.what'),
        width: 'minmax(200px, 2fr)',
        cell: ({ entity: table, subject }) =>
          [tableWord(table, language), subject].filter((part) => part !== '').join(': '),
        isRowHeader: true,
      },
      {
        id: 'action',
        header: t('privacy.action'),
        width: '90px',
        cell: ({ action }) => t(`privacy.action.${action}`),
      },
      {
        id: 'changes',
        header: t('privacy.changes'),
        width: 'minmax(200px, 3fr)',
        cell: ({ changes }) => (
          <span className={cx('change')}>
            {changes
              .map(({ column, before, after }) =>
                [
                  columnWord(column, language),
                  ': ',
                  before === null ? '' : `${valueWord(column, before, language)} → `,
                  after === null ? '–' : valueWord(column, after, language),
                ].join(''),
              )
              .join('; ')}
          </span>
        ),
      },
    ],
    [t, format, language],
  );
  return (
    <div className={cx('grid')}>
      <Toolbar label={t('common.filter')}>
        <SearchField label={t('privacy.logSearch')} width="s" value={text} onChange={setText} />
        <ComboBox
          label={t('privacy.choosePerson')}
          hideLabel
          placeholder={t('privacy.anyPerson')}
          width="s"
          value={person}
          onChange={setPerson}
          load={personChoices}
        />
        <Select
          label={t('privacy.what')}
          hideLabel
          width="s"
          value={entity}
          onChange={setEntity}
          options={options}
        />
        <DateField label={t('privacy.from')} hideLabel width="s" value={from} onChange={setFrom} />
        <DateField label={t('privacy.to')} hideLabel width="s" value={to} onChange={setTo} />
      </Toolbar>
      <DataGrid
        label={t('privacy.log')}
        columns={columns}
        source={rows}
        rowId={({ id }) => String(id)}
        onOpen={setOpen}
        resetKey={JSON.stringify(filter)}
        minWidth={860}
        empty={<EmptyState title={t('privacy.logNone')} />}
      />
      {open && <EntryDialog entry={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function EntryDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const say = (column: string, value: string | null): string =>
    value === null ? '–' : valueWord(column, value, language);
  return (
    <Dialog
      isOpen
      width="wide"
      title={`${tableWord(entry.entity, language)}, ${t(`privacy.action.${entry.action}`)}`}
      lead={`${entry.subject === '' ? '' : `${entry.subject}, `}${entry.actor || t('privacy.program')}, ${format.date(todayIso(new Date(entry.at)))} ${format.clock(new Date(entry.at))}`}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose} {...{ autoFocus: true }}>
          {t('common.close')}
        </Button>
      }
    >
      <table className={cx('changes')}>
        <thead>
          <tr>
            <th scope="col">{t('privacy.field')}</th>
            <th scope="col">{t('privacy.before')}</th>
            <th scope="col">{t('privacy.after')}</th>
          </tr>
        </thead>
        <tbody>
          {entry.changes.map(({ column, before, after }) => (
            <tr key={column}>
              <th scope="row">{columnWord(column, language)}</th>
              <td>{say(column, before)}</td>
              <td>{say(column, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
