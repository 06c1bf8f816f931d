import { useId, useMemo, useState } from 'react';
import { addDays, weekdayName } from '../../../db/model/dates.ts';
import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import {
  ON_HOLIDAY,
  SERIES_UNITS,
  seriesDates,
  WEEKS,
  type OnHoliday,
  type SeriesUnit,
  type Week,
} from '../../../db/model/meeting-series.ts';
import type { OpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid, FormRow } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import styles from './Planning.module.css';
import {
  addedKey,
  draftSeries,
  notesOf,
  type Corrections,
  type DayNote,
  type DraftMeeting,
} from './series-draft.ts';

const cx = classes(styles);
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const JULY = 7;
const TUESDAY = 2;
const A_MONDAY = '2026-01-05';

/** Plans the meetings of a year or a term at once: a rule, the list that it gives, and corrections to it. */
export function SeriesDialog({
  board,
  meetings,
  onClose,
}: {
  board: OpenBoard;
  meetings: readonly MeetingSummary[];
  onClose: () => void;
}) {
  const t = useText();
  const formId = useId();
  const [rule, setRule] = useState(() => firstRule(board, meetings));
  const [corrections, setCorrections] = useState<Corrections>({});
  const [problem, setProblem] = useState<string | null>(null);
  const drafts = useMemo(() => draftsOf(rule, corrections), [rule, corrections]);
  const correct = (key: string, change: Corrections[string]): void => {
    setProblem(null);
    setCorrections((now) => ({ ...now, [key]: { ...now[key], ...change } }));
  };
  const create = useMutationWithFeedback(
    (list: readonly DraftMeeting[]) =>
      api.planning.series.mutate({
        boardId: board.id,
        meetings: list.flatMap(({ heldOn, plannedStart, place }) =>
          heldOn === null ? [] : [{ heldOn, plannedStart, place: place.trim() }],
        ),
      }),
    {
      done: ({ ids }) => t('planning.seriesCreated', { count: ids.length }),
      undo: async ({ ids }) => {
        for (const meetingId of ids) await api.meetings.remove.mutate({ meetingId });
      },
      onSuccess: onClose,
      onError: (error) => {
        setProblem(Object.values(error.fields)[0] ?? error.message);
        return true;
      },
    },
  );
  const submit = (): void => {
    if (drafts.length === 0) setProblem(t('planning.seriesNone'));
    else if (drafts.some(({ heldOn }) => heldOn === null)) setProblem(t('planning.seriesIncomplete'));
    else if (!create.isPending) create.mutate(drafts);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={t('planning.seriesTitle')}
      lead={t('planning.seriesLead')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={create.isPending}>
            {t('planning.seriesCreate', { count: drafts.length })}
          </Button>
        </>
      }
    >
      <Form id={formId} label={t('planning.seriesTitle')} onSubmit={submit}>
        <RuleFields rule={rule} onChange={(change) => setRule((now) => ({ ...now, ...change }))} />
        <div className={cx('rule')}>
          <h3 className={cx('heading')}>{t('planning.seriesList', { count: drafts.length })}</h3>
          {drafts.length === 0 && <Banner tone="info">{t('planning.seriesNone')}</Banner>}
          <ol className={cx('draftList')}>
            {drafts.map((draft, index) => (
              <DraftRow
                key={draft.key}
                draft={draft}
                n={index + 1}
                notes={notesOf(
                  draft,
                  [
                    ...meetings.filter(({ state }) => state !== 'cancelled').map(({ heldOn }) => heldOn),
                    ...drafts.slice(0, index).map(({ heldOn }) => heldOn),
                  ],
                  board.term,
                )}
                onChange={(change) => correct(draft.key, change)}
              />
            ))}
          </ol>
          <Button
            icon="plus"
            onPress={() => correct(addedKey(Object.keys(corrections).length), { heldOn: null })}
          >
            {t('planning.seriesAdd')}
          </Button>
        </div>
        {problem !== null && (
          <Banner tone="danger" isAlert>
            {problem}
          </Banner>
        )}
      </Form>
    </Dialog>
  );
}

interface Rule {
  from: string | null;
  to: string | null;
  unit: SeriesUnit;
  every: number | null;
  week: Week;
  weekday: number;
  skipMonths: readonly number[];
  onHoliday: OnHoliday;
  plannedStart: string | null;
  place: string;
}

/** From today, or after the last meeting that is planned, to the end of that year, within the term. */
function firstRule(board: OpenBoard, meetings: readonly MeetingSummary[]): Rule {
  const today = todayIso();
  const last = meetings
    .filter(({ state }) => state !== 'cancelled')
    .reduce<MeetingSummary | null>(
      (found, one) => (found === null || one.heldOn > found.heldOn ? one : found),
      null,
    );
  const year = Number((last !== null && last.heldOn > today ? last.heldOn : today).slice(0, 4));
  const isLate = (last?.heldOn ?? today) > `${year}-09-30`;
  const from = isLate ? `${year + 1}-01-01` : last !== null && last.heldOn > today ? last.heldOn : today;
  const end = `${from.slice(0, 4)}-12-31`;
  return {
    from,
    to: board.term !== null && board.term.endsOn < end && board.term.endsOn > from ? board.term.endsOn : end,
    unit: 'months',
    every: 2,
    week: '3',
    weekday: TUESDAY,
    skipMonths: [JULY],
    onHoliday: 'next_week',
    plannedStart: last?.plannedStart ?? '13:00',
    place: last?.place ?? '',
  };
}

