/** Every primitive on one page, to be looked at and tested. Not part of the product: no page of it links here. */
import { useMemo, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Language } from '../../../db/model/language.ts';
import { setLanguage, useLanguage, useText } from '../../i18n/language.ts';
import '../base.css';
import { Banner } from '../Banner.tsx';
import { Button, IconButton } from '../Button.tsx';
import { classes } from '../classes.ts';
import { confirm } from '../confirm.ts';
import { ConfirmHost } from '../ConfirmHost.tsx';
import { Dialog } from '../Dialog.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { Fact, Facts } from '../Form.tsx';
import { Icon } from '../Icon.tsx';
import { ICON_NAMES } from '../icons.ts';
import { Keys } from '../Keys.tsx';
import { Menu } from '../Menu.tsx';
import { Page } from '../Page.tsx';
import { Panel } from '../Panel.tsx';
import { Badge, Pill } from '../Pill.tsx';
import { ProgressBar } from '../ProgressBar.tsx';
import { SaveState } from '../SaveState.tsx';
import { SplitPane } from '../SplitPane.tsx';
import { Tabs } from '../Tabs.tsx';
import { ToastRegion } from '../ToastRegion.tsx';
import { showToast } from '../toasts.ts';
import { FieldsPart } from './FieldsPart.tsx';
import styles from './gallery.module.css';
import { GridPart } from './GridPart.tsx';
import { TextPart } from './TextPart.tsx';

const cx = classes(styles);

function Row({ children }: { children: ReactNode }) {
  return <div className={cx('row')}>{children}</div>;
}

function Buttons() {
  return (
    <Panel title="Painikkeet">
      <div className={cx('stack')}>
        <Row>
          <Button variant="primary" icon="plus">
            Uusi kokous
          </Button>
          <Button>Muokkaa</Button>
          <Button variant="quiet" icon="print">
            Tulosta
          </Button>
          <Button variant="danger" icon="trash">
            Poista pysyvästi
          </Button>
          <Button isDisabled>Ei käytössä</Button>
          <Button isPending variant="primary">
            Tallennetaan
          </Button>
          <IconButton icon="edit" label="Muokkaa" shortcut="Ctrl+E" />
          <IconButton icon="bold" label="Lihavointi" isOn />
          <Menu
            label="Toiminnot"
            entries={[
              { id: 'copy', label: 'Kopioi', icon: 'copy', shortcut: 'Ctrl+C', run: () => undefined },
              { id: 'export', label: 'Vie taulukkona', icon: 'download', run: () => undefined },
              {
                id: 'remove',
                label: 'Poista',
                icon: 'trash',
                isDangerous: true,
                separator: true,
                run: () => undefined,
              },
            ]}
          >
            <Button iconAfter="chevronDown">Toiminnot</Button>
          </Menu>
        </Row>
        <Row>
          <Button size="s" variant="primary">
            Pieni
          </Button>
          <Button size="s" icon="filter">
            Rajaa
          </Button>
          <Keys shortcut="Ctrl+Shift+L" />
          <SaveState saving={{ kind: 'saved', at: new Date(2026, 4, 19, 13, 5).getTime() }} />
          <SaveState saving={{ kind: 'saving' }} />
          <SaveState saving={{ kind: 'unsaved' }} />
        </Row>
        <Row>
          <Pill>Valmisteilla</Pill>
          <Pill tone="info">Kutsuttu koolle</Pill>
          <Pill tone="ok" icon="check">
            Päätösvaltainen
          </Pill>
          <Pill tone="warning" icon="clock">
            Tarkastettavana
          </Pill>
          <Pill tone="danger">Ei päätösvaltainen</Pill>
          <Badge>12</Badge>
          <Badge isAccent>3</Badge>
        </Row>
      </div>
    </Panel>
  );
}

