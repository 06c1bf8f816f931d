import { useState } from 'react';
import { api } from '../api/client.ts';
import { useTopicQuery } from '../api/query-client.ts';
import { MailSettingsDialog } from '../features/deliveries/MailSettingsDialog.tsx';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/Button.tsx';
import { FormSection } from '../ui/Form.tsx';

/** From where e-mail is sent. It is kept with the board's data, so nothing is shown while no file is open. */
export function MailSettingsSection() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { data } = useTopicQuery(['deliveries', 'workspace'], ['mail.settings'], () =>
    api.mail.settings.query(),
  );
  if (!data) return null;
  const { settings } = data;
  const state =
    settings === null
      ? t('settings.mailNotSet')
      : t('settings.mailFrom', { address: settings.fromEmail, host: settings.host });
  return (
    <FormSection title={t('mail.settingsTitle')} description={state}>
      <div>
        <Button icon="mail" onPress={() => setOpen(true)}>
          {t(settings === null ? 'mail.setUp' : 'mail.settings')}
        </Button>
      </div>
      {isOpen && <MailSettingsDialog onClose={() => setOpen(false)} />}
    </FormSection>
  );
}
