import { useEffect, useId, useState } from 'react';
import { weekday } from '../../../db/model/dates.ts';
import { LANGUAGES, type Language } from '../../../db/model/language.ts';
import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import { noticeCheck } from '../../../db/model/notice.ts';
import { MEETING_KINDS, type MeetingKind } from '../../../db/model/meeting-kind.ts';
import { numberOfNew } from '../../../db/model/meeting-number.ts';
import { meetingNumberText } from '../../../db/model/numbering.ts';
import type { RuleProfile } from '../../../db/model/rules.ts';
import type { OpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormRow } from '../../ui/Form.tsx';
import { navigate } from '../../ui/navigation.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { planNext } from './next-meeting.ts';

type Template = Outputs['planning']['templates'][number];

interface Props {
  board: OpenBoard;
  meetings: readonly MeetingSummary[];
  onClose: () => void;
}

/** A new meeting: date, time, place and the template of its agenda. Opens the agenda when it is made. */
export function CreateMeetingDialog(props: Props) {
  const { board } = props;
  const { data: inForce } = useTopicQuery(['boards'], ['boards.rules', board.id], () =>
    api.boards.rules.query({ boardId: board.id }),
  );
  const { data: templates } = useTopicQuery(['meetings'], ['planning.templates', board.id], () =>
    api.planning.templates.query({ boardId: board.id }),
  );
  // Both are there in milliseconds; the fields begin with their final values.
  if (!inForce || !templates) return null;
  return <CreateForm {...props} rules={inForce.rules} templates={templates} />;
}

const EMPTY = 'none';

function CreateForm({
  board,
  meetings,
  onClose,
  rules,
  templates,
}: Props & { rules: RuleProfile; templates: readonly Template[] }) {
  const t = useText();
  const format = useFormat();
  const formId = useId();
  const today = todayIso();
  const [plan] = useState(() => planNext(meetings, rules, today, board.term));
  const [heldOn, setHeldOn] = useState<string | null>(plan.heldOn);
  const [plannedStart, setPlannedStart] = useState(plan.plannedStart);
  const [place, setPlace] = useState(plan.place);
  const [language, setLanguage] = useState<Language>('fi');
  const [kind, setKind] = useState<MeetingKind>('meeting');
  const fitting = fittingTemplates(templates, rules.profile, kind);
  const [chosen, setTemplate] = useState<string | null>(null);
  const template =
    chosen === EMPTY || fitting.some(({ key }) => key === chosen) ? chosen : (fitting[0]?.key ?? EMPTY);
  const [dateError, setDateError] = useState<string | undefined>();

  const label = heldOn === null ? '' : meetingNumberText(numberOfNew(meetings, heldOn, plannedStart));
  const create = useMutationWithFeedback(
    (day: string) =>
      api.meetings.create.mutate({
        boardId: board.id,
        meeting: {
          heldOn: day,
          plannedStart,
          place: kind === 'email' ? '' : place.trim(),
          language,
          diaryNumber: null,
          kind,
        },
        template: template === EMPTY ? null : template,
      }),
    {
      done: (created) => t('meetings.created', { label: created.label }),
      onSuccess: ({ id }) => {
        onClose();
        navigate({ name: 'meeting', id, part: 'agenda' });
      },
      onError: (error) => {
        const [, message] = Object.entries(error.fields).find(([path]) => path.endsWith('heldOn')) ?? [];
        setDateError(message ?? (error.code === 'TERM_MISSING' ? error.message : undefined));
        return message !== undefined || error.code === 'TERM_MISSING';
      },
    },
  );

  // Enter in a part of a date or time sends, too.
  useEffect(() => {
    const onKeyDown = ({ key, target }: KeyboardEvent): void => {
      if (key !== 'Enter' || !(target instanceof HTMLElement) || target.role !== 'spinbutton') return;
      target.closest('form')?.requestSubmit();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={label === '' ? t('meetings.new') : t('meetings.newNumbered', { label })}
      lead={t('meetings.createLead')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={create.isPending}>
            {t('common.create')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        label={t('meetings.new')}
        onSubmit={() => {
          if (heldOn === null) setDateError(t('meetings.dateMissing'));
          else if (!create.isPending) create.mutate(heldOn);
        }}
      >
        <Select
          label={t('meetings.kind')}
          value={kind}
          onChange={setKind}
          options={MEETING_KINDS.filter((id) => id !== 'email' || rules.emailDecisions !== 'not_allowed').map(
            (id) => ({ id, label: t(`meetings.kind.${id}`) }),
          )}
          description={kind === 'meeting' ? undefined : t(`meetings.kindHint.${kind}`)}
        />
        <FormRow>
          <DateField
            label={t(kind === 'email' ? 'meetings.answersDue' : 'meetings.heldOn')}
            value={heldOn}
            onChange={(value) => {
              setHeldOn(value);
              setDateError(undefined);
            }}
            error={dateError}
            isRequired
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
            autoFocus
          />
          <TimeField
            label={t(kind === 'email' ? 'meetings.answersDueAt' : 'meetings.plannedStart')}
            value={plannedStart}
            onChange={setPlannedStart}
          />
          <Select
            label={t('meetings.languageField')}
            width="s"
            value={language}
            onChange={setLanguage}
            options={LANGUAGES.map((id) => ({ id, label: t(`common.language.${id}`) }))}
          />
        </FormRow>
        {heldOn !== null && <DateNotes date={heldOn} rules={rules} today={today} format={format} />}
        {kind !== 'email' && (
          <TextField
            label={t('meetings.place')}
            value={place}
            onChange={setPlace}
            maxLength={300}
            description={t('meetings.placeHint')}
          />
        )}
        <Select
          label={t('meetings.template')}
          value={template}
          onChange={setTemplate}
          options={[
            ...fitting.map(({ key, name }) => ({ id: key, label: name })),
            { id: EMPTY, label: t('meetings.templateNone') },
          ]}
        />
      </Form>
    </Dialog>
  );
}

/** Templates of the kind of meeting: those of the board's profile, or any when it has none. */
function fittingTemplates(
  templates: readonly Template[],
  profile: RuleProfile['profile'],
  kind: MeetingKind,
): readonly Template[] {
  const ofKind = templates.filter((template) => template.kind === kind);
  const ofProfile = ofKind.filter((template) => template.profile === profile);
  return ofProfile.length > 0 ? ofProfile : ofKind;
}

/** What follows from the day: by when the notice has to go, and what is odd about it. */
function DateNotes({
  date,
  rules,
  today,
  format,
}: {
  date: string;
  rules: RuleProfile;
  today: string;
  format: ReturnType<typeof useFormat>;
}) {
  const t = useText();
  const { latest } = noticeCheck(rules, null, date, 'notice');
  if (date < today) return <Banner tone="warning">{t('meetings.past')}</Banner>;
  const isLate = latest < today;
  return (
    <Banner tone={isLate || weekday(date) > 5 ? 'warning' : 'info'}>
      {t(isLate ? 'meetings.callLate' : 'meetings.callBy', { date: format.dateWithWeekday(latest) })}
      {weekday(date) > 5 && ` ${t('meetings.weekend')}`}
    </Banner>
  );
}
