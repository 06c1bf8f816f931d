import { useEffect, useMemo, useState } from 'react';
import { COVERAGES, type Coverage, type DeliveredKind } from '../../../db/model/delivery.ts';
import { FIRST_LIST, type ListReason, type ListRules } from '../../../db/model/mailing-list.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DataGrid, type Column } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { navigate, useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Page, Toolbar, ToolbarSpacer } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import { sortRows, useRows, type Sort } from '../../ui/row-source.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './Deliveries.module.css';
import { HistoryDialog } from './HistoryDialog.tsx';
import { LettersDialog } from './LettersDialog.tsx';
import { ListsDialog } from './ListsDialog.tsx';
import { MailQueuePanel } from './MailQueuePanel.tsx';
import { MailSettingsDialog } from './MailSettingsDialog.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { PrepareDialog } from './PrepareDialog.tsx';
import { SendDialog } from './SendDialog.tsx';
import { recipientId, saveReport, useLists, type CoverageRow, type Meeting } from './use-deliveries.ts';

const cx = classes(styles);

const TONES: Record<Coverage, Tone> = {
  reached: 'ok',
  older: 'warning',
  queued: 'info',
  prepared: 'info',
  bounced: 'danger',
  missing: 'neutral',
};
const FIRST = 'first';
type Shown = 'all' | 'lacking' | Coverage;
type Open = 'note' | 'prepare' | 'send' | 'letters' | { history: CoverageRow };

