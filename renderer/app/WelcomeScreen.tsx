import { lazy, Suspense, useState, type ReactNode } from 'react';
import { bridge } from '../api/bridge.ts';
import { api } from '../api/client.ts';
import { useMutationWithFeedback } from '../api/mutations.ts';
import { useText } from '../i18n/language.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icons.ts';
import styles from './Opening.module.css';

const cx = classes(styles);
const CreateBoardScreen = lazy(() => import('../features/boards/CreateBoardScreen.tsx'));

function Choice(props: {
  icon: IconName;
  title: string;
  children: ReactNode;
  isBusy?: boolean;
  onPress: () => void;
}) {
  return (
    <li>
      <button type="button" className={cx('choice')} disabled={props.isBusy ?? false} onClick={props.onPress}>
        <Icon name={props.icon} size={24} />
        <span className={cx('what')}>{props.title}</span>
        <span className={cx('why')}>{props.children}</span>
        <Icon name="chevronRight" size={20} />
      </button>
    </li>
  );
}

/** The first start: no board yet. Three ways to begin. */
export default function WelcomeScreen() {
  const t = useText();
  const [isCreating, setCreating] = useState(false);
  const openSample = useMutationWithFeedback(() => api.workspace.openSample.mutate());
  const importBoard = useMutationWithFeedback(async () => {
    const file = await bridge().native.chooseOpenFile('board');
    if (file) await api.workspace.importBoard.mutate({ source: file.grant });
  });
  const isBusy = openSample.isPending || importBoard.isPending;
  if (isCreating)
    return (
      <main className={cx('creating')}>
        <Suspense>
          <CreateBoardScreen onClose={() => setCreating(false)} />
        </Suspense>
      </main>
    );
  return (
    <main className={cx('book')}>
      <div className={cx('cover')}>
        <div className={cx('mark')} aria-hidden="true">
          §
        </div>
        <h1 className={cx('title')}>{t('shell.welcome.title')}</h1>
        <p className={cx('lead')}>{t('shell.welcome.lead')}</p>
      </div>
      <div className={cx('leaf')}>
        <ul className={cx('choices')}>
          <Choice
            icon="plus"
            title={t('shell.welcome.create')}
            isBusy={isBusy}
            onPress={() => setCreating(true)}
          >
            {t('shell.welcome.createBody')}
          </Choice>
          <Choice
            icon="eye"
            title={t('shell.welcome.sample')}
            isBusy={isBusy}
            onPress={() => openSample.mutate(undefined)}
          >
            {t('shell.welcome.sampleBody')}
          </Choice>
          <Choice
            icon="folder"
            title={t('shell.welcome.import')}
            isBusy={isBusy}
            onPress={() => importBoard.mutate(undefined)}
          >
            {t('shell.welcome.importBody')}
          </Choice>
        </ul>
        <p className={cx('note')}>{t('shell.welcome.offline')}</p>
      </div>
    </main>
  );
}
