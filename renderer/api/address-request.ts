/** Whose postal address is being written; null: nobody's. The frame of the program shows the form. */
import { create } from 'zustand';
import type { PostalAddress } from '../../db/model/letters.ts';

export interface Addressee {
  personId: string | null;
  organisationId: string | null;
  name: string;
  address: PostalAddress | null;
}

export const useAddressRequest = create<{ addressee: Addressee | null }>()(() => ({ addressee: null }));

export function editAddress(addressee: Addressee | null): void {
  useAddressRequest.setState({ addressee });
}
