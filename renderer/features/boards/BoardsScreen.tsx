import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { chooseBoard, useBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/Select.tsx';
import { BoardSettingsDialog } from './BoardSettingsDialog.tsx';
import styles from './Boards.module.css';
import { Offices } from './Offices.tsx';
import { RulesDialog } from './RulesDialog.tsx';
import { SeatDialog } from './SeatDialog.tsx';
import { SeatTable } from './SeatTable.tsx';
import { SubBodyDialog } from './SubBodyDialog.tsx';
import { TermDialog } from './TermDialog.tsx';
import { today, useComposition, type Composition } from './use-boards.ts';

const cx = classes(styles);

type Open =
  | { kind: 'sub' }
  | { kind: 'seat'; id: string }
  | { kind: 'rules' }
  | { kind: 'settings' }
  | { kind: 'term'; isNew: boolean };

/** The composition of the board on a day: figures, offices, seats with members and personal deputies. */
export default function BoardsScreen() {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { boards, board, error: boardError } = useBoard();
  const [date, setDate] = useRemembered<string | null>('boards.date', null);
  const { data, error } = useComposition(board?.id ?? null, date);
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const addSeat = useMutationWithFeedback((termId: string) => api.boards.addSeat.mutate({ termId }), {
    done: ({ number }) => t('boards.seatAdded', { number }),
    onSuccess: ({ id }) => setOpen({ kind: 'seat', id }),
  });
  const exportBoard = async (): Promise<void> => {
    if (board === null) return;
    await saveFile('json', `${board.shortName}.json`, (target) =>
      api.boards.export.mutate({ boardId: board.id, target }),
    );
  };
  const failure = error ?? boardError;
  if (!data)
    return (
      <Page title={t('boards.title')}>{failure && <Banner tone="danger">{failure.message}</Banner>}</Page>
    );
  const { term } = data;
  const seat = open?.kind === 'seat' ? data.seats.find(({ id }) => id === open.id) : undefined;
  return (
    <Page
      title={t('boards.title')}
      eyebrow={inLanguage(data.board.name, language)}
      lead={
        term && (
          <span>
            {t('boards.termRange', { start: format.date(term.startsOn), end: format.date(term.endsOn) })}
            {term.basis !== '' && ` · ${term.basis}`}
          </span>
        )
      }
      actions={
        <>
          {boards.length > 1 && (
            <Select
              label={t('boards.board')}
              hideLabel
              width="m"
              value={data.board.id}
              onChange={chooseBoard}
              options={boards.map(({ id, name, parentId }) => ({
                id,
                label: parentId === null ? name : `– ${name}`,
              }))}
            />
          )}
          <Menu
            entries={[
              { id: 'settings', label: t('boards.settings'), run: () => setOpen({ kind: 'settings' }) },
              {
                id: 'phrases',
                label: t('writing.phrases.open'),
                run: () => navigate({ name: 'phrases' }),
              },
              {
                id: 'term-edit',
                label: t('boards.termEdit'),
                isDisabled: term === null,
                run: () => setOpen({ kind: 'term', isNew: false }),
              },
              { id: 'term', label: t('boards.termNew'), run: () => setOpen({ kind: 'term', isNew: true }) },
              {
                id: 'sub',
                label: t('planning.sub.new'),
                isDisabled: term === null || board?.parentId !== null,
                run: () => setOpen({ kind: 'sub' }),
              },
              {
                id: 'seat',
                label: t('boards.addSeat'),
                isDisabled: term === null,
                run: () => term && addSeat.mutate(term.id),
              },
              { id: 'export', label: t('boards.export'), run: () => void exportBoard() },
              { id: 'effects', label: t('effects.screenTitle'), run: () => navigate({ name: 'effects' }) },
            ]}
          >
            <Button iconAfter="chevronDown">{t('boards.more')}</Button>
          </Menu>
          <Button icon="settings" onPress={() => setOpen({ kind: 'rules' })}>
            {t('boards.rules')}
          </Button>
        </>
      }
    >
      {failure && <Banner tone="danger">{failure.message}</Banner>}
      <div className={cx('bar')}>
        <Figures counts={data.counts} hasDeputies={data.rules.deputies === 'personal'} />
        <div className={cx('date')}>
          <DateField label={t('boards.onDate')} value={date ?? data.date} onChange={setDate} />
          {date !== null && date !== today() && (
            <Button onPress={() => setDate(null)}>{t('boards.onDateToday')}</Button>
          )}
        </div>
      </div>
      {date !== null &&
        date !== data.date &&
        term !== null &&
        (date < term.startsOn || date > term.endsOn) && (
          <Banner>{t('boards.onDateClamped', { date: format.date(data.date) })}</Banner>
        )}
      <Offices composition={data} />
      <Panel title={t('boards.seatsTitle')} isFlush>
        <SeatTable composition={data} onEdit={({ id }) => setOpen({ kind: 'seat', id })} />
      </Panel>
      {seat && <SeatDialog composition={data} seat={seat} onClose={close} />}
      {open?.kind === 'sub' && board && term && <SubBodyDialog parent={board} term={term} onClose={close} />}
      {open?.kind === 'rules' && <RulesDialog composition={data} onClose={close} />}
      {open?.kind === 'settings' && <BoardSettingsDialog boardId={data.board.id} onClose={close} />}
      {open?.kind === 'term' && (
        <TermDialog composition={data} term={open.isNew ? null : term} onClose={close} />
      )}
    </Page>
  );
}

function Figures({ counts, hasDeputies }: { counts: Composition['counts']; hasDeputies: boolean }) {
  const t = useText();
  const format = useFormat();
  return (
    <dl className={cx('figures')}>
      <div className={cx('figure', counts.filled < counts.seats && 'attention')}>
        <dt>{t('boards.figure.filled')}</dt>
        <dd>{t('boards.figure.filledOf', { filled: counts.filled, seats: counts.seats })}</dd>
      </div>
      {hasDeputies && (
        <div className={cx('figure')}>
          <dt>{t('boards.figure.deputies')}</dt>
          <dd>{t('boards.figure.filledOf', { filled: counts.deputies, seats: counts.seats })}</dd>
        </div>
      )}
      <div className={cx('figure')}>
        <dt>{t('boards.figure.quorum')}</dt>
        <dd>{format.number(counts.quorumRequired)}</dd>
      </div>
    </dl>
  );
}
