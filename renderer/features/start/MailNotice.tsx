import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { navigate } from '../../ui/navigation.ts';
import type { Overview } from './desk-list.ts';

/** E-mail that does not go by itself any more, and messages of which nobody knows whether they went. */
export function MailNotice({ mail }: { mail: Overview['mail'] }) {
  const t = useText();
  const { stopped, paused, unknown } = mail;
  if (stopped + unknown === 0) return null;
  return (
    <Banner
      tone="warning"
      title={
        stopped > 0
          ? t('start.mail.stopped', { count: stopped })
          : t('start.mail.unknown', { count: unknown })
      }
      actions={
        <Button size="s" onPress={() => navigate({ name: 'deliveries' })}>
          {t('start.mail.action')}
        </Button>
      }
    >
      {stopped > 0 && paused !== null && <p>{t(`mail.paused.${paused}`)}</p>}
      {stopped > 0 && unknown > 0 && <p>{t('start.mail.unknown', { count: unknown })}</p>}
    </Banner>
  );
}
