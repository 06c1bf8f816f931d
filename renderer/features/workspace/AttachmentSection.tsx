import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Entries, Entry, InlineForm, InlineRow, Muted, Section } from './Section.tsx';
import { useWorkspace } from './use-meeting.ts';

/** Attachments of the item; their numbers run through the meeting. */
export function AttachmentSection({ isAdding, onAdded }: { isAdding: boolean; onAdded: () => void }) {
  const { view, item, act } = useWorkspace();
  const t = useText();
  const [editing, setEditing] = useState<string | null>(null);
  if (!isAdding && item.attachments.length === 0) return null;
  return (
    <Section title={t('workspace.attachments')}>
      {item.attachments.length > 0 && (
        <Entries>
          {item.attachments.map(({ id, number, title }) =>
            editing === id ? (
              <li key={id}>
                <TitleForm
                  label={t('workspace.attachment.rename', { number })}
                  initial={title}
                  onSave={async (next) =>
                    (await act(() => api.files.change.mutate({ id, title: next }).then(() => true))) === true
                  }
                  onClose={() => setEditing(null)}
                />
              </li>
            ) : (
              <Entry
                key={id}
                actions={
                  !view.locked && (
                    <>
                      <IconButton
                        icon="edit"
                        size="s"
                        label={t('workspace.attachment.rename', { number })}
                        onPress={() => setEditing(id)}
                      />
                      <IconButton
                        icon="trash"
                        size="s"
                        label={t('workspace.attachment.remove', { number })}
                        onPress={() => void act(() => api.files.remove.mutate({ id }))}
                      />
                    </>
                  )
                }
              >
                <Muted>{t('workspace.attachment.number', { number })}</Muted> {title}
              </Entry>
            ),
          )}
        </Entries>
      )}
      {isAdding && (
        <TitleForm
          label={t('workspace.attachment.add')}
          initial=""
          onSave={async (title) =>
            (await act(() => api.files.attach.mutate({ meetingId: view.id, itemId: item.id, title }))) !==
            null
          }
          onClose={onAdded}
        />
      )}
    </Section>
  );
}

function TitleForm({
  label,
  initial,
  onSave,
  onClose,
}: {
  label: string;
  initial: string;
  onSave: (title: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const t = useText();
  const [title, setTitle] = useState(initial);
  const save = async (): Promise<void> => {
    if (title.trim() !== '' && (await onSave(title.trim()))) onClose();
  };
  return (
    <InlineForm label={label}>
      <TextField
        label={t('workspace.attachment.title')}
        value={title}
        onChange={setTitle}
        {...{ autoFocus: true }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save();
        }}
      />
      <InlineRow>
        <Button variant="primary" isDisabled={title.trim() === ''} onPress={() => void save()}>
          {t('common.save')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </InlineRow>
    </InlineForm>
  );
}
