import { useState } from 'react';
import { TLS_MODES, USUAL_PORTS, type MailSettings, type TlsMode } from '../../../db/model/mail.ts';
import type { ClientError } from '../../api/client-error.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Stored = Outputs['mail']['settings'];
interface Draft extends Omit<MailSettings, 'port' | 'perMinute' | 'replyTo'> {
  port: number | null;
  perMinute: number | null;
  replyTo: string;
}

const EMPTY: Draft = {
  host: '',
  port: USUAL_PORTS.starttls,
  tls: 'starttls',
  user: '',
  fromName: '',
  fromEmail: '',
  replyTo: '',
  perMinute: 20,
};

/** The user's own mail server. The password goes to the system keychain and never comes back to the window. */
export function MailSettingsDialog({ onClose }: { onClose: () => void }) {
  const { data } = useTopicQuery(['deliveries'], ['mail.settings'], () => api.mail.settings.query());
  return data ? <SettingsForm stored={data} onClose={onClose} /> : null;
}

function SettingsForm({ stored, onClose }: { stored: Stored; onClose: () => void }) {
  const t = useText();
  const { settings } = stored;
  const [draft, setDraft] = useState<Draft>(() =>
    settings === null ? EMPTY : { ...settings, replyTo: settings.replyTo ?? '' },
  );
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<ClientError | null>(null);
  const [tested, setTested] = useState<string | null>(null);
  const change = (next: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...next }));
    setFailure(null);
    setTested(null);
  };
  const fail = (error: ClientError): true => {
    setFailure(error);
    setTested(null);
    return true;
  };
  const save = useMutationWithFeedback(api.mail.saveSettings.mutate, {
    done: t('mail.settingsSaved'),
    onSuccess: onClose,
    onError: fail,
  });
  const remove = useMutationWithFeedback(api.mail.saveSettings.mutate, {
    done: t('mail.removed'),
    onSuccess: onClose,
    onError: fail,
  });
  const test = useMutationWithFeedback(api.mail.test.mutate, {
    onSuccess: ({ address }) => {
      setFailure(null);
      setTested(address);
    },
    onError: fail,
  });
  const values = { ...draft, port: draft.port ?? 0, perMinute: draft.perMinute ?? 0 };
  const given = password === '' ? null : password;
  const error = (field: string) => {
    const message = failure?.fields[`settings.${field}`];
    return message === undefined ? {} : { error: message };
  };
  const isPasswordKept =
    stored.hasPassword &&
    settings !== null &&
    settings.host === draft.host &&
    settings.port === draft.port &&
    settings.user === draft.user;
  const isAtField = failure !== null && Object.keys(failure.fields).length > 0;
  return (
    <Dialog
      isOpen
      title={t('mail.settingsTitle')}
      lead={t('mail.settingsLead')}
      onClose={onClose}
      aside={
        settings !== null && (
          <Button
            variant="danger"
            isPending={remove.isPending}
            onPress={() => remove.mutate({ version: stored.version, settings: null })}
          >
            {t('mail.remove')}
          </Button>
        )
      }
      actions={
        <>
          <Button
            isPending={test.isPending}
            onPress={() => test.mutate({ settings: values, password: given })}
          >
            {t('mail.test')}
          </Button>
          <Button
            variant="primary"
            isPending={save.isPending}
            onPress={() => save.mutate({ version: stored.version, settings: values, password: given })}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      {failure !== null && (
        <Banner tone="danger" isAlert>
          {isAtField ? Object.values(failure.fields).join(' ') : failure.message}
        </Banner>
      )}
      {tested !== null && <Banner tone="ok">{t('mail.tested', { address: tested })}</Banner>}
      {!stored.isSafe && <Banner tone="warning">{t('mail.noKeychain')}</Banner>}
      <FormGrid>
        <TextField
          label={t('mail.host')}
          description={t('mail.hostHint')}
          value={draft.host}
          onChange={(host) => change({ host })}
          {...error('host')}
        />
        <Select<TlsMode>
          label={t('mail.tls')}
          value={draft.tls}
          onChange={(tls) => change({ tls, port: USUAL_PORTS[tls] })}
          options={TLS_MODES.map((id) => ({ id, label: t(`mail.tls.${id}`) }))}
          {...error('tls')}
        />
        <NumberField
          label={t('mail.port')}
          value={draft.port}
          onChange={(port) => change({ port })}
          minValue={1}
          maxValue={65_535}
          formatOptions={{ useGrouping: false }}
          {...error('port')}
        />
        <NumberField
          label={t('mail.perMinute')}
          description={t('mail.perMinuteHint')}
          value={draft.perMinute}
          onChange={(perMinute) => change({ perMinute })}
          minValue={1}
          maxValue={600}
          {...error('perMinute')}
        />
        <TextField
          label={t('mail.user')}
          description={t('mail.userHint')}
          autoComplete="off"
          value={draft.user}
          onChange={(user) => change({ user })}
          {...error('user')}
        />
        <TextField
          label={t('mail.password')}
          description={t(isPasswordKept ? 'mail.passwordKept' : 'mail.passwordHint')}
          type="password"
          autoComplete="off"
          isDisabled={!stored.isSafe || draft.user.trim() === ''}
          value={password}
          onChange={setPassword}
        />
        <TextField
          label={t('mail.fromName')}
          value={draft.fromName}
          onChange={(fromName) => change({ fromName })}
          {...error('fromName')}
        />
        <TextField
          label={t('mail.fromEmail')}
          value={draft.fromEmail}
          onChange={(fromEmail) => change({ fromEmail })}
          {...error('fromEmail')}
        />
        <TextField
          label={t('mail.replyTo')}
          description={t('mail.replyToHint')}
          value={draft.replyTo}
          onChange={(replyTo) => change({ replyTo })}
          {...error('replyTo')}
        />
      </FormGrid>
    </Dialog>
  );
}
