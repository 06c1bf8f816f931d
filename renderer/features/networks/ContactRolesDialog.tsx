import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Networks.module.css';

const cx = classes(styles);

/** The roles of the matrix: what is out of use keeps its holders and leaves the matrix. */
export function ContactRolesDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const language = useLanguage();
  const [name, setName] = useState('');
  const { data } = useTopicQuery(['persons'], ['register.contactRoles'], () =>
    api.register.contactRoles.query(),
  );
  const save = useMutationWithFeedback(api.register.saveContactRole.mutate, {
    onSuccess: () => setName(''),
  });
  return (
    <Dialog
      isOpen
      title={t('networks.roles')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      <div className={cx('stack')}>
        {data?.map((role) => (
          <Switch
            key={role.id}
            isSelected={role.inUse}
            onChange={(inUse) =>
              save.mutate({
                id: role.id,
                values: {
                  nameFi: role.name.fi,
                  nameSv: role.name.sv ?? null,
                  nameEn: role.name.en ?? null,
                  inUse,
                },
              })
            }
          >
            {inLanguage(role.name, language)}
          </Switch>
        ))}
        <Form
          id="role"
          onSubmit={() => {
            if (name.trim() !== '')
              save.mutate({ id: null, values: { nameFi: name, nameSv: null, nameEn: null, inUse: true } });
          }}
        >
          <TextField label={t('networks.roleNew')} value={name} onChange={setName} />
          <div>
            <Button type="submit" size="s" icon="plus">
              {t('common.add')}
            </Button>
          </div>
        </Form>
      </div>
    </Dialog>
  );
}
