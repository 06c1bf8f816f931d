import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { confirm } from '../../ui/confirm.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import styles from './Archive.module.css';

const cx = classes(styles);

/** Terms that were brought in from packages; each can be removed again. Nothing when there are none. */
export function ImportedTerms() {
  const t = useText();
  const format = useFormat();
  const { data } = useTopicQuery(['archive', 'boards'], ['archive.imported'], () =>
    api.archive.imported.query(),
  );
  const remove = useMutationWithFeedback(
    ({ id }: { id: string; name: string }) => api.archive.removeImport.mutate({ id }),
    { done: (_, { name }) => t('archive.import.removedDone', { name }) },
  );
  if (!data || data.length === 0) return null;
  const ask = async (id: string, name: string): Promise<void> => {
    const isSure = await confirm({
      title: t('archive.import.removeTitle', { name }),
      body: t('archive.import.removeBody'),
      confirmLabel: t('archive.import.remove'),
      isDangerous: true,
    });
    if (isSure) remove.mutate({ id, name });
  };
  return (
    <Panel title={t('archive.import.list')}>
      <ul className={cx('list')}>
        {data.map((one) => {
          const name = one.boardName ?? one.period;
          return (
            <li key={one.id} className={cx('entry')}>
              <div className={cx('words')}>
                <span>{name}</span>
                <span className={cx('detail')}>
                  {t('archive.import.from', {
                    name: one.packageName,
                    date: format.date(todayIso(new Date(one.importedAt))),
                  })}
                </span>
              </div>
              {one.removedAt === null ? (
                <Button
                  size="s"
                  variant="danger"
                  aria-label={`${t('archive.import.remove')}: ${name}`}
                  onPress={() => void ask(one.id, name)}
                >
                  {t('archive.import.remove')}
                </Button>
              ) : (
                <Pill>
                  {t('archive.import.removed', { date: format.date(todayIso(new Date(one.removedAt))) })}
                </Pill>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
