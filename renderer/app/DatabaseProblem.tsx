import { useState } from 'react';
import { bridge } from '../api/bridge.ts';
import type { ClientError } from '../api/client-error.ts';
import { api } from '../api/client.ts';
import { useMutationWithFeedback } from '../api/mutations.ts';
import { EVERYTHING, invalidateTopics } from '../api/query-client.ts';
import { useText } from '../i18n/language.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { confirm } from '../ui/confirm.ts';
import { RestoreBackupDialog } from './RestoreBackupDialog.tsx';
import styles from './Opening.module.css';

const cx = classes(styles);

/** The database could not be opened: what happened, that nothing is lost, and what can be done. */
export default function DatabaseProblem({ error }: { error: ClientError }) {
  const t = useText();
  const [isRestoring, setRestoring] = useState(false);
  const startEmpty = useMutationWithFeedback(() => api.workspace.startEmpty.mutate(), {
    done: ({ setAside }) => t('shell.database.emptyStarted', { name: setAside ?? '–' }),
    onSuccess: () => void invalidateTopics([EVERYTHING]),
  });
  const askToStartEmpty = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('shell.database.emptyTitle'),
      body: t('shell.database.emptyBody'),
      confirmLabel: t('shell.database.startEmpty'),
    });
    if (isSure) startEmpty.mutate(undefined);
  };
  return (
    <main className={cx('plain')}>
      <div className={cx('column')}>
        <h1 className={cx('title')}>{t('shell.database.title')}</h1>
        <div className={cx('message')}>
          <Banner tone="danger" isAlert title={error.message}>
            {t('shell.database.code', { code: error.code })}
          </Banner>
        </div>
        <p>{t('shell.database.safe')}</p>
        <div className={cx('buttons')}>
          <Button variant="primary" icon="refresh" onPress={() => void invalidateTopics([EVERYTHING])}>
            {t('common.tryAgain')}
          </Button>
          <Button icon="history" onPress={() => setRestoring(true)}>
            {t('shell.database.restore')}
          </Button>
          <Button icon="folder" onPress={() => void bridge().native.showInFolder()}>
            {t('shell.database.showFolder')}
          </Button>
          <Button variant="quiet" isPending={startEmpty.isPending} onPress={() => void askToStartEmpty()}>
            {t('shell.database.startEmpty')}
          </Button>
        </div>
      </div>
      {isRestoring && <RestoreBackupDialog onClose={() => setRestoring(false)} />}
    </main>
  );
}
