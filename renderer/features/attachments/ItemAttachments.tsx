import { useState, type FormEvent } from 'react';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { translate, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DropArea, type DroppedFiles } from '../../ui/DropArea.tsx';
import type { AttachmentsSlotProps } from '../../ui/meeting-slots.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { blobSource, useUploads } from '../../ui/uploads.ts';
import { AttachmentRow, ReadAttachment } from './AttachmentRow.tsx';
import styles from './Attachments.module.css';
import { FilePreview, type PreviewedFile } from './FilePreview.tsx';
import { attachFiles, chooseAndAttach } from './attach.ts';

const cx = classes(styles);

/** The attachments of an item. Numbers run through the meeting in the order of the agenda and come by themselves. */
export function ItemAttachments(props: AttachmentsSlotProps) {
  const { meetingId } = props;
  const { data: meeting } = useTopicQuery([`meeting:${meetingId}`], ['meetings.get', meetingId], () =>
    api.meetings.get.query({ meetingId }),
  );
  return meeting ? <Loaded {...props} meeting={meeting} /> : null;
}

function Loaded({ meeting, itemId, isAdding = false }: AttachmentsSlotProps & { meeting: MeetingView }) {
  const t = useText();
  const [previewed, setPreviewed] = useState<PreviewedFile | null>(null);
  const attachments = meeting.attachments.filter((one) => one.itemId === itemId);
  const place = { meetingId: meeting.id, itemId };
  const underWay = useUploads(({ list }) => list).filter((one) => one.place === itemId);
  const mayEdit = !meeting.locked;
  return (
    <section className={cx('attachments')} aria-labelledby={`attachments-${itemId}`}>
      <h3 id={`attachments-${itemId}`} className={cx('title')}>
        {t('attachments.title')}
      </h3>
      {attachments.length === 0 && !mayEdit && <p className={cx('quiet')}>{t('attachments.none')}</p>}
      {attachments.length > 0 && (
        <ul className={cx('list')}>
          {attachments.map((attachment) =>
            mayEdit ? (
              <AttachmentRow
                key={attachment.id}
                attachment={attachment}
                meeting={meeting}
                onPreview={setPreviewed}
              />
            ) : (
              <ReadAttachment key={attachment.id} attachment={attachment} onPreview={setPreviewed} />
            ),
          )}
        </ul>
      )}
      {underWay.map((one) => (
        <ProgressBar
          key={one.id}
          label={t('attachments.storing', { name: one.name })}
          value={one.done}
          onCancel={one.cancel}
        />
      ))}
      {mayEdit && <Adding key={String(isAdding)} place={place} isAdding={isAdding} />}
      {previewed && <FilePreview file={previewed} onClose={() => setPreviewed(null)} />}
    </section>
  );
}

/** Ways to add: choose, drop, paste, and the title of one that is only on paper. */
function Adding({ place, isAdding }: { place: { meetingId: string; itemId: string }; isAdding: boolean }) {
  const t = useText();
  const [paper, setPaper] = useState<string | null>(null);
  const add = useMutationWithFeedback((title: string) => api.files.attach.mutate({ ...place, title }), {
    onSuccess: () => setPaper(null),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const title = paper?.trim() ?? '';
    if (title !== '' && !add.isPending) add.mutate(title);
  };
  return (
    <>
      <DropArea label={t('attachments.add')} onDrop={(dropped) => takeDropped(place, dropped)}>
        <span className={cx('quiet')}>{t('attachments.drop')}</span>
        <span className={cx('spring')} />
        <Button
          size="s"
          icon="upload"
          {...{ autoFocus: isAdding }}
          onPress={() => void chooseAndAttach(place)}
        >
          {t('attachments.choose')}
        </Button>
        {paper === null && (
          <Button size="s" variant="quiet" icon="document" onPress={() => setPaper('')}>
            {t('attachments.paper')}
          </Button>
        )}
      </DropArea>
      {paper !== null && (
        <form className={cx('paper')} onSubmit={submit}>
          <TextField
            label={t('attachments.paperTitle')}
            value={paper}
            onChange={setPaper}
            maxLength={300}
            {...{ autoFocus: true }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setPaper(null);
              else event.continuePropagation();
            }}
          />
          <Button type="submit" variant="primary" isDisabled={paper.trim() === ''} isPending={add.isPending}>
            {t('common.add')}
          </Button>
          <Button onPress={() => setPaper(null)}>{t('common.cancel')}</Button>
        </form>
      )}
    </>
  );
}

/** Files are taken; a folder is told of, because nobody knows which of its files are meant. */
function takeDropped(place: { meetingId: string; itemId: string }, { files, folders }: DroppedFiles): void {
  for (const name of folders)
    showToast({ kind: 'failed', message: translate('attachments.folder', { name }) });
  void attachFiles(
    place,
    files.map((file) => blobSource(file, file.name)),
  );
}