function draftsOf(rule: Rule, corrections: Corrections): DraftMeeting[] {
  const { from, to, every } = rule;
  const dates =
    from === null || to === null || every === null || every < 1
      ? []
      : seriesDates({ ...rule, from, to, every });
  return draftSeries(dates, corrections, { plannedStart: rule.plannedStart, place: rule.place });
}

function RuleFields({ rule, onChange }: { rule: Rule; onChange: (change: Partial<Rule>) => void }) {
  const t = useText();
  const language = useLanguage();
  const monthName = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-FI`, {
    month: 'long',
  });
  return (
    <div role="group" aria-label={t('planning.seriesRule')} className={cx('rule')}>
      <FormRow>
        <DateField label={t('planning.from')} value={rule.from} onChange={(from) => onChange({ from })} />
        <DateField label={t('planning.to')} value={rule.to} onChange={(to) => onChange({ to })} />
      </FormRow>
      <FormRow>
        <Select
          label={t('planning.unit')}
          width="s"
          value={rule.unit}
          onChange={(unit) => onChange({ unit })}
          options={SERIES_UNITS.map((id) => ({ id, label: t(`planning.unit.${id}`) }))}
        />
        <NumberField
          label={t(rule.unit === 'weeks' ? 'planning.everyWeeks' : 'planning.everyMonths')}
          description={t(rule.unit === 'weeks' ? 'planning.everyWeeksHint' : 'planning.everyMonthsHint')}
          value={rule.every}
          onChange={(every) => onChange({ every })}
          minValue={1}
          maxValue={rule.unit === 'weeks' ? 52 : 12}
        />
      </FormRow>
      <FormRow>
        {rule.unit === 'months' && (
          <Select
            label={t('planning.week')}
            width="s"
            value={rule.week}
            onChange={(week) => onChange({ week })}
            options={WEEKS.map((id) => ({ id, label: t(`planning.week.${id}`) }))}
          />
        )}
        <Select
          label={t('planning.weekday')}
          width="s"
          value={String(rule.weekday)}
          onChange={(day) => onChange({ weekday: Number(day) })}
          options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
            id: String(day),
            label: weekdayName(addDays(A_MONDAY, day - 1), language),
          }))}
        />
        <TimeField
          label={t('planning.start')}
          value={rule.plannedStart}
          onChange={(plannedStart) => onChange({ plannedStart })}
        />
      </FormRow>
      <FormGrid>
        <TextField
          label={t('planning.place')}
          value={rule.place}
          onChange={(place) => onChange({ place })}
          maxLength={300}
        />
        <Select
          label={t('planning.onHoliday')}
          value={rule.onHoliday}
          onChange={(onHoliday) => onChange({ onHoliday })}
          options={ON_HOLIDAY.map((id) => ({ id, label: t(`planning.onHoliday.${id}`) }))}
        />
      </FormGrid>
      <fieldset className={cx('months')}>
        <legend>{t('planning.skipMonths')}</legend>
        {MONTHS.map((month) => (
          <Checkbox
            key={month}
            isSelected={rule.skipMonths.includes(month)}
            onChange={(isOn) =>
              onChange({
                skipMonths: isOn
                  ? [...rule.skipMonths, month]
                  : rule.skipMonths.filter((other) => other !== month),
              })
            }
          >
            {monthName.format(new Date(2026, month - 1, 15))}
          </Checkbox>
        ))}
      </fieldset>
    </div>
  );
}

function DraftRow({
  draft,
  n,
  notes,
  onChange,
}: {
  draft: DraftMeeting;
  n: number;
  notes: readonly DayNote[];
  onChange: (change: Corrections[string]) => void;
}) {
  const t = useText();
  const format = useFormat();
  const say = (note: DayNote): string =>
    note.kind === 'moved'
      ? t('planning.note.holiday', { holiday: t(`planning.holiday.${note.holiday}`) })
      : note.kind === 'onHoliday'
        ? t('planning.note.onHoliday', { holiday: t(`planning.holiday.${note.holiday}`) })
        : t(`planning.note.${note.kind}`);
  return (
    <li className={cx('draft')}>
      <DateField
        label={t('planning.seriesDate', { n })}
        hideLabel
        value={draft.heldOn}
        onChange={(heldOn) => onChange({ heldOn })}
      />
      <TimeField
        label={t('planning.seriesTime', { n })}
        hideLabel
        value={draft.plannedStart}
        onChange={(plannedStart) => onChange({ plannedStart })}
      />
      <TextField
        label={t('planning.seriesPlace', { n })}
        hideLabel
        value={draft.place}
        onChange={(place) => onChange({ place })}
        maxLength={300}
      />
      <IconButton
        icon="trash"
        label={t('planning.seriesRemove', { n })}
        onPress={() => onChange({ isLeftOut: true })}
      />
      {draft.heldOn !== null && (
        <span className={cx('notes', notes.length > 0 && 'odd')}>
          {[format.dateWithWeekday(draft.heldOn), ...notes.map(say)].join(' · ')}
        </span>
      )}
    </li>
  );
}
