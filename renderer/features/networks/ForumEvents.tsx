import { useState } from 'react';
import { FORUM_EVENT_KINDS, type ForumEventKind } from '../../../db/model/community-forum.ts';
import { api } from '../../api/client.ts';
import { useFormWrite, useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { fieldError, PartDialog } from '../../ui/PartDialog.tsx';
import parts from '../../ui/Parts.module.css';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import type { ForumCard } from './forum-parts.tsx';

const cx = classes(parts);
type Event = ForumCard['events'][number];

/** Meetings and events of a forum: counts, never persons. */
export function ForumEvents({ forum }: { forum: ForumCard }) {
  const t = useText();
  const format = useFormat();
  const [editing, setEditing] = useState<Event | 'new' | null>(null);
  const remove = useMutationWithFeedback((id: string) => api.forums.removeEvent.mutate({ id }), {
    done: t('forums.eventRemoved'),
    undo: (removal) => api.forums.restoreEvent.mutate(removal),
  });
  const { meetings, occasions, participants, uncounted } = forum.total;
  return (
    <Panel
      title={t('forums.events')}
      actions={
        <Button size="s" icon="plus" onPress={() => setEditing('new')}>
          {t('forums.eventNew')}
        </Button>
      }
    >
      {forum.events.length === 0 ? (
        <p className={cx('none')}>{t('forums.eventsNone')}</p>
      ) : (
        <>
          <p className={cx('none')}>
            {t('forums.total', {
              meetings: format.number(meetings),
              occasions: format.number(occasions),
              participants: format.number(participants),
            })}
            {uncounted > 0 && ` ${t('forums.uncounted', { count: uncounted })}.`}
          </p>
          <ul className={cx('list')}>
            {forum.events.map((event) => (
              <li key={event.id} className={cx('entry')}>
                <div className={cx('words')}>
                  <span className={cx('main')}>{event.title}</span>
                  <span className={cx('detail')}>
                    {[
                      format.date(event.heldOn),
                      t(`forums.kind.${event.kind}`),
                      event.participants === null
                        ? ''
                        : t('forums.participants', { count: event.participants }),
                      event.organisations === null
                        ? ''
                        : t('forums.fromOrganisations', { count: event.organisations }),
                      event.note,
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </div>
                <IconButton
                  icon="edit"
                  size="s"
                  label={`${t('forums.eventEdit')}: ${event.title}`}
                  onPress={() => setEditing(event)}
                />
                <IconButton
                  icon="trash"
                  size="s"
                  label={t('forums.eventRemove', { name: event.title })}
                  onPress={() => remove.mutate(event.id)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {editing !== null && (
        <EventDialog
          forumId={forum.id}
          event={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

function EventDialog({
  forumId,
  event,
  onClose,
}: {
  forumId: string;
  event: Event | null;
  onClose: () => void;
}) {
  const t = useText();
  const [title, setTitle] = useState(event?.title ?? '');
  const [heldOn, setHeldOn] = useState<string | null>(event?.heldOn ?? todayIso());
  const [kind, setKind] = useState<ForumEventKind>(event?.kind ?? 'meeting');
  const [participants, setParticipants] = useState<number | null>(event?.participants ?? null);
  const [organisations, setOrganisations] = useState<number | null>(event?.organisations ?? null);
  const [note, setNote] = useState(event?.note ?? '');
  const save = useFormWrite(
    () =>
      api.forums.saveEvent.mutate({
        id: event?.id ?? null,
        forumId,
        values: { title, heldOn: heldOn ?? '', kind, participants, organisations, note },
      }),
    {
      done: t('forums.eventSaved'),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t(event ? 'forums.eventEdit' : 'forums.eventNew')}
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('forums.eventTitle')}
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
        autoFocus
        value={title}
        onChange={setTitle}
        error={fieldError(refusal, 'title')}
      />
      <FormRow>
        <DateField
          label={t('common.date')}
          width="s"
          isRequired
          value={heldOn}
          onChange={setHeldOn}
          error={fieldError(refusal, 'heldOn')}
        />
        <Select
          label={t('forums.kind')}
          width="s"
          value={kind}
          onChange={setKind}
          options={FORUM_EVENT_KINDS.map((id) => ({ id, label: t(`forums.kind.${id}`) }))}
        />
      </FormRow>
      <FormRow>
        <NumberField
          label={t('forums.participantCount')}
          description={t('forums.countHint')}
          minValue={0}
          value={participants}
          onChange={setParticipants}
          error={fieldError(refusal, 'participants')}
        />
        <NumberField
          label={t('forums.organisationCount')}
          minValue={0}
          value={organisations}
          onChange={setOrganisations}
          error={fieldError(refusal, 'organisations')}
        />
      </FormRow>
      <TextArea label={t('forums.note')} rows={2} value={note} onChange={setNote} />
    </PartDialog>
  );
}
