import { useMemo } from 'react';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { translate, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { DropArea } from '../../ui/DropArea.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useRows } from '../../ui/row-source.ts';
import { showToast } from '../../ui/toasts.ts';
import { blobSource, useUploads } from '../../ui/uploads.ts';
import { chooseAndImport, IMPORT_PLACE, importFiles } from './import-files.ts';
import styles from './OldMinutes.module.css';
import { OldMinutesReview } from './OldMinutesReview.tsx';

const cx = classes(styles);
type Row = Outputs['oldMinutes']['list'][number];

/** Old minutes brought in from files: the list of them, or one of them. */
export default function OldMinutesScreen({ route }: ScreenProps<'oldMinutes'>) {
  return route.id === undefined ? (
    <List />
  ) : (
    <OldMinutesReview key={`${route.id} ${route.item}`} id={route.id} item={route.item} words={route.words} />
  );
}

function List() {
  const t = useText();
  const format = useFormat();
  const board = useOpenBoard();
  const { data } = useTopicQuery(['meetings'], ['oldMinutes.list', board.id], () =>
    api.oldMinutes.list.query({ boardId: board.id }),
  );
  const source = useRows(data);
  const underWay = useUploads(({ list }) => list).filter((one) => one.place === IMPORT_PLACE);
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'label',
        header: t('meetings.number'),
        width: '120px',
        cell: ({ label }) => label ?? '–',
        isRowHeader: true,
      },
      {
        id: 'heldOn',
        header: t('common.date'),
        width: '150px',
        cell: ({ heldOn }) => format.date(heldOn),
      },
      {
        id: 'file',
        header: t('oldMinutes.file'),
        width: 'minmax(220px, 2fr)',
        cell: ({ fileName }) => fileName,
      },
      {
        id: 'state',
        header: t('common.state'),
        width: '190px',
        cell: ({ state }) => (
          <Pill tone={state === 'review' ? 'warning' : 'neutral'}>{t(`oldMinutes.state.${state}`)}</Pill>
        ),
      },
      {
        id: 'items',
        header: t('oldMinutes.items'),
        width: '100px',
        cell: ({ itemCount, state }) => (state === 'review' ? '' : format.number(itemCount)),
      },
    ],
    [t, format],
  );
  const open = ({ id }: Row): void => navigate({ name: 'oldMinutes', id });
  return (
    <Page
      title={t('oldMinutes.title')}
      lead={t('oldMinutes.lead')}
      layout="fill"
      actions={
        <Button variant="primary" icon="upload" onPress={() => void chooseAndImport(board.id)}>
          {t('oldMinutes.choose')}
        </Button>
      }
    >
      <DropArea
        label={t('oldMinutes.choose')}
        onDrop={({ files, folders }) => {
          for (const name of folders)
            showToast({ kind: 'failed', message: translate('attachments.folder', { name }) });
          void importFiles(
            board.id,
            files.map((file) => blobSource(file, file.name)),
          );
        }}
      >
        <span className={cx('quiet')}>{t('oldMinutes.drop')}</span>
      </DropArea>
      {underWay.map((one) => (
        <ProgressBar
          key={one.id}
          label={t('oldMinutes.reading', { name: one.name })}
          value={one.done < 1 ? one.done : undefined}
          onCancel={one.cancel}
        />
      ))}
      {data?.length === 0 ? (
        <Panel>
          <EmptyState title={t('oldMinutes.empty')}>{t('oldMinutes.emptyBody')}</EmptyState>
        </Panel>
      ) : (
        <DataGrid
          label={t('oldMinutes.title')}
          columns={columns}
          source={source}
          rowId={({ id }) => id}
          onOpen={open}
          textOf={({ label, fileName }) => label ?? fileName}
          empty={null}
        />
      )}
    </Page>
  );
}
