import { useState, type FormEvent } from 'react';
import type { ItemView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Agenda.module.css';

const cx = classes(styles);
type Attachment = ItemView['attachments'][number];

/** The attachments of an item. Numbers run through the meeting and come by themselves. */
export function Attachments({
  meetingId,
  item,
  isReadOnly,
}: {
  meetingId: string;
  item: ItemView;
  isReadOnly: boolean;
}) {
  const t = useText();
  const [title, setTitle] = useState('');
  const add = useMutationWithFeedback(
    (name: string) => api.files.attach.mutate({ meetingId, itemId: item.id, title: name }),
    { onSuccess: () => setTitle('') },
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (title.trim() !== '' && !add.isPending) add.mutate(title.trim());
  };
  return (
    <section className={cx('attachments')} aria-labelledby={`attachments-${item.id}`}>
      <h3 id={`attachments-${item.id}`} className={cx('partTitle')}>
        {t('agenda.attachments')}
      </h3>
      {item.attachments.length === 0 && isReadOnly && (
        <p className={cx('quiet')}>{t('agenda.attachmentNone')}</p>
      )}
      <ul className={cx('files')}>
        {item.attachments.map((attachment) => (
          <li key={attachment.id} className={cx('file')}>
            <span className={cx('fileNumber')}>
              {t('agenda.attachmentNumber', { number: attachment.number })}
            </span>
            {isReadOnly ? <span>{attachment.title}</span> : <EditAttachment attachment={attachment} />}
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <form className={cx('newFile')} onSubmit={submit}>
          <TextField
            label={t('agenda.attachmentNew')}
            hideLabel
            placeholder={t('agenda.attachmentNew')}
            value={title}
            onChange={setTitle}
            maxLength={300}
          />
          <Button type="submit" icon="plus" isDisabled={title.trim() === ''} isPending={add.isPending}>
            {t('agenda.attachmentAdd')}
          </Button>
        </form>
      )}
    </section>
  );
}

function EditAttachment({ attachment }: { attachment: Attachment }) {
  const t = useText();
  const { id, number, title } = attachment;
  const [text, setText] = useState(title);
  const [seen, setSeen] = useState(title);
  if (title !== seen) {
    setSeen(title);
    setText(title);
  }
  const rename = useMutationWithFeedback((name: string) => api.files.change.mutate({ id, title: name }), {
    onError: () => setText(title),
  });
  const remove = useMutationWithFeedback(() => api.files.remove.mutate({ id }), {
    done: t('agenda.attachmentRemoved', { number }),
    undo: (removal) => api.files.restore.mutate(removal),
  });
  const save = (): void => {
    const name = text.trim();
    if (name === '') setText(title);
    else if (name !== title) rename.mutate(name);
  };
  return (
    <>
      <TextField
        label={t('agenda.attachmentTitle', { number })}
        hideLabel
        value={text}
        onChange={setText}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
          else if (event.key === 'Escape') setText(title);
          else event.continuePropagation();
        }}
        maxLength={300}
      />
      <IconButton
        icon="trash"
        label={t('agenda.attachmentRemove', { number })}
        onPress={() => remove.mutate()}
      />
    </>
  );
}
