import { tableWord } from '../../../db/model/data-words.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fact, Facts } from '../../ui/Form.tsx';
import { TOPICS } from './topics.ts';

/** What an erasure takes and what it leaves, before it is done: there is no undo. */
export function ErasureDialog({
  personId,
  cause,
  onClose,
}: {
  personId: string;
  cause: 'request' | 'schedule';
  /** `whole`: the person is no longer in the register. */
  onClose: (erased: 'contact' | 'whole' | null) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const { data: plan, error } = useTopicQuery(TOPICS, ['privacy.plan', personId], () =>
    api.privacy.plan.query({ personId }),
  );
  const erase = useMutationWithFeedback(() => api.privacy.erase.mutate({ personIds: [personId], cause }), {
    done: ([one]) => t(one?.searched === true ? 'privacy.erased' : 'privacy.erasedKept'),
    onSuccess: ([one]) => onClose(one?.scope === 'whole' ? 'whole' : 'contact'),
  });
  const lines = (rows: readonly { table: string; count: number }[]) =>
    rows.map(({ table, count }) => <div key={table}>{`${tableWord(table, language)}: ${count}`}</div>);
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={t('privacy.eraseTitle', { name: plan?.name ?? '' })}
      onClose={() => onClose(null)}
      actions={
        <>
          <Button onPress={() => onClose(null)}>{t('common.cancel')}</Button>
          <Button
            variant="dangerSolid"
            isDisabled={!plan || plan.isRestricted}
            isPending={erase.isPending}
            onPress={() => erase.mutate(undefined)}
          >
            {t('privacy.eraseConfirm')}
          </Button>
        </>
      }
    >
      {error && <Banner tone="danger">{error.message}</Banner>}
      {plan && (
        <>
          {plan.isRestricted && <Banner tone="danger">{t('privacy.eraseRestricted')}</Banner>}
          {plan.inOffice && <Banner tone="warning">{t('privacy.eraseInOffice')}</Banner>}
          {plan.openTasks > 0 && (
            <Banner tone="warning">{t('privacy.eraseOpenTasks', { count: plan.openTasks })}</Banner>
          )}
          <p>{t(plan.scope === 'whole' ? 'privacy.eraseWhole' : 'privacy.eraseContact')}</p>
          <Facts>
            <Fact name={t('privacy.goes')}>
              {[plan.email, plan.phone, plan.hasNotes ? t('common.notes') : null].flatMap((value) =>
                value === null ? [] : [<div key={value}>{value}</div>],
              )}
              {lines(plan.removed)}
              <div>{t('privacy.goesLog')}</div>
            </Fact>
            {plan.kept.length > 0 && <Fact name={t('privacy.stays')}>{lines(plan.kept)}</Fact>}
          </Facts>
          <p>{t('privacy.eraseNoUndo')}</p>
        </>
      )}
    </Dialog>
  );
}
