import { useImperativeHandle, type ReactNode, type Ref } from 'react';
import { checkDiaryNumber } from '../../../db/model/identifiers.ts';
import { LANGUAGES } from '../../../db/model/language.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { noticeCheck, type NoticeKind } from '../../../db/model/notice.ts';
import { api } from '../../api/client.ts';
import { personChoices } from '../../api/choices.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Fact, Facts, Form, FormActions, FormGrid, FormRow, FormSection } from '../../ui/Form.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useRoute } from '../../ui/navigation.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import styles from './Agenda.module.css';
import { noticeWord, type Plan, type PlanField } from './plan.ts';
import { usePlan, type PlanForm } from './use-plan.ts';

const cx = classes(styles);

export interface PlanHandle {
  /** Saves what was changed; false when that did not go. */
  leave: () => Promise<boolean>;
}

/** Date, place, people, and when the call and the agenda went out, checked against the rules while one types. */
export function MeetingPlan({ meeting, ref }: { meeting: MeetingView; ref: Ref<PlanHandle> }) {
  const t = useText();
  const form = usePlan(meeting);
  const { plan, change, isDirty, isSaving, dateError, save } = form;
  useImperativeHandle(ref, () => ({ leave: save }));
  const isByEmail = meeting.kind === 'email';
  const isOdd = plan.diaryNumber.trim() !== '' && checkDiaryNumber(plan.diaryNumber).warning !== null;

  return (
    <section className={cx('pane')} aria-label={t('agenda.plan')}>
      <Form label={t('agenda.plan')} onSubmit={() => void save()}>
        <FormSection title={t('agenda.plan.time')}>
          <FormGrid columns={1}>
            <FormRow>
              <DateField
                label={t(isByEmail ? 'meetings.answersDue' : 'agenda.heldOn')}
                value={plan.heldOn}
                onChange={(heldOn) => change({ heldOn })}
                error={dateError}
                isRequired
              />
              <TimeField
                label={t(isByEmail ? 'meetings.answersDueAt' : 'agenda.plannedStart')}
                value={plan.plannedStart}
                onChange={(plannedStart) => change({ plannedStart })}
              />
            </FormRow>
            {!isByEmail && (
              <TextField
                label={t('agenda.place')}
                value={plan.place}
                onChange={(place) => change({ place })}
                maxLength={300}
              />
            )}
          </FormGrid>
        </FormSection>
        <FormSection title={t('agenda.plan.call')}>
          <div className={cx('notices')}>
            <Sent meeting={meeting} form={form} kind="notice" />
            <Sent meeting={meeting} form={form} kind="agenda" />
            {meeting.state === 'draft' && <MarkSent meeting={meeting} form={form} />}
          </div>
        </FormSection>
        <FormSection title={t('agenda.plan.people')}>
          <FormGrid>
            {(['chair', 'secretary', 'presenter'] as const).map((office) => (
              <ComboBox
                key={office}
                label={t(`agenda.${office}`)}
                value={plan[office]}
                onChange={(person) => change({ [office]: person })}
                load={personChoices}
              />
            ))}
            {meeting.kind === 'organising' && (
              <ComboBox
                label={t('agenda.opener')}
                description={t('planning.opener.hint')}
                value={plan.opener}
                onChange={(opener) => change({ opener })}
                load={personChoices}
              />
            )}
          </FormGrid>
        </FormSection>
        <FormSection title={t('agenda.plan.record')}>
          <FormGrid>
            <TextField
              label={t('agenda.diaryNumber')}
              value={plan.diaryNumber}
              onChange={(diaryNumber) => change({ diaryNumber })}
              maxLength={60}
              description={isOdd ? t('agenda.diaryNumberForm') : undefined}
            />
            <Select
              label={t('agenda.language')}
              value={plan.language}
              onChange={(language) => change({ language })}
              options={LANGUAGES.map((id) => ({ id, label: t(`common.language.${id}`) }))}
            />
          </FormGrid>
        </FormSection>
        <Trouble form={form} />
        <FormActions>
          <Button variant="primary" type="submit" isDisabled={!isDirty} isPending={isSaving}>
            {t('common.save')}
          </Button>
          {isDirty && (
            <Button variant="quiet" onPress={form.reload}>
              {t('common.cancel')}
            </Button>
          )}
        </FormActions>
      </Form>
    </section>
  );
}

const FIELDS = { notice: 'callSentOn', agenda: 'agendaSentOn' } as const;

/** Why the details are not saved, beside the button that was to save them. */
function Trouble({ form }: { form: PlanForm }) {
  const t = useText();
  const format = useFormat();
  const { error, clashes, theirs, plan, save, reload } = form;
  const word = (of: Plan, field: PlanField): string => {
    const value = of[field];
    if (value === null || value === '') return t('agenda.conflict.empty');
    if (typeof value !== 'string') return value.label;
    return field === 'place' || field === 'diaryNumber'
      ? value
      : field === 'language'
        ? t(`common.language.${of.language}`)
        : field === 'plannedStart'
          ? format.time(value)
          : format.date(value);
  };
  if (clashes.length > 0)
    return (
      <Banner
        tone="warning"
        isAlert
        title={t('agenda.conflict.plan')}
        actions={
          <>
            <Button size="s" onPress={() => void save()}>
              {t('agenda.conflict.keepMine')}
            </Button>
            <Button size="s" onPress={reload}>
              {t('agenda.conflict.keepTheirs')}
            </Button>
          </>
        }
      >
        <ul>
          {clashes.map((field) => (
            <li key={field}>
              {t('agenda.conflict.values', {
                field: t(`agenda.${field}`),
                mine: word(plan, field),
                theirs: word(theirs, field),
              })}
            </li>
          ))}
        </ul>
      </Banner>
    );
  return (
    error && (
      <Banner tone="danger" isAlert>
        {error.message}
      </Banner>
    )
  );
}

