import { useMemo, useState } from 'react';
import type { Addressee } from '../../api/address-request.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Where letters from Finland go most; the rest of the world by its code would only lengthen the list. */
const COUNTRIES = [
  'AX',
  'SE',
  'NO',
  'DK',
  'IS',
  'EE',
  'LV',
  'LT',
  'DE',
  'PL',
  'NL',
  'BE',
  'LU',
  'FR',
  'ES',
  'PT',
  'IT',
  'AT',
  'CH',
  'CZ',
  'SK',
  'HU',
  'RO',
  'BG',
  'GR',
  'HR',
  'SI',
  'IE',
  'GB',
  'UA',
  'TR',
  'US',
  'CA',
  'AU',
] as const;

/** The postal address of one recipient. */
export function AddressDialog({ addressee, onClose }: { addressee: Addressee; onClose: () => void }) {
  const t = useText();
  const language = useLanguage();
  const [extra, setExtra] = useState(addressee.address?.extra ?? '');
  const [street, setStreet] = useState(addressee.address?.street ?? '');
  const [postalCode, setPostalCode] = useState(addressee.address?.postalCode ?? '');
  const [postOffice, setPostOffice] = useState(addressee.address?.postOffice ?? '');
  const [country, setCountry] = useState<string>(addressee.address?.country ?? 'FI');
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const names = useMemo(() => new Intl.DisplayNames([language], { type: 'region' }), [language]);
  const save = useMutationWithFeedback(api.letters.saveAddress.mutate, {
    done: t('letters.addressSaved'),
    onSuccess: onClose,
    onError: (error) => {
      setFields(error.fields);
      return Object.keys(error.fields).length > 0;
    },
  });
  const remove = useMutationWithFeedback(api.letters.saveAddress.mutate, {
    done: t('letters.addressRemoved'),
    onSuccess: onClose,
  });
  const { personId, organisationId } = addressee;
  const error = (field: string) => {
    const message = fields[`address.${field}`];
    return message === undefined ? {} : { error: message };
  };
  return (
    <Dialog
      isOpen
      title={addressee.name}
      lead={t('letters.editLead')}
      onClose={onClose}
      aside={
        addressee.address !== null && (
          <Button
            variant="danger"
            isPending={remove.isPending}
            onPress={() => remove.mutate({ personId, organisationId, address: null })}
          >
            {t('letters.removeAddress')}
          </Button>
        )
      }
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isPending={save.isPending}
            onPress={() =>
              save.mutate({
                personId,
                organisationId,
                address: {
                  extra,
                  street,
                  postalCode,
                  postOffice,
                  country: country === 'FI' ? null : country,
                },
              })
            }
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      {Object.keys(fields).length > 0 && (
        <Banner tone="danger" isAlert>
          {Object.values(fields).join(' ')}
        </Banner>
      )}
      <FormGrid>
        <TextField
          label={t('letters.extra')}
          description={t('letters.extraHint')}
          value={extra}
          onChange={setExtra}
          {...error('extra')}
        />
        <TextField label={t('letters.street')} value={street} onChange={setStreet} {...error('street')} />
        <TextField
          label={t('letters.postalCode')}
          width="s"
          value={postalCode}
          onChange={setPostalCode}
          {...error('postalCode')}
        />
        <TextField
          label={t('letters.postOffice')}
          value={postOffice}
          onChange={setPostOffice}
          {...error('postOffice')}
        />
        <Select
          label={t('letters.country')}
          description={t('letters.countryHint')}
          value={country}
          onChange={setCountry}
          options={[
            { id: 'FI', label: t('letters.finland') },
            // One that came by an import, too.
            ...[...new Set([...COUNTRIES, ...(country === 'FI' ? [] : [country])])].map((id) => ({
              id,
              label: names.of(id) ?? id,
            })),
          ]}
        />
      </FormGrid>
    </Dialog>
  );
}
