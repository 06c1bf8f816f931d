import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { OwnedFiles } from './OwnedFiles.tsx';

/** The files of an entry of inclusion: what is shared as material, a training's slides. */
export function InclusionFiles({ entryId }: { entryId: string }) {
  const t = useText();
  return (
    <OwnedFiles
      ownerId={entryId}
      title={t('inclusion.files')}
      none={t('inclusion.filesNone')}
      topic="inclusion"
      list={(id) => api.inclusion.files.query({ entryId: id })}
      attach={(id, file) => api.inclusion.attach.mutate({ entryId: id, ...file })}
      rename={(id, title) => api.inclusion.renameFile.mutate({ id, title })}
      remove={(id) => api.inclusion.removeFile.mutate({ id })}
      restore={(removal) => api.inclusion.restoreFile.mutate(removal)}
    />
  );
}
