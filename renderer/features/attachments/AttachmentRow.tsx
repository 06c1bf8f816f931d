import { useState } from 'react';
import { mayOpenInSystem, previewKind } from '../../../db/model/media-type.ts';
import type { AttachmentView, MeetingView } from '../../../db/model/meeting-view.ts';
import { bridge } from '../../api/bridge.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Attachments.module.css';
import { openInSystem, saveCopy } from './copies.ts';
import type { PreviewedFile } from './FilePreview.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { chosenSource, takeFiles } from '../../ui/uploads.ts';

const cx = classes(styles);
type Attachment = MeetingView['attachments'][number];

/** An attachment that may be changed: number, title, file, and a menu of the rest. */
export function AttachmentRow({
  attachment,
  meeting,
  onPreview,
}: {
  attachment: Attachment;
  meeting: MeetingView;
  onPreview: (file: PreviewedFile) => void;
}) {
  const t = useText();
  const { id, number, title } = attachment;
  const [text, setText] = useState(title);
  const [seen, setSeen] = useState(title);
  const [isMoving, setMoving] = useState(false);
  if (title !== seen) {
    setSeen(title);
    setText(title);
  }
  const rename = useMutationWithFeedback((name: string) => api.files.change.mutate({ id, title: name }), {
    onError: () => setText(title),
  });
  const remove = useMutationWithFeedback(() => api.files.remove.mutate({ id }), {
    done: t('attachments.removed', { number }),
    undo: (removal) => api.files.restore.mutate(removal),
  });
  const save = (): void => {
    const name = text.trim();
    if (name === '') setText(title);
    else if (name !== title) rename.mutate(name);
  };
  const replace = async (): Promise<void> => {
    const file = await bridge().native.chooseOpenFile('any');
    if (file === null) return;
    await takeFiles(attachment.itemId ?? meeting.id, [chosenSource(file)], ({ sha256, name }) =>
      api.files.change.mutate({ id, file: { sha256, name } }),
    );
  };
  const entries: MenuEntry[] = [
    ...fileEntries(attachment, t, onPreview),
    {
      id: 'replace',
      label: attachment.file === null ? t('attachments.addFile') : t('attachments.replace'),
      icon: 'refresh',
      run: () => void replace(),
    },
    ...(meeting.mayEditAgenda && meeting.items.length > 1
      ? [
          {
            id: 'move',
            label: t('attachments.move'),
            icon: 'arrowRight' as const,
            run: () => setMoving(true),
          },
        ]
      : []),
    {
      id: 'remove',
      label: t('attachments.remove', { number }),
      icon: 'trash',
      isDangerous: true,
      separator: true,
      run: () => remove.mutate(),
    },
  ];
  return (
    <li className={cx('row')}>
      <span className={cx('number')}>{t('attachments.number', { number })}</span>
      <TextField
        label={t('attachments.titleOf', { number })}
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
      <Menu label={t('attachments.actions', { number })} entries={entries}>
        <IconButton icon="more" label={t('attachments.actions', { number })} />
      </Menu>
      <FileFacts attachment={attachment} onPreview={onPreview} />
      {isMoving && <MoveDialog attachment={attachment} meeting={meeting} onClose={() => setMoving(false)} />}
    </li>
  );
}

/** An attachment of minutes that are locked: read, looked at, copied. */
export function ReadAttachment({
  attachment,
  onPreview,
}: {
  attachment: AttachmentView;
  onPreview: (file: PreviewedFile) => void;
}) {
  const t = useText();
  const { number, title } = attachment;
  return (
    <li className={cx('row')}>
      <span className={cx('number')}>{t('attachments.number', { number })}</span>
      <span>{title}</span>
      {attachment.file !== null && (
        <Menu label={t('attachments.actions', { number })} entries={fileEntries(attachment, t, onPreview)}>
          <IconButton icon="more" label={t('attachments.actions', { number })} />
        </Menu>
      )}
      <FileFacts attachment={attachment} onPreview={onPreview} />
    </li>
  );
}

/** What the file is called and how large it is; pressing it shows it. */
function FileFacts({
  attachment: { file, title, number },
  onPreview,
}: {
  attachment: AttachmentView;
  onPreview: (file: PreviewedFile) => void;
}) {
  const t = useText();
  const format = useFormat();
  if (file === null) return <span className={cx('facts')}>{t('attachments.onPaper')}</span>;
  const facts = `${file.name} · ${format.bytes(file.byteSize)}`;
  return (
    <span className={cx('facts')}>
      {previewKind(file.mediaType) === null ? (
        facts
      ) : (
        <Button
          size="s"
          variant="quiet"
          icon="eye"
          aria-label={t('attachments.previewOf', { number, facts })}
          onPress={() => onPreview({ ...file, title })}
        >
          <span className={cx('fileName')}>{facts}</span>
        </Button>
      )}
    </span>
  );
}

function fileEntries(
  { id, title, file }: AttachmentView,
  t: ReturnType<typeof useText>,
  onPreview: (file: PreviewedFile) => void,
): MenuEntry[] {
  if (file === null) return [];
  return [
    ...(previewKind(file.mediaType) === null
      ? []
      : [
          {
            id: 'preview',
            label: t('attachments.preview'),
            icon: 'eye' as const,
            run: () => onPreview({ ...file, title }),
          },
        ]),
    ...(mayOpenInSystem(file.name, file.mediaType)
      ? [
          {
            id: 'open',
            label: t('attachments.open'),
            icon: 'external' as const,
            run: () => void openInSystem(id),
          },
        ]
      : []),
    { id: 'copy', label: t('attachments.saveCopy'), icon: 'download', run: () => void saveCopy(file) },
  ];
}
