/** Parts of an entry of inclusion that another feature draws; `renderer/app` fills them. */
import { createContext, type ReactNode } from 'react';

/** The files of an entry, by its id. */
export const InclusionFilesSlot = createContext<(entryId: string) => ReactNode>(() => null);
