import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { bridge } from '../api/bridge.ts';
import { queryClient } from '../api/query-client.ts';
import { LANGUAGES } from '../../db/model/language.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/Button.tsx';
import { FormSection, FormGrid } from '../ui/Form.tsx';
import { Page } from '../ui/Page.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import { MailSettingsSection } from './MailSettingsSection.tsx';
import { changePreferences, usePreferences } from './preferences.ts';

const THEMES = ['system', 'light', 'dark'] as const;
const PDF_USES = ['archive', 'distribution'] as const;

/** What concerns this person on this computer. Everything takes effect at once. */
export default function SettingsScreen() {
  const t = useText();
  const preferences = usePreferences();
  const [userName, setUserName] = useState(preferences.userName);
  const info = useQuery({ queryKey: [[], 'info'], queryFn: () => bridge().native.info() }, queryClient);
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')} layout="narrow">
      <FormSection title={t('settings.user')}>
        <TextField
          label={t('settings.userName')}
          description={t('settings.userNameHint')}
          width="m"
          value={userName}
          onChange={setUserName}
          onBlur={() => {
            const name = userName.trim();
            if (name !== preferences.userName) void changePreferences({ userName: name });
          }}
        />
      </FormSection>
      <FormSection title={t('settings.appearance')}>
        <FormGrid>
          <RadioGroup
            label={t('settings.language')}
            description={t('settings.languageHint')}
            value={preferences.language}
            onChange={(language) => void changePreferences({ language })}
            options={LANGUAGES.map((id) => ({ id, label: NATIVE_NAMES[id] }))}
          />
          <RadioGroup
            label={t('settings.theme')}
            value={preferences.theme}
            onChange={(theme) => void changePreferences({ theme })}
            options={THEMES.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
          />
        </FormGrid>
      </FormSection>
      <FormSection title={t('settings.pdf')}>
        <RadioGroup
          label={t('settings.pdfUse')}
          description={t('settings.pdfUseHint')}
          value={preferences.pdfUse}
          onChange={(pdfUse) => void changePreferences({ pdfUse })}
          options={PDF_USES.map((id) => ({ id, label: t(`settings.pdfUse.${id}`) }))}
        />
      </FormSection>
      <MailSettingsSection />
      <FormSection
        title={t('settings.about')}
        description={info.data ? t('settings.version', { version: info.data.version }) : undefined}
      >
        <div>
          <Button icon="folder" onPress={() => void bridge().native.showInFolder()}>
            {t('settings.showFolder')}
          </Button>
        </div>
      </FormSection>
    </Page>
  );
}

/** Each language in itself, so that one finds back from a wrong choice. */
const NATIVE_NAMES = { fi: 'suomi', sv: 'svenska', en: 'English' } as const;
