import { useCallback, useState } from 'react';
import { barChart } from '../../../db/model/chart-bar.ts';
import type { ChartLook } from '../../../db/model/chart.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { api, type Inputs } from '../../api/client.ts';
import { useFormWrite, useMutationWithFeedback } from '../../api/mutations.ts';
import { useMunicipalities } from '../../api/register-lists.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ChartView } from '../../ui/ChartView.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormRow } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from '../../ui/Parts.module.css';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import type { ActionCard } from './VolunteerActionScreen.tsx';

const cx = classes(styles);
type Event = ActionCard['events'][number];
type Values = Inputs['volunteerActions']['saveEvent']['values'];

/** What has been held, with counts: how many came, how many volunteers, how many hours. */
export function EventsPanel({ action }: { action: ActionCard }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [editing, setEditing] = useState<Event | 'new' | null>(null);
  const remove = useMutationWithFeedback(
    ({ id }: Event) => api.volunteerActions.removePart.mutate({ part: 'volunteer_action_event', id }),
    {
      done: t('volunteering.eventRemoved'),
      undo: (_, event) =>
        api.volunteerActions.saveEvent.mutate({ id: null, actionId: action.id, values: valuesOf(event) }),
    },
  );
  const create = (
    <Button icon="plus" onPress={() => setEditing('new')}>
      {t('volunteering.eventNew')}
    </Button>
  );
  const figure = (value: number | null): string =>
    value === null ? '–' : format.number(value, Number.isInteger(value) ? 0 : 1);
  const { totals } = action;
  return (
    <div className={cx('stack')}>
      {action.events.length === 0 ? (
        <Panel>
          <EmptyState title={t('volunteering.eventsNone')} actions={create}>
            {t('volunteering.countsHint')}
          </EmptyState>
        </Panel>
      ) : (
        <Panel title={t('volunteering.events')} actions={create}>
          <div className={cx('scroll')}>
            <table className={cx('table')}>
              <thead>
                <tr>
                  <th scope="col">{t('volunteering.heldOn')}</th>
                  <th scope="col">{t('volunteering.eventTitle')}</th>
                  <th scope="col">{t('volunteering.municipality')}</th>
                  <th scope="col" className={cx('figure')}>
                    {t('volunteering.participants')}
                  </th>
                  <th scope="col" className={cx('figure')}>
                    {t('volunteering.volunteers')}
                  </th>
                  <th scope="col" className={cx('figure')}>
                    {t('volunteering.hours')}
                  </th>
                  <td>&nbsp;</td>
                </tr>
              </thead>
              <tbody>
                {action.events.map((event) => (
                  <tr key={event.id}>
                    <td>{format.date(event.heldOn)}</td>
                    <th scope="row">
                      {event.title}
                      {event.note !== '' && <div className={cx('detail')}>{event.note}</div>}
                    </th>
                    <td>{event.municipalityName ? inLanguage(event.municipalityName, language) : '–'}</td>
                    <td className={cx('figure')}>{figure(event.participants)}</td>
                    <td className={cx('figure')}>{figure(event.volunteers)}</td>
                    <td className={cx('figure')}>{figure(event.hours)}</td>
                    <td className={cx('figure')}>
                      <IconButton
                        icon="edit"
                        size="s"
                        label={`${t('common.edit')}: ${event.title}`}
                        onPress={() => setEditing(event)}
                      />
                      <IconButton
                        icon="trash"
                        size="s"
                        label={t('volunteering.removeEntry', { name: event.title })}
                        onPress={() => remove.mutate(event)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={3}>
                    {t('volunteering.totals', { count: totals.events })}
                  </th>
                  <td className={cx('figure')}>{format.number(totals.participants)}</td>
                  <td className={cx('figure')}>{format.number(totals.volunteers)}</td>
                  <td className={cx('figure')}>{figure(totals.hours)}</td>
                  <td>&nbsp;</td>
                </tr>
              </tfoot>
            </table>
          </div>
          {totals.uncounted > 0 && (
            <p className={cx('none')}>{t('volunteering.uncounted', { count: totals.uncounted })}</p>
          )}
        </Panel>
      )}
      {action.events.length > 1 && <EventsChart action={action} />}
      {editing !== null && (
        <EventDialog
          action={action}
          event={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

/** How many came to each event, in the order of time. */
function EventsChart({ action }: { action: ActionCard }) {
  const t = useText();
  const format = useFormat();
  const compose = useCallback(
    (look: ChartLook) =>
      barChart(
        {
          title: t('volunteering.eventsChart'),
          description: t('volunteering.totals', { count: action.totals.events }),
          unit: '',
          decimals: 0,
          bars: action.events.toReversed().map(({ title, heldOn, participants }) => ({
            name: `${title}, ${format.date(heldOn)}`,
            value: participants,
          })),
          words: {
            name: t('volunteering.eventTitle'),
            value: t('volunteering.participants'),
            missing: t('volunteering.notCounted'),
          },
        },
        look,
      ),
    [action, t, format],
  );
  return (
    <Panel title={t('volunteering.eventsChart')}>
      <ChartView compose={compose} />
    </Panel>
  );
}

function valuesOf({ heldOn, title, municipality, participants, volunteers, hours, note }: Event): Values {
  return { heldOn, title, municipality, participants, volunteers, hours, note };
}

function EventDialog({
  action,
  event,
  onClose,
}: {
  action: ActionCard;
  event: Event | null;
  onClose: () => void;
}) {
  const t = useText();
  const places = useMunicipalities();
  const [values, setValues] = useState<Values>(() =>
    event
      ? valuesOf(event)
      : { heldOn: todayIso(), title: '', municipality: action.municipalities[0]?.code ?? null },
  );
  const change = (part: Partial<Values>): void => setValues((now) => ({ ...now, ...part }));
  const save = useFormWrite(
    () => api.volunteerActions.saveEvent.mutate({ id: event?.id ?? null, actionId: action.id, values }),
    {
      done: t('volunteering.eventSaved'),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t(event ? 'volunteering.eventEdit' : 'volunteering.eventNew')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('volunteering.eventTitle')}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
        autoFocus
        value={values.title}
        onChange={(title) => change({ title })}
        error={fieldError(refusal, 'title')}
      />
      <FormRow>
        <DateField
          label={t('volunteering.heldOn')}
          width="s"
          isRequired
          value={values.heldOn === '' ? null : values.heldOn}
          onChange={(heldOn) => change({ heldOn: heldOn ?? '' })}
          error={fieldError(refusal, 'heldOn')}
        />
        <ComboBox
          label={t('volunteering.municipality')}
          width="m"
          value={places.byCode(values.municipality)}
          onChange={(option) => change({ municipality: option?.id ?? null })}
          load={places.find}
        />
      </FormRow>
      <FormRow>
        <NumberField
          label={t('volunteering.participants')}
          value={values.participants ?? null}
          onChange={(participants) => change({ participants })}
          error={fieldError(refusal, 'participants')}
        />
        <NumberField
          label={t('volunteering.volunteers')}
          value={values.volunteers ?? null}
          onChange={(volunteers) => change({ volunteers })}
          error={fieldError(refusal, 'volunteers')}
        />
        <NumberField
          label={t('volunteering.hours')}
          value={values.hours ?? null}
          onChange={(hours) => change({ hours })}
          error={fieldError(refusal, 'hours')}
        />
      </FormRow>
      <p className={cx('detail')}>{t('volunteering.countsHint')}</p>
      <TextArea
        label={t('volunteering.note')}
        rows={2}
        value={values.note ?? ''}
        onChange={(note) => change({ note })}
      />
    </PartDialog>
  );
}
