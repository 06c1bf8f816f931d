import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { OwnedFiles } from './OwnedFiles.tsx';

/** The files of an organisation: rules, agreements, reports. */
export function OrganisationFiles({ organisationId }: { organisationId: string }) {
  const t = useText();
  return (
    <OwnedFiles
      ownerId={organisationId}
      title={t('registerTable.attachments')}
      none={t('registerTable.attachmentsNone')}
      topic="organisations"
      list={(id) => api.organisationFiles.list.query({ organisationId: id })}
      attach={(id, file) => api.organisationFiles.attach.mutate({ organisationId: id, ...file })}
      rename={(id, title) => api.organisationFiles.rename.mutate({ id, title })}
      remove={(id) => api.organisationFiles.remove.mutate({ id })}
      restore={(removal) => api.organisationFiles.restore.mutate(removal)}
    />
  );
}
