import { useState } from 'react';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { confirm } from '../../ui/confirm.ts';
import { navigate } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ErasureDialog } from './ErasureDialog.tsx';
import { KeepDialog } from './KeepDialog.tsx';
import styles from './Privacy.module.css';
import { EVERY_TOPIC } from './topics.ts';

const cx = classes(styles);
type Due = Outputs['privacy']['due']['persons'][number];

/** Whose contact data is due, what else is, and proofs of what was erased. Nothing is erased by itself. */
export function DueList() {
  const t = useText();
  const format = useFormat();
  const [erasing, setErasing] = useState<Due | null>(null);
  const [keeping, setKeeping] = useState<Due | null>(null);
  const { data } = useTopicQuery(EVERY_TOPIC, ['privacy.due'], () => api.privacy.due.query());
  const { data: proofs } = useTopicQuery(EVERY_TOPIC, ['privacy.erasures'], () =>
    api.privacy.erasures.query(),
  );
  const clearReplies = useMutationWithFeedback(
    (before: string) => api.privacy.clearReplies.mutate({ before }),
    {
      done: ({ count }) => t('privacy.repliesCleared', { count }),
    },
  );
  const clearLog = useMutationWithFeedback((before: string) => api.privacy.clearLog.mutate({ before }), {
    done: ({ count }) => t('privacy.logCleared', { count }),
  });
  const eraseAll = useMutationWithFeedback(
    (personIds: string[]) => api.privacy.erase.mutate({ personIds, cause: 'schedule' }),
    { done: (erased) => t('privacy.erasedMany', { count: erased.length }) },
  );
  if (!data) return null;

  const askAll = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('privacy.eraseAllTitle', { count: data.persons.length }),
      body: t('privacy.eraseAllBody', { names: data.persons.map(({ name }) => name).join(', ') }),
      confirmLabel: t('privacy.eraseConfirm'),
      isDangerous: true,
    });
    if (isSure) eraseAll.mutate(data.persons.map(({ personId }) => personId));
  };
  const ask = async (title: string, body: string, run: () => void): Promise<void> => {
    if (await confirm({ title, body, confirmLabel: t('privacy.clear'), isDangerous: true })) run();
  };

  return (
    <div className={cx('columns')}>
      <div className={cx('stack')}>
        <Panel
          title={t('privacy.duePersons', { count: data.persons.length })}
          actions={
            data.persons.length > 1 && (
              <Button size="s" variant="danger" isPending={eraseAll.isPending} onPress={() => void askAll()}>
                {t('privacy.eraseAll')}
              </Button>
            )
          }
        >
          <Persons
            persons={data.persons}
            none={t('privacy.dueNone')}
            onErase={setErasing}
            onKeep={setKeeping}
          />
        </Panel>
        <Panel title={t('privacy.coming')}>
          <Persons
            persons={data.coming}
            none={t('privacy.comingNone')}
            onErase={setErasing}
            onKeep={setKeeping}
          />
        </Panel>
      </div>
      <div className={cx('stack')}>
        <Panel title={t('privacy.dueOther')}>
          <ul className={cx('list')}>
            <li className={cx('entry')}>
              <div className={cx('words')}>
                <span>{t('privacy.replies', { count: data.replies.count })}</span>
                <span className={cx('detail')}>
                  {t('privacy.repliesDetail', { date: format.date(data.replies.before) })}
                </span>
              </div>
              {data.replies.count > 0 && (
                <Button
                  size="s"
                  onPress={() =>
                    void ask(t('privacy.repliesTitle'), t('privacy.repliesBody'), () =>
                      clearReplies.mutate(data.replies.before),
                    )
                  }
                >
                  {t('privacy.clear')}
                </Button>
              )}
            </li>
            <li className={cx('entry')}>
              <div className={cx('words')}>
                <span>{t('privacy.oldLog', { count: data.log.count })}</span>
                <span className={cx('detail')}>
                  {t('privacy.oldLogDetail', { date: format.date(data.log.before) })}
                </span>
              </div>
              {data.log.count > 0 && (
                <Button
                  size="s"
                  onPress={() =>
                    void ask(t('privacy.oldLogTitle'), t('privacy.oldLogBody'), () =>
                      clearLog.mutate(data.log.before),
                    )
                  }
                >
                  {t('privacy.clear')}
                </Button>
              )}
            </li>
          </ul>
        </Panel>
        <Panel title={t('privacy.proofs')}>
          {proofs?.length === 0 && <p className={cx('none')}>{t('privacy.proofsNone')}</p>}
          <ul className={cx('list')}>
            {proofs?.map((proof) => (
              <li key={proof.id} className={cx('entry')}>
                <div className={cx('words')}>
                  <span>
                    {format.date(proof.erasedAt.slice(0, 10))}, {t(`privacy.cause.${proof.cause}`)}
                  </span>
                  <span className={cx('detail')}>
                    {t(proof.scope === 'whole' ? 'privacy.scope.whole' : 'privacy.scope.contact')}{' '}
                    {t('privacy.proofRows', { rows: proof.rowCount, log: proof.logCount })}{' '}
                    {t(proof.searched === 1 ? 'privacy.proofSearched' : 'privacy.proofKept')}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      {erasing && (
        <ErasureDialog personId={erasing.personId} cause="schedule" onClose={() => setErasing(null)} />
      )}
      {keeping && (
        <KeepDialog
          personId={keeping.personId}
          name={keeping.name}
          until={keeping.keepUntil}
          reason={keeping.keepReason}
          onClose={() => setKeeping(null)}
        />
      )}
    </div>
  );
}

function Persons({
  persons,
  none,
  onErase,
  onKeep,
}: {
  persons: readonly Due[];
  none: string;
  onErase: (person: Due) => void;
  onKeep: (person: Due) => void;
}) {
  const t = useText();
  const format = useFormat();
  if (persons.length === 0) return <p className={cx('none')}>{none}</p>;
  return (
    <ul className={cx('list')}>
      {persons.map((person) => (
        <li key={person.personId} className={cx('entry')}>
          <div className={cx('words')}>
            <span>{person.name}</span>
            <span className={cx('detail')}>
              {person.roleEndedOn === null
                ? t('privacy.noRole')
                : t('privacy.roleEnded', { date: format.date(person.roleEndedOn) })}{' '}
              {t('privacy.dueOn', { date: format.date(person.dueOn) })}
            </span>
            <span className={cx('detail')}>
              {[person.email, person.phone, person.hasNotes ? t('common.notes') : null]
                .filter((value) => value !== null)
                .join(', ')}
            </span>
          </div>
          <div className={cx('buttons')}>
            <Button
              size="s"
              variant="quiet"
              aria-label={`${t('privacy.show')}: ${person.name}`}
              onPress={() => navigate({ name: 'privacy', person: person.personId })}
            >
              {t('privacy.show')}
            </Button>
            <Button
              size="s"
              variant="quiet"
              aria-label={`${t('privacy.keep')}: ${person.name}`}
              onPress={() => onKeep(person)}
            >
              {t('privacy.keep')}
            </Button>
            <Button
              size="s"
              variant="danger"
              aria-label={`${t('privacy.erase')}: ${person.name}`}
              onPress={() => onErase(person)}
            >
              {t('privacy.erase')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