/** The details of a meeting that can no longer change. */
export function ReadPlan({ meeting }: { meeting: MeetingView }) {
  const t = useText();
  const format = useFormat();
  const { plannedStart, place, diaryNumber, language, callSentOn, agendaSentOn } = meeting;
  return (
    <section className={cx('pane')} aria-label={t('agenda.plan')}>
      <h2 className={cx('readTitle')}>{t('agenda.plan')}</h2>
      <Facts>
        <Fact name={t('agenda.heldOn')}>{format.dateWithWeekday(meeting.heldOn)}</Fact>
        <Fact name={t('agenda.plannedStart')}>{format.time(plannedStart)}</Fact>
        <Fact name={t('agenda.place')}>{place || '–'}</Fact>
        <Fact name={t('agenda.callSentOn')}>
          {format.date(callSentOn)}
          <NoticeLine meeting={meeting} heldOn={meeting.heldOn} sentOn={callSentOn} kind="notice" />
        </Fact>
        <Fact name={t('agenda.agendaSentOn')}>
          {format.date(agendaSentOn)}
          {meeting.agendaSupplementedOn !== null &&
            ` (${t('agenda.supplemented', { date: format.date(meeting.agendaSupplementedOn) })})`}
          <NoticeLine
            meeting={meeting}
            heldOn={meeting.heldOn}
            sentOn={meeting.agendaSupplementedOn ?? agendaSentOn}
            kind="agenda"
          />
        </Fact>
        {(['chair', 'secretary', 'presenter'] as const).map((office) => (
          <Fact key={office} name={t(`agenda.${office}`)}>
            {meeting[office]?.name ?? '–'}
          </Fact>
        ))}
        {diaryNumber !== null && <Fact name={t('agenda.diaryNumber')}>{diaryNumber}</Fact>}
        <Fact name={t('agenda.language')}>{t(`common.language.${language}`)}</Fact>
      </Facts>
    </section>
  );
}

/** The day of sending, with what the rule says of it beside it. */
function Sent({ meeting, form, kind }: { meeting: MeetingView; form: PlanForm; kind: NoticeKind }) {
  const t = useText();
  const field = FIELDS[kind];
  const { plan, change } = form;
  const route = useRoute();
  const isWanted = route.name === 'meeting' && route.field === field;
  return (
    <div className={cx('callRow')}>
      <DateField
        // Whoever was sent here for this field finds himself in it.
        key={String(isWanted)}
        {...{ autoFocus: isWanted }}
        label={t(`agenda.${field}`)}
        value={plan[field]}
        onChange={(day) => change({ [field]: day })}
      />
      {plan.heldOn !== null && (
        <NoticeLine meeting={meeting} heldOn={plan.heldOn} sentOn={plan[field]} kind={kind} />
      )}
    </div>
  );
}

function NoticeLine({
  meeting,
  heldOn,
  sentOn,
  kind,
}: {
  meeting: MeetingView;
  heldOn: string;
  sentOn: string | null;
  kind: NoticeKind;
}): ReactNode {
  const t = useText();
  const format = useFormat();
  const check = noticeCheck(meeting.rules, sentOn, heldOn, kind);
  const word = noticeWord(check, todayIso());
  const isOk = word === 'ok';
  const isCalm = isOk || word === 'notSent';
  return (
    <p className={cx('check', isOk && 'ok', !isCalm && 'late')} role="status">
      <Icon name={isOk ? 'done' : isCalm ? 'clock' : 'warning'} size={16} />
      <span>
        {word === 'ok' || word === 'late'
          ? t(`agenda.notice.${word}`, { days: check.days ?? 0, required: check.required })
          : word === 'after'
            ? t('agenda.notice.after')
            : t(`agenda.notice.${word}`, { date: format.dateWithWeekday(check.latest) })}
      </span>
    </p>
  );
}

/** The call has gone: the meeting is called. The days are those of the fields, the call today when it has none. */
function MarkSent({ meeting, form }: { meeting: MeetingView; form: PlanForm }) {
  const t = useText();
  const format = useFormat();
  const { plan, save } = form;
  const hasItems = meeting.items.length > 0;
  const callSentOn = plan.callSentOn ?? todayIso();
  const mark = useMutationWithFeedback(
    () =>
      api.meetings.recordCall.mutate({
        meetingId: meeting.id,
        callSentOn,
        agendaSentOn: plan.agendaSentOn,
      }),
    { done: t('agenda.markedSent', { date: format.date(callSentOn) }) },
  );
  return (
    <div>
      <Button
        icon="mail"
        isDisabled={!hasItems}
        isPending={mark.isPending}
        onPress={() => {
          void save().then((isSaved) => {
            if (isSaved) mark.mutate();
          });
        }}
      >
        {t('agenda.markSent')}
      </Button>
      {!hasItems && <p className={cx('quiet')}>{t('agenda.markNeedsItems')}</p>}
    </div>
  );
}
