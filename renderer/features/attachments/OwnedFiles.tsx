import { useState } from 'react';
import { titleOfFile } from '../../../db/model/attachment.ts';
import { mayOpenInSystem, previewKind } from '../../../db/model/media-type.ts';
import { bridge } from '../../api/bridge.ts';
import type { Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { translate, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { DropArea } from '../../ui/DropArea.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { blobSource, chosenSource, takeFiles, useUploads, type FileSource } from '../../ui/uploads.ts';
import styles from './Attachments.module.css';
import { openInSystem, saveCopy } from './copies.ts';
import { FilePreview, type PreviewedFile } from './FilePreview.tsx';

const cx = classes(styles);
type Attachment = Outputs['organisationFiles']['list'][number];

/** Whose files, what is said of them, and the procedures that keep them. */
export interface OwnedFilesProps {
  ownerId: string;
  title: string;
  /** What is said when there are none. */
  none: string;
  /** What the backend announces when they change. */
  topic: string;
  list: (ownerId: string) => Promise<Attachment[]>;
  attach: (
    ownerId: string,
    file: { title: string; file: { sha256: string; name: string } },
  ) => Promise<unknown>;
  rename: (id: string, title: string) => Promise<unknown>;
  remove: (id: string) => Promise<Removal>;
  restore: (removal: Removal) => Promise<unknown>;
}
type Removal = Outputs['organisationFiles']['remove'];

async function attachAll(
  { ownerId, attach }: OwnedFilesProps,
  sources: readonly FileSource[],
): Promise<void> {
  const count = await takeFiles(ownerId, sources, ({ sha256, name }) =>
    attach(ownerId, { title: titleOfFile(name), file: { sha256, name } }),
  );
  if (count > 0) showToast({ kind: 'done', message: translate('attachments.attached', { count }) });
}

/** Files kept beside a card: each with what can be done with it, and a place that takes more. */
export function OwnedFiles(files: OwnedFilesProps) {
  const { ownerId, title, none, topic, list } = files;
  const t = useText();
  const [previewed, setPreviewed] = useState<PreviewedFile | null>(null);
  const { data } = useTopicQuery([topic], ['ownedFiles.list', ownerId], () => list(ownerId));
  const underWay = useUploads(({ list }) => list).filter((one) => one.place === ownerId);
  return (
    <Panel title={title}>
      <div className={cx('attachments')}>
        {data?.length === 0 && <p className={cx('quiet')}>{none}</p>}
        {data !== undefined && data.length > 0 && (
          <ul className={cx('list')}>
            {data.map((attachment) => (
              <FileRow key={attachment.id} attachment={attachment} files={files} onPreview={setPreviewed} />
            ))}
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
        <DropArea
          label={t('attachments.add')}
          onDrop={({ files: dropped, folders }) => {
            for (const name of folders)
              showToast({ kind: 'failed', message: t('attachments.folder', { name }) });
            void attachAll(
              files,
              dropped.map((file) => blobSource(file, file.name)),
            );
          }}
        >
          <span className={cx('quiet')}>{t('attachments.drop')}</span>
          <span className={cx('spring')} />
          <Button
            size="s"
            icon="upload"
            onPress={() =>
              void bridge()
                .native.chooseOpenFiles('any')
                .then((chosen) => attachAll(files, chosen.map(chosenSource)))
            }
          >
            {t('attachments.choose')}
          </Button>
        </DropArea>
      </div>
      {previewed && <FilePreview file={previewed} onClose={() => setPreviewed(null)} />}
    </Panel>
  );
}

function FileRow({
  attachment,
  files,
  onPreview,
}: {
  attachment: Attachment;
  files: OwnedFilesProps;
  onPreview: (file: PreviewedFile) => void;
}) {
  const t = useText();
  const format = useFormat();
  const { id, title, fileName, sha256, mediaType, byteSize, addedOn } = attachment;
  const [text, setText] = useState<string | null>(null);
  const rename = useMutationWithFeedback((name: string) => files.rename(id, name), {
    onSuccess: () => setText(null),
  });
  const remove = useMutationWithFeedback(() => files.remove(id), {
    done: t('registerTable.attachmentRemoved', { title }),
    undo: (removal) => files.restore(removal),
  });
  const save = (): void => {
    const name = text?.trim() ?? '';
    if (name === '' || name === title) setText(null);
    else rename.mutate(name);
  };
  const file: PreviewedFile = { sha256, name: fileName, mediaType, byteSize, title };
  const canPreview = previewKind(mediaType) !== null;
  const facts = `${fileName} · ${format.bytes(byteSize)}`;
  return (
    <li className={cx('row', 'dated')}>
      <span className={cx('added')}>{format.date(addedOn)}</span>
      {text === null ? (
        <span>{title}</span>
      ) : (
        <TextField
          label={t('registerTable.attachmentTitle')}
          hideLabel
          {...{ autoFocus: true }}
          value={text}
          onChange={setText}
          onBlur={save}
          maxLength={300}
          onKeyDown={(event) => {
            if (event.key === 'Enter') save();
            else if (event.key === 'Escape') setText(null);
            else event.continuePropagation();
          }}
        />
      )}
      <Menu
        label={t('registerTable.attachmentActions', { title })}
        entries={[
          ...(canPreview
            ? [
                {
                  id: 'preview',
                  label: t('attachments.preview'),
                  icon: 'eye' as const,
                  run: () => onPreview(file),
                },
              ]
            : []),
          ...(mayOpenInSystem(fileName, mediaType)
            ? [
                {
                  id: 'open',
                  label: t('attachments.open'),
                  icon: 'external' as const,
                  run: () => void openInSystem(id),
                },
              ]
            : []),
          {
            id: 'copy',
            label: t('attachments.saveCopy'),
            icon: 'download',
            run: () => void saveCopy(file),
          },
          { id: 'rename', label: t('registerTable.rename'), icon: 'edit', run: () => setText(title) },
          {
            id: 'remove',
            label: t('registerTable.attachmentRemove'),
            icon: 'trash',
            isDangerous: true,
            separator: true,
            run: () => remove.mutate(),
          },
        ]}
      >
        <IconButton icon="more" label={t('registerTable.attachmentActions', { title })} />
      </Menu>
      <span className={cx('facts')}>
        {canPreview ? (
          <Button
            size="s"
            variant="quiet"
            icon="eye"
            aria-label={t('registerTable.attachmentPreview', { title, facts })}
            onPress={() => onPreview(file)}
          >
            <span className={cx('fileName')}>{facts}</span>
          </Button>
        ) : (
          facts
        )}
      </span>
    </li>
  );
}
