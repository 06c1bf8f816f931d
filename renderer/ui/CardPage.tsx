/** The frame of one card of a list: the way back, its code and state, what can be done with it, its removal and its form. */
import type { ReactNode } from 'react';
import type { ClientError } from '../api/client-error.ts';
import { useText } from '../i18n/language.ts';
import { Banner } from './Banner.tsx';
import { Button, IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { confirm } from './confirm.ts';
import { Menu, type MenuEntry } from './Menu.tsx';
import { navigate, type Route } from './navigation.ts';
import { Page } from './Page.tsx';
import parts from './Parts.module.css';

const cx = classes(parts);

/** The list that a card belongs to. */
export interface CardList {
  title: string;
  route: Route;
}

function WayBack({ title, route }: CardList) {
  return (
    <Button variant="quiet" size="s" icon="arrowLeft" onPress={() => navigate(route)}>
      {title}
    </Button>
  );
}

/** While a card is being read, and when it can't be. */
export function MissingCard({ list, error }: { list: CardList; error: ClientError | null }) {
  return (
    <Page title={list.title} eyebrow={<WayBack {...list} />}>
      {error && <Banner tone="danger">{error.message}</Banner>}
    </Page>
  );
}

export function CardPage({
  list,
  title,
  lead,
  menu = [],
  removal,
  actions,
  onEdit,
  children,
}: {
  list: CardList;
  title: string;
  /** Its code, state and day in one line. */
  lead?: ReactNode;
  /** What else can be done with it; the removal comes last. */
  menu?: readonly MenuEntry[];
  /** `question` where nothing brings it back. */
  removal: { label: string; run: () => void; question?: { title: string; body: string } };
  /** Buttons before the one that opens its form. */
  actions?: ReactNode;
  onEdit: () => void;
  children: ReactNode;
}) {
  const t = useText();
  const { label, run, question } = removal;
  const remove = async (): Promise<void> => {
    if (question && !(await confirm({ ...question, confirmLabel: label, isDangerous: true }))) return;
    run();
  };
  return (
    <Page
      title={title}
      eyebrow={<WayBack {...list} />}
      lead={lead && <span className={cx('row')}>{lead}</span>}
      actions={
        <>
          <Menu
            entries={[
              ...menu,
              {
                id: 'remove',
                label,
                icon: 'trash',
                isDangerous: true,
                separator: menu.length > 0,
                run: () => void remove(),
              },
            ]}
          >
            <IconButton icon="more" label={t('common.moreActions')} />
          </Menu>
          {actions}
          <Button variant="primary" icon="edit" onPress={onEdit}>
            {t('common.edit')}
          </Button>
        </>
      }
    >
      {children}
    </Page>
  );
}
