import { bridge } from '../api/bridge.ts';
import type { ClientError } from '../api/client-error.ts';
import { EVERYTHING, invalidateTopics } from '../api/query-client.ts';
import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { RestoreBackupDialog } from './RestoreBackupDialog.tsx';
import styles from './Opening.module.css';

const cx = classes(styles);

/** The database could not be opened: what happened, that nothing is lost, and what can be done. */
export default function DatabaseProblem({ error }: { error: ClientError }) {
  const t = useText();
  const [isRestoring, setRestoring] = useState(false);
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
        </div>
      </div>
      {isRestoring && <RestoreBackupDialog onClose={() => setRestoring(false)} />}
    </main>
  );
}
