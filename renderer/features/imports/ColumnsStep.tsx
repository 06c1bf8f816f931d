import { useState } from 'react';
import { ORGANISATION_FIELDS, type OrganisationField } from '../../../db/model/organisation-fields.ts';
import { mappingProblem } from '../../../db/model/table-mapping.ts';
import {
  TABLE_DELIMITERS,
  TABLE_ENCODINGS,
  type TableDelimiter,
  type TableEncoding,
} from '../../../db/model/table-text.ts';
import { bridge } from '../../api/bridge.ts';
import { toClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './Import.module.css';
import {
  checkRows,
  mapColumn,
  rereadTable,
  setError,
  setLenient,
  setMapping,
  useImport,
  type TableView,
} from './import-store.ts';

const cx = classes(styles);
const OUT = 'out';
const DELIMITER_NAMES = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const;

/** How the file was read, and which column is which field. */
export function ColumnsStep({ table }: { table: TableView }) {
  const t = useText();
  const { mapping, lenient } = useImport();
  const problem = mappingProblem(mapping);
  return (
    <>
      <Panel
        title={table.name}
        actions={<span className={cx('faint')}>{t('imports.dataRows', { count: table.rowCount })}</span>}
      >
        <Reading table={table} />
      </Panel>
      <Panel title={t('imports.columnsTitle')} actions={<Presets table={table} />}>
        <p className={cx('hint')}>{t(table.isRemembered ? 'imports.remembered' : 'imports.columnsHint')}</p>
        <Mapping table={table} />
        <Checkbox isSelected={lenient} onChange={setLenient} detail={t('imports.lenientHint')}>
          {t('imports.lenient')}
        </Checkbox>
        {problem === 'MAPPING_NO_NAME' && <Banner tone="warning">{t('imports.needName')}</Banner>}
        <div className={cx('foot')}>
          <Button
            variant="primary"
            iconAfter="arrowRight"
            isDisabled={problem !== null}
            onPress={() => void checkRows()}
          >
            {t('imports.check')}
          </Button>
        </div>
      </Panel>
    </>
  );
}

function Reading({ table }: { table: TableView }) {
  const t = useText();
  const rows = table.top.map((cells, at) => ({
    id: String(at),
    label: t('imports.headerRow', {
      row: at + 1,
      text:
        cells
          .filter((cell) => cell !== '')
          .join(' · ')
          .slice(0, 70) || '–',
    }),
  }));
  if (!rows.some(({ id }) => id === String(table.header)))
    rows.push({
      id: String(table.header),
      label: t('imports.headerRow', { row: table.header + 1, text: table.headings.join(' · ').slice(0, 70) }),
    });
  return (
    <div className={cx('choices')}>
      {table.encoding !== null && (
        <Select<TableEncoding>
          label={t('imports.encoding')}
          width="s"
          value={table.encoding}
          onChange={(encoding) => void rereadTable({ encoding })}
          options={TABLE_ENCODINGS.map((id) => ({ id, label: t(`imports.encoding.${id}`) }))}
        />
      )}
      {table.delimiter !== null && (
        <Select<TableDelimiter>
          label={t('imports.delimiter')}
          width="s"
          value={table.delimiter}
          onChange={(delimiter) => void rereadTable({ delimiter })}
          options={TABLE_DELIMITERS.map((id) => ({
            id,
            label: t(`imports.delimiter.${DELIMITER_NAMES[id]}`),
          }))}
        />
      )}
      {table.sheets.length > 1 && (
        <Select
          label={t('imports.sheet')}
          width="m"
          value={table.sheet}
          onChange={(sheet) => void rereadTable({ sheet })}
          options={table.sheets.map(({ name, rows: count }) => ({
            id: name,
            label: t('imports.sheetRows', { name, count }),
          }))}
        />
      )}
      <Select
        label={t('imports.header')}
        width="m"
        value={String(table.header)}
        onChange={(header) => void rereadTable({ header: Number(header) })}
        options={rows}
      />
    </div>
  );
}

function Mapping({ table }: { table: TableView }) {
  const t = useText();
  const mapping = useImport((state) => state.mapping);
  const options = [
    { id: OUT as OrganisationField | typeof OUT, label: t('imports.leaveOut') },
    ...ORGANISATION_FIELDS.map((id) => ({ id, label: t(`imports.field.${id}`) })),
  ];
  return (
    <table className={cx('mapping')}>
      <thead>
        <tr>
          <th scope="col">{t('imports.column')}</th>
          <th scope="col">{t('imports.samples')}</th>
          <th scope="col">{t('imports.fieldColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {table.headings.map((heading, column) => (
          // oxlint-disable-next-line react/no-array-index-key -- headings may repeat; a column is its place
          <tr key={column}>
            <th scope="row">{heading}</th>
            <td className={cx('samples')}>{table.samples[column]?.slice(0, 3).join(' · ')}</td>
            <td>
              <Select
                label={t('imports.fieldOf', { column: heading })}
                hideLabel
                value={mapping[column] ?? OUT}
                onChange={(id) => mapColumn(column, id === OUT ? null : id)}
                options={options}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Presets({ table }: { table: TableView }) {
  const t = useText();
  const mapping = useImport((state) => state.mapping);
  const [isBusy, setBusy] = useState(false);
  const { data } = useTopicQuery([], ['imports.presets'], () => api.imports.presets.query());
  const sessionId = table.id;
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (thrown) {
      setError(toClientError(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  const take = (next: (OrganisationField | null)[]): void => {
    setMapping(next);
    showToast({ kind: 'done', message: t('imports.mappingUsed') });
  };
  return (
    <Menu
      entries={[
        ...(data ?? []).map(({ id, name }) => ({
          id,
          label: name,
          run: () =>
            void run(async () => take((await api.imports.usePreset.mutate({ sessionId, id })).mapping)),
        })),
        {
          id: 'load',
          label: t('imports.loadMapping'),
          icon: 'folder',
          separator: true,
          run: () =>
            void run(async () => {
              const chosen = await bridge().native.chooseOpenFile('json');
              if (chosen)
                take((await api.imports.loadMapping.mutate({ sessionId, grant: chosen.grant })).mapping);
            }),
        },
        {
          id: 'save',
          label: t('imports.saveMapping'),
          icon: 'download',
          run: () =>
            void run(async () => {
              const name = table.name.replace(/\.[^.]*$/, '');
              const chosen = await bridge().native.chooseSaveFile('json', name);
              if (!chosen) return;
              const saved = await api.imports.saveMapping.mutate({
                sessionId,
                mapping,
                target: chosen.grant,
              });
              showToast({ kind: 'done', message: t('imports.mappingSaved', { name: saved.name }) });
            }),
        },
      ]}
    >
      <Button size="s" iconAfter="chevronDown" isPending={isBusy}>
        {t('imports.presets')}
      </Button>
    </Menu>
  );
}
