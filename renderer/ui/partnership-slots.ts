/** Parts of an agreement's or a project's card that another feature draws; `renderer/app` fills them. */
import { createContext, type ReactNode } from 'react';

/** The files of an agreement or a project, by its id. */
export const PartnershipFilesSlot = createContext<(of: 'agreement' | 'project', id: string) => ReactNode>(
  () => null,
);
