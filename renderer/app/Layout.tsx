import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { api } from '../api/client.ts';
import { useMutationWithFeedback } from '../api/mutations.ts';
import { useText } from '../i18n/language.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { confirm } from '../ui/confirm.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Keys } from '../ui/Keys.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Page } from '../ui/Page.tsx';
import { goBack, goForward, navigate, resetNavigation, useNavigation, useRoute } from '../ui/navigation.ts';
import { chooseBoard, useBoard, type OpenBoard } from '../api/board.ts';
import { Banner } from '../ui/Banner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import styles from './Layout.module.css';
import { openPalette } from './palette-store.ts';
import { FOOT_PLACES, PLACES, WORK_PLACES, type Place } from './places.ts';
import { screenOf } from './screens.ts';

const cx = classes(styles);

/** Out of the sample, or the sample as it was delivered. */
function SampleActions() {
  const t = useText();
  const leave = useMutationWithFeedback(() => api.workspace.openOwn.mutate(), {
    onSuccess: () => resetNavigation(),
  });
  const reset = useMutationWithFeedback(() => api.workspace.resetSample.mutate(), {
    onSuccess: () => resetNavigation(),
    done: () => t('shell.sampleWasReset'),
  });
  const isBusy = leave.isPending || reset.isPending;
  return (
    <>
      <Button
        size="s"
        isDisabled={isBusy}
        onPress={() =>
          void confirm({
            title: t('shell.sampleResetTitle'),
            body: t('shell.sampleResetBody'),
            confirmLabel: t('shell.sampleReset'),
            isDangerous: true,
          }).then((yes) => yes && reset.mutate(undefined))
        }
      >
        {t('shell.sampleReset')}
      </Button>
      <Button size="s" isDisabled={isBusy} onPress={() => leave.mutate(undefined)}>
        {t('shell.sampleLeave')}
      </Button>
    </>
  );
}

function RailLinks({ places }: { places: readonly Place[] }) {
  const t = useText();
  const current = useRoute().name;
  return (
    <ul className={cx('links')}>
      {places.map(({ route, label, icon, also }) => (
        <li key={route.name}>
          <button
            type="button"
            className={cx('link')}
            onClick={() => navigate(route)}
            {...(route.name === current || also?.includes(current)
              ? { 'aria-current': 'page' as const }
              : {})}
          >
            <Icon name={icon} size={20} />
            {t(label)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Rail() {
  const t = useText();
  return (
    <nav className={cx('rail')} aria-label={t('shell.navigation')}>
      <div className={cx('brand')}>
        <span className={cx('mark')} aria-hidden="true">
          §
        </span>
        {t('shell.productName')}
      </div>
      <RailLinks places={PLACES} />
      <div className={cx('groupTitle')} id="rail-work">
        {t('shell.nav.work')}
      </div>
      <div role="group" aria-labelledby="rail-work">
        <RailLinks places={WORK_PLACES} />
      </div>
      <div className={cx('foot')}>
        <RailLinks places={FOOT_PLACES} />
      </div>
    </nav>
  );
}

/** Goes to another board of the file: the board itself, or a body below it. */
function BoardMenu({ boards, current }: { boards: readonly OpenBoard[]; current: OpenBoard | null }) {
  const t = useText();
  const route = useRoute();
  const open = (id: string): void => {
    chooseBoard(id);
    // What is open belongs to the board that is left.
    if ('id' in route) resetNavigation({ name: 'meetings' });
  };
  return (
    <Menu
      label={t('planning.board.choose')}
      placement="bottom start"
      entries={boards.map(({ id, name, parentId }) => ({
        id,
        label: parentId === null ? name : `– ${name}`,
        ...(id === current?.id ? { icon: 'check' as const } : {}),
        run: () => open(id),
      }))}
    >
      <Button variant="quiet" iconAfter="chevronDown">
        {current?.name ?? t('shell.noBoard')}
      </Button>
    </Menu>
  );
}

function TopBar() {
  const t = useText();
  const { entries, index } = useNavigation();
  const { board, boards } = useBoard();
  return (
    <header className={cx('top')}>
      <div className={cx('steps')}>
        <IconButton
          icon="arrowLeft"
          size="s"
          label={t('shell.shortcuts.back')}
          shortcut="Alt+ArrowLeft"
          isDisabled={index === 0}
          onPress={goBack}
        />
        <IconButton
          icon="arrowRight"
          size="s"
          label={t('shell.shortcuts.forward')}
          shortcut="Alt+ArrowRight"
          isDisabled={index >= entries.length - 1}
          onPress={goForward}
        />
      </div>
      {boards.length > 1 ? (
        <BoardMenu boards={boards} current={board} />
      ) : (
        <div className={cx('board')}>{board?.name ?? t('shell.noBoard')}</div>
      )}
      <button type="button" className={cx('search')} onClick={() => openPalette()} aria-haspopup="dialog">
        <Icon name="search" size={16} />
        <span>{t('shell.search')}</span>
        <Keys shortcut="Ctrl+K" />
      </button>
    </header>
  );
}

function CurrentScreen() {
  const t = useText();
  const route = useRoute();
  const Screen = screenOf(route.name);
  const key = 'id' in route ? `${route.name}:${route.id}` : route.name;
  if (!Screen) {
    const place = [...PLACES, ...WORK_PLACES, ...FOOT_PLACES].find(
      ({ route: { name } }) => name === route.name,
    );
    return (
      <Page title={t(place?.label ?? 'shell.productName')}>
        <EmptyState title={t('shell.screenMissing')} />
      </Page>
    );
  }
  return (
    <ErrorBoundary key={key}>
      <Suspense fallback={<p className={cx('waiting')}>{t('common.loading')}</p>}>
        {/* oxlint-disable-next-line react/static-components -- one component for each route, made once */}
        <Screen route={route} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** Frame of the program: rail, top bar and the screen. `banners` lie under the top bar. */
export function Layout({ banners }: { banners?: ReactNode }) {
  const t = useText();
  const main = useRef<HTMLElement>(null);
  const route = useRoute();
  const { board } = useBoard();
  const shown = useRef(route);
  // A new screen has the focus on its title, so that it is told and Tab goes on from there.
  useEffect(() => {
    if (shown.current.name === route.name) return;
    shown.current = route;
    const isIn = main.current?.contains(document.activeElement) ?? false;
    if (!isIn || document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [route]);
  return (
    <div className={cx('frame')}>
      <a
        className={cx('skip')}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('shell.skipToContent')}
      </a>
      <Rail />
      <TopBar />
      <main ref={main} id="main" tabIndex={-1} className={cx('main')}>
        <div className={cx('banners')}>
          {board?.isSample && (
            <Banner isEdge tone="warning" actions={<SampleActions />}>
              {t('shell.sampleBoard')}
            </Banner>
          )}
          {banners}
        </div>
        <div className={cx('screen')}>
          <CurrentScreen />
        </div>
      </main>
    </div>
  );
}
