/** Parts of a meeting's item that one feature draws inside others; `renderer/app` fills them. */
import { createContext, type ReactNode } from 'react';

export interface AttachmentsSlotProps {
  meetingId: string;
  itemId: string;
  /** The user has just asked to add one: the focus goes to the ways of adding. */
  isAdding?: boolean;
}

/** The attachments (liitteet) of an item. */
export const AttachmentsSlot = createContext<(props: AttachmentsSlotProps) => ReactNode>(() => null);
