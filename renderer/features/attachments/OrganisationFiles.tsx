import { useState } from 'react';
import { titleOfFile } from '../../../db/model/attachment.ts';
import { mayOpenInSystem, previewKind } from '../../../db/model/media-type.ts';
import { bridge } from '../../api/bridge.ts';
import { api, type Outputs } from '../../api/client.ts';
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

async function attach(organisationId: string, sources: readonly FileSource[]): Promise<void> {
  const count = await takeFiles(organisationId, sources, ({ sha256, name }) =>
    api.organisationFiles.attach.mutate({ organisationId, title: titleOfFile(name), file: { sha256, name } }),
  );
  if (count > 0) showToast({ kind: 'done', message: translate('attachments.attached', { count }) });
}

/** The files of an organisation: rules, agreements, reports. */
export function OrganisationFiles({ organisationId }: { organisationId: string }) {
  const t = useText();
  const [previewed, setPreviewed] = useState<PreviewedFile | null>(null);
  const { data } = useTopicQuery(['organisations'], ['organisationFiles.list', organisationId], () =>
    api.organisationFiles.list.query({ organisationId }),
  );
  const underWay = useUploads(({ list }) => list).filter((one) => one.place === organisationId);
  return (
    <Panel title={t('registerTable.attachments')}>
      <div className={cx('attachments')}>
        {data?.length === 0 && <p className={cx('quiet')}>{t('registerTable.attachmentsNone')}</p>}
        {data !== undefined && data.length > 0 && (
          <ul className={cx('list')}>
            {data.map((attachment) => (
              <FileRow key={attachment.id} attachment={attachment} onPreview={setPreviewed} />
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
          onDrop={({ files, folders }) => {
            for (const name of folders)
              showToast({ kind: 'failed', message: t('attachments.folder', { name }) });
            void attach(
              organisationId,
              files.map((file) => blobSource(file, file.name)),
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
                .then((files) => attach(organisationId, files.map(chosenSource)))
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
  onPreview,
}: {
  attachment: Attachment;
  onPreview: (file: PreviewedFile) => void;
}) {
  const t = useText();
  const format = useFormat();
  const { id, title, fileName, sha256, mediaType, byteSize, addedOn } = attachment;
  const [text, setText] = useState<string | null>(null);
  const rename = useMutationWithFeedback(
    (name: string) => api.organisationFiles.rename.mutate({ id, title: name }),
    { onSuccess: () => setText(null) },
  );
  const remove = useMutationWithFeedback(() => api.organisationFiles.remove.mutate({ id }), {
    done: t('registerTable.attachmentRemoved', { title }),
    undo: (removal) => api.organisationFiles.restore.mutate(removal),
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