function Messages() {
  const [isOpen, setOpen] = useState(false);
  const [tab, setTab] = useState<'agenda' | 'minutes'>('agenda');
  return (
    <Panel title="Ilmoitukset ja ikkunat">
      <div className={cx('stack')}>
        <Banner
          title="Kutsu lähtee liian myöhään"
          tone="warning"
          actions={<Button size="s">Muuta päivää</Button>}
        >
          Kutsuaika on vähintään 7 päivää ennen kokousta.
        </Banner>
        <Banner tone="danger">Varmuuskopiota ei voitu kirjoittaa.</Banner>
        <Banner tone="ok">Pöytäkirja on tarkastettu.</Banner>
        <Banner>Nuorisovaltuusto Neljäs Aalto ry:n jäsenyys päättyy 31.12.2026.</Banner>
        <Row>
          <Button onPress={() => setOpen(true)}>Avaa ikkuna</Button>
          <Button
            onPress={() =>
              void confirm({
                title: 'Poistetaanko kokous 3/2026?',
                body: 'Kokouksen esityslista ja liitteet poistetaan. Tätä ei voi kumota.',
                confirmLabel: 'Poista kokous',
                isDangerous: true,
              })
            }
          >
            Kysy
          </Button>
          <Button
            onPress={() =>
              showToast({
                kind: 'done',
                message: 'Kokous luotiin.',
                action: { label: 'Kumoa', run: () => undefined },
              })
            }
          >
            Ilmoita
          </Button>
          <Button
            onPress={() =>
              showToast({ kind: 'failed', message: 'Tiedostoa ei voitu tallentaa: levy on täynnä.' })
            }
          >
            Ilmoita virhe
          </Button>
        </Row>
        <ProgressBar
          label="Tuodaan järjestöjä"
          value={0.42}
          detail="2 940 / 7 000"
          onCancel={() => undefined}
        />
        <Tabs
          label="Kokous"
          selected={tab}
          onChange={setTab}
          tabs={[
            { id: 'agenda', label: 'Esityslista', count: 12, content: <p>Kokouksen avaus</p> },
            { id: 'minutes', label: 'Pöytäkirja', content: <p>Avattiin klo 13.00.</p> },
          ]}
        />
        <div className={cx('split')}>
          <SplitPane
            name="gallery"
            start={<div className={cx('pane')}>Asiakohdat</div>}
            end={
              <div className={cx('pane')}>
                <Facts>
                  <Fact name="Y-tunnus">0215839-7</Fact>
                  <Fact name="Yhdistysrekisterinumero">123.456</Fact>
                  <Fact name="Kotikunta">Kontiolahti</Fact>
                </Facts>
              </div>
            }
          />
        </div>
        <EmptyState title="Kokouksia ei ole vielä." actions={<Button variant="primary">Uusi kokous</Button>}>
          Ensimmäiseen kokoukseen tulevat vakioasiat valmiina.
        </EmptyState>
      </div>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="Uusi kokous"
        lead="Numero ja vakioasiat tulevat valmiina."
        actions={
          <>
            <Button onPress={() => setOpen(false)}>Peruuta</Button>
            <Button variant="primary" onPress={() => setOpen(false)}>
              Luo kokous
            </Button>
          </>
        }
      >
        <p>Sisältö</p>
      </Dialog>
    </Panel>
  );
}

function Icons() {
  return (
    <Panel title="Kuvakkeet">
      <Row>
        {ICON_NAMES.map((name) => (
          <span key={name} title={name}>
            <Icon name={name} size={20} />
          </span>
        ))}
      </Row>
    </Panel>
  );
}

function Gallery({ part }: { part: string | null }) {
  const language = useLanguage();
  const t = useText();
  const shown = useMemo(() => (name: string) => part === null || part === name, [part]);
  return (
    <I18nProvider locale={`${language}-FI`}>
      <main className={cx('gallery')}>
        <Page title="Osat" eyebrow={t('shell.productName')} lead={<Pill tone="info">Vain kehitykseen</Pill>}>
          {shown('buttons') && <Buttons />}
          {shown('fields') && <FieldsPart />}
          {shown('text') && <TextPart />}
          {shown('grid') && <GridPart />}
          {shown('messages') && <Messages />}
          {shown('buttons') && <Icons />}
        </Page>
      </main>
      <ConfirmHost />
      <ToastRegion />
    </I18nProvider>
  );
}

const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
await setLanguage((query.get('lang') ?? 'fi') as Language);
createRoot(document.getElementById('root')!).render(<Gallery part={query.get('part')} />);
