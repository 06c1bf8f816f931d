import { useMemo, useState } from 'react';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Form.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Addressee } from './LettersDialog.tsx';

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
type Country = 'FI' | (typeof COUNTRIES)[number];

/** The postal address of one recipient. */
export function AddressDialog({ addressee, onClose }: { addressee: Addressee; onClose: () => void }) {
  const t = useText();
  const language = useLanguage();
  const [extra, setExtra] = useState(addressee.address?.extra ?? '');
  const [street, setStreet] = useState(addressee.address?.street ?? '');
  const [postalCode, setPostalCode] = useState(addressee.address?.postalCode ?? '');
  const [postOffice, setPostOffice] = useState(addressee.address?.postOffice ?? '');
  const [country, setCountry] = useState<Country>('FI');
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
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isPending={save.isPending}
            onPress={() =>
              save.mutate({
                personId: addressee.personId,
                organisationId: addressee.organisationId,
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
        <Select<Country>
          label={t('letters.country')}
          description={t('letters.countryHint')}
          value={country}
          onChange={setCountry}
          options={[
            { id: 'FI', label: t('letters.finland') },
            ...COUNTRIES.map((id) => ({ id, label: names.of(id) ?? id })),
          ]}
        />
      </FormGrid>
    </Dialog>
  );
}
