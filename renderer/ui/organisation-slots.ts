/** Parts of an organisation's card that another feature draws; `renderer/app` fills them. */
import { createContext, type ReactNode } from 'react';

/** The attachments (liitteet) of an organisation, by its id. */
export const OrganisationFilesSlot = createContext<(organisationId: string) => ReactNode>(() => null);
