import { lazy, Suspense } from 'react';
import { editAddress, useAddressRequest } from '../api/address-request.ts';

const AddressDialog = lazy(async () => ({
  default: (await import('../features/deliveries/AddressDialog.tsx')).AddressDialog,
}));

/** The form of a postal address, asked for from a card of the register. */
export function AddressRequest() {
  const addressee = useAddressRequest((state) => state.addressee);
  if (addressee === null) return null;
  return (
    <Suspense>
      <AddressDialog addressee={addressee} onClose={() => editAddress(null)} />
    </Suspense>
  );
}
