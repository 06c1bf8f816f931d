import { useId, useState } from 'react';
import type { IdeaView } from '../../../db/model/idea.ts';
import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import type { OpenBoard } from '../../api/board.ts';
import { organisationChoices, personChoices, type Choice } from '../../api/choices.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid, FormRow } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextField.tsx';

const ANY = 'any';

/** An idea: what, who proposed it, and when it should be dealt with. */
export function IdeaDialog({
  board,
  idea,
  meetings,
  onClose,
}: {
  board: OpenBoard;
  /** Null: a new one. */
  idea: IdeaView | null;
  meetings: readonly MeetingSummary[];
  onClose: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const formId = useId();
  const choice = (one: { id: string; name: string } | null | undefined): Choice | null =>
    one ? { id: one.id, label: one.name } : null;
  const [title, setTitle] = useState(idea?.title ?? '');
  const [text, setText] = useState(idea?.text ?? '');
  const [person, setPerson] = useState(choice(idea?.proposerPerson));
  const [organisation, setOrganisation] = useState(choice(idea?.proposerOrganisation));
  const [wantedMeeting, setWantedMeeting] = useState(idea?.wantedMeetingId ?? ANY);
  const [wantedOn, setWantedOn] = useState(idea?.wantedOn ?? null);
  const [titleError, setTitleError] = useState<string | undefined>();
  const [refusal, setRefusal] = useState<string | null>(null);
  const coming = meetings
    .filter(({ state, id }) => state === 'draft' || state === 'called' || id === idea?.wantedMeetingId)
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
  const save = useMutationWithFeedback(
    async () => {
      const values = {
        title,
        text,
        proposerPersonId: person?.id ?? null,
        proposerOrganisationId: organisation?.id ?? null,
        wantedMeetingId: wantedMeeting === ANY ? null : wantedMeeting,
        wantedOn,
      };
      if (idea) await api.ideas.update.mutate({ id: idea.id, version: idea.version, values });
      else await api.ideas.create.mutate({ boardId: board.id, values });
    },
    {
      done: t(idea ? 'planning.idea.saved' : 'planning.idea.created'),
      onSuccess: onClose,
      onError: (error) => {
        setRefusal(error.message);
        return true;
      },
    },
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={t(idea ? 'planning.idea.edit' : 'planning.idea.newTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        label={t('planning.idea.newTitle')}
        onSubmit={() => {
          if (title.trim() === '') setTitleError(t('planning.idea.titleMissing'));
          else if (!save.isPending) save.mutate();
        }}
      >
        {refusal !== null && (
          <Banner tone="danger" isAlert>
            {refusal}
          </Banner>
        )}
        <TextArea
          label={t('planning.idea.title')}
          rows={2}
          isRequired
          maxLength={500}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
          autoFocus
          value={title}
          onChange={(words) => {
            setTitle(words);
            setTitleError(undefined);
          }}
          error={titleError}
        />
        <TextArea
          label={t('planning.idea.text')}
          description={t('planning.idea.textHint')}
          rows={5}
          maxLength={10_000}
          value={text}
          onChange={setText}
        />
        <FormGrid>
          <ComboBox
            label={t('planning.idea.person')}
            value={person}
            onChange={setPerson}
            load={personChoices}
          />
          <ComboBox
            label={t('planning.idea.organisation')}
            value={organisation}
            onChange={setOrganisation}
            load={organisationChoices}
          />
        </FormGrid>
        <FormRow>
          <Select
            label={t('planning.idea.wantedMeeting')}
            value={wantedMeeting}
            onChange={setWantedMeeting}
            options={[
              { id: ANY, label: t('planning.idea.wantedMeetingNone') },
              ...coming.map(({ id, label, heldOn }) => ({
                id,
                label: `${label} · ${format.date(heldOn)}`,
              })),
            ]}
          />
          <DateField label={t('planning.idea.wantedOn')} value={wantedOn} onChange={setWantedOn} />
        </FormRow>
      </Form>
    </Dialog>
  );
}