/** Who has got which document, and who has not yet; drafts for those. */
export default function DeliveriesScreen({ route }: ScreenProps<'deliveries'>) {
  const t = useText();
  const format = useFormat();
  const board = useOpenBoard();
  const [meetingId, setMeetingId] = useRemembered<string | null>('deliveries.meeting', null);
  const [kind, setKind] = useRemembered<DeliveredKind | null>('deliveries.kind', null);
  const [listId, setListId] = useRemembered('deliveries.list', FIRST);
  const { data: meetings } = useTopicQuery(['meetings'], ['meetings.list', board.id], () =>
    api.meetings.list.query({ boardId: board.id }),
  );
  const [, setShown] = useRemembered<Shown>('deliveries.shown', 'all');
  const { lackingOf } = route;
  useEffect(() => {
    if (lackingOf === undefined) return;
    setMeetingId(lackingOf);
    setKind('minutes');
    setShown('lacking');
    // What was asked for is shown; from here on the choices of the screen hold.
    navigate({ name: 'deliveries' }, { replace: true });
  }, [lackingOf, setMeetingId, setKind, setShown]);
  const lists = useLists(board.id);
  const candidates = useMemo(
    () => (meetings ?? []).filter(({ state, heldOn }) => state !== 'draft' || heldOn >= todayIso()),
    [meetings],
  );
  const meeting = candidates.find(({ id }) => id === meetingId) ?? firstMeeting(candidates);
  const { data: deliverables } = useTopicQuery(
    ['deliveries', 'meetings'],
    ['deliveries.deliverables', meeting?.id ?? ''],
    () => (meeting ? api.deliveries.deliverables.query({ meetingId: meeting.id }) : Promise.resolve([])),
  );
  const document =
    deliverables?.find((one) => one.kind === kind) ??
    deliverables?.find((one) => one.kind === 'minutes') ??
    deliverables?.[0];
  const rules = lists?.find(({ id }) => id === listId)?.rules ?? FIRST_LIST;
  const [open, setOpen] = useState<'lists' | 'settings' | null>(null);
  const listName = lists?.find(({ id }) => id === listId)?.name ?? t('deliveries.firstList');
  const openSettings = (): void => setOpen('settings');
  const actions = (
    <>
      <Button icon="settings" onPress={openSettings}>
        {t('mail.settings')}
      </Button>
      <Button icon="mail" onPress={() => setOpen('lists')}>
        {t('deliveries.lists')}
      </Button>
    </>
  );
  return (
    <Page title={t('deliveries.title')} lead={t('deliveries.lead')} layout="fill" actions={actions}>
      <Toolbar label={t('deliveries.choose')}>
        <Select
          label={t('deliveries.meeting')}
          hideLabel
          width="m"
          value={meeting?.id ?? null}
          onChange={(id) => {
            setMeetingId(id);
            setKind(null);
          }}
          options={candidates.map((one) => ({
            id: one.id,
            label: `${one.number}/${one.year}`,
            detail: format.date(one.heldOn),
          }))}
          placeholder={t('deliveries.noMeeting')}
        />
        <Select
          label={t('deliveries.document')}
          hideLabel
          width="m"
          value={document?.kind ?? null}
          onChange={setKind}
          options={(deliverables ?? []).map((one) => ({
            id: one.kind,
            label: t(`deliveries.kind.${one.kind}`),
            ...(one.number > 1 ? { detail: t('deliveries.version', { number: one.number }) } : {}),
          }))}
          placeholder={t('deliveries.noDocument')}
        />
        <Select
          label={t('deliveries.list')}
          hideLabel
          width="m"
          value={lists?.some(({ id }) => id === listId) ? listId : FIRST}
          onChange={setListId}
          options={[
            { id: FIRST, label: t('deliveries.firstList') },
            ...(lists ?? []).map(({ id, name }) => ({ id, label: name })),
          ]}
        />
      </Toolbar>
      <MailQueuePanel boardId={board.id} onSettings={openSettings} />
      {meeting && document ? (
        <Ledger
          key={`${meeting.id} ${document.kind} ${listId}`}
          meeting={meeting}
          kind={document.kind}
          rules={rules}
          listName={listName}
          onSettings={openSettings}
        />
      ) : (
        <Panel>
          <EmptyState title={t('deliveries.empty')}>{t('deliveries.emptyBody')}</EmptyState>
        </Panel>
      )}
      {open === 'lists' && <ListsDialog boardId={board.id} onClose={() => setOpen(null)} />}
      {open === 'settings' && <MailSettingsDialog onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** The newest meeting whose minutes are examined, else the newest. */
function firstMeeting(meetings: readonly Meeting[]): Meeting | undefined {
  return meetings.find(({ state }) => state === 'examined' || state === 'published') ?? meetings[0];
}

function Ledger({
  meeting,
  kind,
  rules,
  listName,
  onSettings,
}: {
  meeting: Meeting;
  kind: DeliveredKind;
  rules: ListRules;
  listName: string;
  onSettings: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const [shown, setShown] = useRemembered<Shown>('deliveries.shown', 'all');
  const [sort, setSort] = useRemembered<Sort>('deliveries.sort', {
    column: 'coverage',
    direction: 'ascending',
  });
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open | null>(null);
  const say = useReason();
  const { data, error } = useTopicQuery(
    ['deliveries', 'boards', 'persons', 'organisations', `meeting:${meeting.id}`],
    ['deliveries.coverage', meeting.id, kind, rules],
    () => api.deliveries.coverage.query({ meetingId: meeting.id, kind, rules }),
  );
  const rows = useMemo(
    () =>
      data &&
      sortRows(
        data.rows.filter(({ coverage }) =>
          shown === 'all' ? true : shown === 'lacking' ? coverage !== 'reached' : coverage === shown,
        ),
        sort,
        (row, column) =>
          column === 'coverage'
            ? COVERAGES.length - COVERAGES.indexOf(row.coverage)
            : column === 'email'
              ? row.email
              : row.name,
      ),
    [data, shown, sort],
  );
  const source = useRows(rows);
  const chosen = useMemo(() => data?.rows.filter((row) => ids.has(recipientId(row))) ?? [], [data, ids]);
  const lacking = data?.rows.filter(({ coverage }) => coverage !== 'reached' && coverage !== 'queued') ?? [];
  const targets = chosen.length > 0 ? chosen : lacking;

  const noteEvent = useMutationWithFeedback(api.deliveries.noteEvents.mutate, {
    done: t('deliveries.noted'),
  });
  const mark = (row: CoverageRow, event: 'bounced' | 'acknowledged'): void => {
    const last = row.deliveries.at(-1);
    if (last)
      noteEvent.mutate({
        deliveryIds: [last.id],
        event,
        channel: last.events.at(-1)?.channel ?? 'email',
        on: todayIso(),
      });
  };
  const menu = (row: CoverageRow): MenuEntry[] => {
    const went = row.deliveries.at(-1)?.state === 'sent';
    return [
      {
        id: 'history',
        label: t('deliveries.history'),
        icon: 'clock',
        isDisabled: row.deliveries.length === 0,
        run: () => setOpen({ history: row }),
      },
      {
        id: 'acknowledged',
        label: t('deliveries.acknowledge'),
        icon: 'check',
        isDisabled: !went,
        run: () => mark(row, 'acknowledged'),
      },
      {
        id: 'bounced',
        label: t('deliveries.bounce'),
        icon: 'warning',
        isDisabled: !went,
        run: () => mark(row, 'bounced'),
      },
    ];
  };
  const columns = useMemo(
    (): Column<CoverageRow>[] => [
      {
        id: 'name',
        header: t('deliveries.recipient'),
        width: 'minmax(200px, 3fr)',
        isRowHeader: true,
        isSortable: true,
        cell: ({ name }) => name,
      },
      {
        id: 'why',
        header: t('deliveries.why'),
        width: 'minmax(180px, 3fr)',
        cell: ({ reasons }) => reasons.map(say).join(', '),
      },
      {
        id: 'email',
        header: t('common.email'),
        width: 'minmax(150px, 2fr)',
        isSortable: true,
        cell: ({ email }) => email ?? t('deliveries.noEmail'),
      },
      {
        id: 'coverage',
        header: t('common.state'),
        width: '150px',
        isSortable: true,
        cell: ({ coverage }) => <Pill tone={TONES[coverage]}>{t(`deliveries.coverage.${coverage}`)}</Pill>,
      },
      {
        id: 'last',
        header: t('deliveries.last'),
        width: '180px',
        cell: ({ deliveries }) => {
          const last = deliveries.at(-1)?.events.at(-1);
          return last ? `${format.date(last.on)} · ${t(`deliveries.channel.${last.channel}`)}` : '–';
        },
      },
    ],
    [t, format, say],
  );
  const report = (as: 'pdf' | 'csv'): void =>
    void saveReport(
      { meetingId: meeting.id, kind, rules, list: listName, as },
      `${meeting.heldOn}_${t('letters.report.file')}_${meeting.number}-${meeting.year}`,
    );
  const isNobody = targets.length === 0;
  const more: MenuEntry[] = [
    {
      id: 'note',
      label: t('deliveries.noteSent', { count: targets.length }),
      icon: 'check',
      isDisabled: isNobody,
      run: () => setOpen('note'),
    },
    {
      id: 'letters',
      label: t('letters.open'),
      icon: 'print',
      isDisabled: isNobody,
      run: () => setOpen('letters'),
    },
    {
      id: 'pdf',
      label: t('letters.report.pdf'),
      icon: 'document',
      separator: true,
      run: () => report('pdf'),
    },
    { id: 'csv', label: t('letters.report.csv'), icon: 'table', run: () => report('csv') },
  ];
  const recipients = (rowsOf: readonly CoverageRow[]) =>
    rowsOf.map(({ personId, organisationId }) => ({ personId, organisationId }));
  const counts = COVERAGES.map((id) => ({
    id,
    count: data?.rows.filter(({ coverage }) => coverage === id).length ?? 0,
  })).filter(({ count }) => count > 0);

  return (
    <>
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      <Toolbar label={t('deliveries.actions')}>
        <Select<Shown>
          label={t('deliveries.show')}
          hideLabel
          width="m"
          value={shown}
          onChange={setShown}
          options={[
            { id: 'all', label: t('deliveries.show.all') },
            { id: 'lacking', label: t('deliveries.show.lacking') },
            ...COVERAGES.map((id) => ({ id, label: t(`deliveries.coverage.${id}`) })),
          ]}
        />
        <span className={cx('counts')} role="status">
          {counts.map(({ id, count }) => (
            <Pill key={id} tone={TONES[id]}>
              {t(`deliveries.coverage.${id}`)} {count}
            </Pill>
          ))}
        </span>
        <ToolbarSpacer />
        <Menu entries={more}>
          <Button iconAfter="chevronDown">{t('letters.more')}</Button>
        </Menu>
        <Button isDisabled={targets.length === 0} onPress={() => setOpen('prepare')}>
          {t('deliveries.prepare', { count: targets.length })}
        </Button>
        <Button
          variant="primary"
          icon="mail"
          isDisabled={targets.length === 0}
          onPress={() => setOpen('send')}
        >
          {t('mail.send', { count: targets.length })}
        </Button>
      </Toolbar>
      <DataGrid
        label={t('deliveries.ledger', { list: listName })}
        columns={columns}
        source={source}
        rowId={recipientId}
        sort={sort}
        onSortChange={setSort}
        selection={{ ids, onChange: setIds }}
        onOpen={(row) => row.deliveries.length > 0 && setOpen({ history: row })}
        menu={menu}
        textOf={({ name }) => name}
        resetKey={shown}
        minWidth={880}
        empty={<EmptyState title={t('deliveries.nobody')} />}
      />
      {data && data.others.length > 0 && (
        <p className={cx('others')}>{t('deliveries.others', { count: data.others.length })}</p>
      )}
      {open === 'note' && (
        <NoteDialog
          meetingId={meeting.id}
          kind={kind}
          recipients={recipients(targets)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'prepare' && (
        <PrepareDialog
          meeting={meeting}
          kind={kind}
          rules={rules}
          rows={targets}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'send' && (
        <SendDialog
          meeting={meeting}
          kind={kind}
          rules={rules}
          rows={targets}
          onSettings={() => {
            setOpen(null);
            onSettings();
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'letters' && (
        <LettersDialog meeting={meeting} rules={rules} rows={targets} onClose={() => setOpen(null)} />
      )}
      {open !== null && typeof open === 'object' && (
        <HistoryDialog row={open.history} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** Why somebody is on the list, in words. */
function useReason(): (reason: ListReason) => string {
  const t = useText();
  return useMemo(
    () => (reason: ListReason) => {
      switch (reason.of) {
        case 'board':
          return reason.seatNumber === null
            ? t(`deliveries.role.${reason.role}`)
            : t('deliveries.ofSeat', {
                role: t(`deliveries.role.${reason.role}`),
                number: reason.seatNumber,
              });
        case 'nominators':
          return t('deliveries.nominator', { number: reason.seatNumber });
        case 'organisations':
          return t('deliveries.inRegister');
        case 'positions':
          return reason.organisation;
        case 'named':
          return t('deliveries.named');
      }
    },
    [t],
  );
}
