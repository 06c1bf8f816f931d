import { useMemo, useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { PRACTICE_STAGE_WORDS } from '../../../db/model/practice-words.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { MatrixGrid, type MatrixCell } from '../../ui/MatrixGrid.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import styles from './Practices.module.css';
import { StageDialog } from './StageDialog.tsx';
import { StageLegend, StageMark } from './StageMark.tsx';

const cx = classes(styles);

/** Practice × municipality, today or on another day. Enter on a cell notes a change of stage there. */
export function PracticeMatrix() {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const board = useOpenBoard();
  const [on, setOn] = useRemembered<string | null>('practices.on', null);
  const [open, setOpen] = useState<{ practiceId: string; code: string } | null>(null);
  const { data, error } = useTopicQuery(
    ['practices', 'organisations', 'themes', 'persons'],
    ['practices.matrix', board.id, on ?? ''],
    () => api.practices.matrix.query({ boardId: board.id, on }),
    { keepPrevious: true },
  );
  const states = useMemo(
    () => data?.practices.map((one) => new Map(one.municipalities.map((state) => [state.code, state]))) ?? [],
    [data],
  );
  if (error) return <Banner tone="danger">{error.message}</Banner>;
  if (!data) return null;
  const words = PRACTICE_STAGE_WORDS[language];
  const cellOf = (row: number, column: number): MatrixCell => {
    const practice = data.practices[row]!;
    const place = data.places[column]!;
    const state = states[row]?.get(place.code);
    const names = [practice.name, inLanguage(place.name, language)];
    if (state === undefined)
      return {
        mark: <span aria-hidden="true">·</span>,
        words: [...names, t('practices.notOffered')].join(', '),
      };
    return {
      mark: <StageMark stage={state.stage} />,
      words: [
        ...names,
        `${words[state.stage]} ${format.date(state.since)}`,
        ...(state.decidedBy === '' ? [] : [state.decidedBy]),
      ].join(', '),
    };
  };
  const openPractice = data.practices.find(({ id }) => id === open?.practiceId);
  return (
    <div className={cx('fill')}>
      <div className={cx('tools')}>
        <DateField label={t('practices.on')} width="s" value={on} onChange={setOn} />
        <StageLegend />
      </div>
      <MatrixGrid
        label={t('practices.matrixLabel')}
        corner={t('practices.practice')}
        rows={data.practices.map((one) => ({ id: one.id, name: one.name, detail: one.code }))}
        columns={data.places.map(({ code, name }) => ({ id: code, name: inLanguage(name, language) }))}
        cellOf={cellOf}
        onOpen={(row, column) => {
          const practice = data.practices[row];
          const place = data.places[column];
          if (practice === undefined) return;
          if (place === undefined) navigate({ name: 'practice', id: practice.id });
          else setOpen({ practiceId: practice.id, code: place.code });
        }}
      />
      {openPractice && open && (
        <StageDialog
          practice={openPractice}
          places={data.places}
          municipality={open.code}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
