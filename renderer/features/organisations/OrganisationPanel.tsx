import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { navigate } from '../../ui/navigation.ts';
import styles from './Organisation.module.css';
import {
  OrganisationFacts,
  OrganisationPeople,
  OrganisationSeats,
  StatePill,
} from './OrganisationDetails.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { showPanel, usePanel, type OrganisationPanel as Shown } from './panel-store.ts';
import { useOrganisation, type Organisation } from './use-organisation.ts';

const cx = classes(styles);

/** What is open beside the list: the card of an organisation, its form, or the form of a new one. Escape closes. */
export function OrganisationPanel({ panel, onClosed }: { panel: Shown; onClosed: () => void }) {
  const t = useText();
  const { data, error } = useOrganisation(panel.kind === 'new' ? null : panel.id);
  const heading = useRef<HTMLHeadingElement>(null);
  const close = async (): Promise<void> => {
    await showPanel(null);
    if (usePanel.getState().panel === null) onClosed();
  };
  // After a form the card takes the focus back from the field that is gone.
  const kind = panel.kind;
  const before = useRef(kind);
  useEffect(() => {
    if (kind === 'card' && before.current !== 'card') heading.current?.focus();
    before.current = kind;
  }, [kind]);

  const title =
    kind === 'new'
      ? t('organisations.new')
      : kind === 'edit'
        ? t('organisations.edit')
        : (data?.nameFi ?? '');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape from anywhere inside
    <section
      className={cx('panel')}
      aria-label={t('organisations.card')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        void close();
      }}
    >
      <div className={cx('head')}>
        <h2 ref={heading} tabIndex={-1} className={cx('name')}>
          {title}
          {kind === 'card' && data && data.state !== 'active' && (
            <span className={cx('state')}>
              <StatePill state={data.state} />
            </span>
          )}
        </h2>
        {kind === 'card' && data && (
          <>
            <Button size="s" icon="edit" onPress={() => void showPanel({ kind: 'edit', id: data.id })}>
              {t('common.edit')}
            </Button>
            <IconButton
              icon="external"
              size="s"
              label={t('organisations.openWhole')}
              onPress={() => navigate({ name: 'organisation', id: data.id })}
            />
          </>
        )}
        <IconButton
          icon="close"
          size="s"
          label={t('common.close')}
          shortcut="Escape"
          onPress={() => void close()}
        />
      </div>
      <div className={cx('body')}>
        {error && <Banner tone="danger">{error.message}</Banner>}
        {kind === 'new' && <PanelForm onCancel={close} />}
        {kind === 'edit' && data && (
          <PanelForm
            key={data.id}
            organisation={data}
            onCancel={() => showPanel({ kind: 'card', id: data.id })}
          />
        )}
        {kind === 'card' && data && <Card organisation={data} />}
      </div>
    </section>
  );
}

function PanelForm({
  organisation,
  onCancel,
}: {
  organisation?: Organisation;
  onCancel: () => Promise<void>;
}) {
  return (
    <OrganisationForm
      {...(organisation ? { organisation } : {})}
      // Saved: nothing to ask about.
      onSaved={(id) => usePanel.setState({ panel: { kind: 'card', id } })}
      onCancel={() => void onCancel()}
      onOpen={(id) => void showPanel({ kind: 'card', id })}
    />
  );
}

function Card({ organisation }: { organisation: Organisation }) {
  const t = useText();
  return (
    <>
      <OrganisationFacts organisation={organisation} />
      <div className={cx('part')}>
        <h3 className={cx('heading')}>{t('organisations.positions')}</h3>
        <OrganisationPeople organisation={organisation} />
      </div>
      <div className={cx('part')}>
        <h3 className={cx('heading')}>{t('organisations.seats')}</h3>
        <OrganisationSeats organisation={organisation} />
      </div>
    </>
  );
}
