import { useState } from 'react';
import type { DeliveredKind } from '../../../db/model/delivery.ts';
import type { ListRules } from '../../../db/model/mailing-list.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fact, Facts } from '../../ui/Form.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import styles from './Deliveries.module.css';
import { recipientId, type CoverageRow, type Meeting } from './use-deliveries.ts';

const cx = classes(styles);

/** The summary before sending: to whom, which version of which document, how many; and the one button that sends. */
export function SendDialog({
  meeting,
  kind,
  rules,
  rows,
  onSettings,
  onClose,
}: {
  meeting: Meeting;
  kind: DeliveredKind;
  rules: ListRules;
  rows: readonly CoverageRow[];
  onSettings: () => void;
  onClose: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const [greeting, setGreeting] = useState('');
  /** What the summary was made of; the text is taken over when its field is left. */
  const [asked, setAsked] = useState('');
  const [recipientIds] = useState(() => rows.map(recipientId));
  const order = { meetingId: meeting.id, kind, rules, recipientIds, greeting: asked };
  const { data: mail } = useTopicQuery(['deliveries'], ['mail.settings'], () => api.mail.settings.query());
  const { data: plan, error } = useTopicQuery(
    ['deliveries', `meeting:${meeting.id}`],
    ['mail.plan', order],
    () => api.mail.plan.query(order),
    { keepPrevious: true },
  );
  const send = useMutationWithFeedback(api.mail.send.mutate, {
    done: ({ count }) => t('mail.queued', { count }),
    onSuccess: onClose,
  });
  const isCurrent = plan !== undefined && greeting === asked;
  const count = plan?.recipients.length ?? 0;
  const maySend = isCurrent && count > 0 && mail?.settings != null && !mail.isSample;
  return (
    <Dialog
      isOpen
      title={t('mail.sendTitle')}
      lead={t('mail.sendLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon="mail"
            isDisabled={!maySend}
            isPending={send.isPending}
            onPress={() =>
              plan &&
              send.mutate({
                ...order,
                at: plan.at,
                documentSha256: plan.document.sha256,
                addresses: plan.recipients.map(({ id, address }) => ({ id, address })),
                fileSha256s: plan.parts.map(({ sha256 }) => sha256),
              })
            }
          >
            {t('mail.confirm', { count })}
          </Button>
        </>
      }
    >
      {error && (
        <Banner tone="danger" isAlert>
          {error.message}
        </Banner>
      )}
      {mail?.isSample === true && <Banner tone="info">{t('mail.fromSample')}</Banner>}
      {mail?.settings === null && (
        <Banner
          tone="warning"
          actions={
            <Button size="s" onPress={onSettings}>
              {t('mail.setUp')}
            </Button>
          }
        >
          {t('mail.notSet')}
        </Banner>
      )}
      <TextArea
        label={t('deliveries.greeting')}
        description={t('deliveries.greetingHint')}
        rows={3}
        value={greeting}
        onChange={setGreeting}
        onBlur={() => setAsked(greeting)}
      />
      {plan === undefined ? (
        !error && <p role="status">{t('mail.preparing')}</p>
      ) : (
        <>
          {count === 0 && <Banner tone="warning">{t('mail.nobody')}</Banner>}
          {plan.withoutAddress.length > 0 && (
            <Banner tone="warning">
              {t('mail.skippedAddress', {
                count: plan.withoutAddress.length,
                names: shortened(plan.withoutAddress),
              })}
            </Banner>
          )}
          {plan.waiting.length > 0 && (
            <Banner tone="warning">
              {t('mail.skippedWaiting', { count: plan.waiting.length, names: shortened(plan.waiting) })}
            </Banner>
          )}
          <Facts>
            <Fact name={t('mail.document')}>
              {`${t(`deliveries.kind.${kind}`)} ${meeting.number}/${meeting.year}, ${t('deliveries.version', { number: plan.document.number })}`}
            </Fact>
            <Fact name={t('mail.hash')}>
              <span className={cx('hash')}>{plan.document.sha256}</span>
            </Fact>
            {plan.parts.map((part) => (
              <Fact
                key={part.sha256}
                name={`${t('mail.attachment')} (${t(`deliveries.language.${part.language}`)})`}
              >
                {`${part.fileName}, ${format.bytes(part.size)}`}
                <span className={cx('hash')}>{` SHA-256 ${part.sha256}`}</span>
              </Fact>
            ))}
            {plan.sender && <Fact name={t('mail.sender')}>{t('mail.via', plan.sender)}</Fact>}
            <Fact name={t('mail.recipients')}>
              {t('mail.recipientCount', { count })}
              {plan.minutes > 0 && `. ${t('mail.takes', { count: plan.minutes })}`}
            </Fact>
          </Facts>
          {count > 0 && (
            <details className={cx('details')}>
              <summary>{t('mail.showRecipients')}</summary>
              <ul className={cx('names')}>
                {plan.recipients.map(({ id, name, address }) => (
                  <li key={id}>{`${name} <${address}>`}</li>
                ))}
              </ul>
            </details>
          )}
          {plan.parts.map((part) => (
            <details key={part.sha256} className={cx('details')}>
              <summary>{`${t('mail.showLetter')} (${t(`deliveries.language.${part.language}`)})`}</summary>
              <p className={cx('subject')}>{part.subject}</p>
              <pre className={cx('letter')}>{part.body}</pre>
            </details>
          ))}
        </>
      )}
    </Dialog>
  );
}

const MOST_NAMES = 8;

/** The first names of a list that may be long. */
function shortened(names: readonly string[]): string {
  return names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join(', ')} …` : names.join(', ');
}
