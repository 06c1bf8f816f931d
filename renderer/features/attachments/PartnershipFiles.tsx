import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { OwnedFiles } from './OwnedFiles.tsx';

/** The files of an agreement or a project: signed contracts, plans, decisions on funding. */
export function PartnershipFiles({ of, ownerId }: { of: 'agreement' | 'project'; ownerId: string }) {
  const t = useText();
  return (
    <OwnedFiles
      ownerId={ownerId}
      title={t('attachments.ofPartnership')}
      none={t(of === 'agreement' ? 'attachments.noneOfAgreement' : 'attachments.noneOfProject')}
      topic={of === 'agreement' ? 'agreements' : 'projects'}
      list={(id) => api.partnershipFiles.list.query({ of, id })}
      attach={(id, file) => api.partnershipFiles.attach.mutate({ of, id, ...file })}
      rename={(id, title) => api.partnershipFiles.rename.mutate({ of, id, title })}
      remove={(id) => api.partnershipFiles.remove.mutate({ of, id })}
      restore={(removal) => api.partnershipFiles.restore.mutate({ of, removal })}
    />
  );
}
