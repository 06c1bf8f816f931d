import { useState } from 'react';
import { LANGUAGES } from '../../../db/model/language.ts';
import type { PublicationReport, PublicationSettings } from '../../../db/model/publication.ts';
import { useOpenBoard } from '../../api/board.ts';
import { bridge, type ChosenFile } from '../../api/bridge.ts';
import { toClientError } from '../../api/client-error.ts';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CheckList } from './CheckList.tsx';
import styles from './Publishing.module.css';
import { useLongWork } from './use-long-work.ts';

const cx = classes(styles);

interface Chosen {
  folder: ChosenFile;
  isPublication: boolean;
  settings: PublicationSettings;
}

/** The public minutes as a site in a folder (julkaisukansio). */
export function FolderPanel() {
  const t = useText();
  const board = useOpenBoard();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const work = useLongWork<PublicationReport>();
  const choose = async (): Promise<void> => {
    const folder = await bridge().native.chooseFolder();
    if (folder === null) return;
    setRefused(null);
    try {
      setChosen({ folder, ...(await api.publishing.folderSettings.query({ target: folder.grant })) });
    } catch (thrown) {
      setRefused(toClientError(thrown).message);
    }
  };
  const set = (part: Partial<PublicationSettings>): void =>
    setChosen((now) => now && { ...now, settings: { ...now.settings, ...part } });
  const run = async (
    values: { among?: boolean; replace?: boolean; remove?: boolean } = {},
  ): Promise<void> => {
    if (chosen === null) return;
    const { folder, settings } = chosen;
    await work.start((observer) =>
      api.publishing.folder.subscribe(
        { boardId: board.id, target: folder.grant, settings, ...values },
        observer,
      ),
    );
  };
  const { settings } = chosen ?? {};
  return (
    <Panel title={t('publishing.folder')}>
      <div className={cx('form')}>
        <p className={cx('body')}>{t('publishing.folderBody')}</p>
        <div className={cx('row')}>
          <Button icon="folder" onPress={() => void choose()}>
            {chosen === null ? t('publishing.chooseFolder') : t('publishing.otherFolder')}
          </Button>
          {chosen && (
            <p>
              {t(chosen.isPublication ? 'publishing.folderOld' : 'publishing.folderNew', {
                name: chosen.folder.name,
              })}
            </p>
          )}
        </div>
        {refused !== null && (
          <Banner tone="danger" isAlert>
            {refused}
          </Banner>
        )}
        {settings && (
          <>
            <CheckList
              label={t('publishing.siteLanguages')}
              options={LANGUAGES.map((id) => ({ id, label: t(`common.language.${id}`) }))}
              chosen={settings.languages}
              onChange={(languages) => set({ languages })}
            />
            <NumberField
              label={t('publishing.days')}
              description={t('publishing.daysHint')}
              value={settings.personalDataDays}
              onChange={(days) => set({ personalDataDays: days ?? 0 })}
            />
            <TextField
              label={t('publishing.contact')}
              description={t('publishing.contactHint')}
              value={settings.contact}
              onChange={(contact) => set({ contact })}
            />
            <TextField
              label={t('publishing.url')}
              description={t('publishing.urlHint')}
              value={settings.baseUrl}
              onChange={(baseUrl) => set({ baseUrl })}
            />
            <TextField
              label={t('publishing.shortcomings')}
              description={t('publishing.shortcomingsHint')}
              value={settings.shortcomings}
              onChange={(shortcomings) => set({ shortcomings })}
            />
            <div className={cx('row')}>
              <Button
                variant="primary"
                isDisabled={settings.languages.length === 0 || work.underWay !== null}
                onPress={() => void run()}
              >
                {t('publishing.publish')}
              </Button>
              {work.error?.code === 'PUBLICATION_TAKEN' && (
                <Button onPress={() => void run({ among: true })}>{t('publishing.among')}</Button>
              )}
              {work.report !== null && work.report.kept.length > 0 && (
                <Button variant="danger" onPress={() => void run({ among: true, replace: true })}>
                  {t('publishing.replaceKept')}
                </Button>
              )}
              {work.report !== null && work.report.withdrawn.length > 0 && (
                <Button variant="danger" onPress={() => void run({ among: true, remove: true })}>
                  {t('publishing.removeWithdrawn')}
                </Button>
              )}
            </div>
          </>
        )}
        {work.underWay && (
          <ProgressBar
            label={t('publishing.publishing')}
            value={work.underWay.value}
            onCancel={work.underWay.cancel}
          />
        )}
        {work.cancelledAt !== null && (
          <Banner tone="info" isAlert>
            {t('publishing.folderCancelled')}
          </Banner>
        )}
        {work.error && (
          <Banner tone="danger" isAlert>
            {work.error.message}
          </Banner>
        )}
        {work.report && <FolderOutcome report={work.report} folder={chosen?.folder ?? null} />}
      </div>
    </Panel>
  );
}

function FolderOutcome({ report, folder }: { report: PublicationReport; folder: ChosenFile | null }) {
  const t = useText();
  const format = useFormat();
  const { added, changed, removed, unchanged, withdrawn, kept, personalDataRemoved, nextDue } = report;
  return (
    <Banner
      tone={kept.length + withdrawn.length > 0 ? 'warning' : 'ok'}
      title={t('publishing.published')}
      isAlert
    >
      <p>
        {t('publishing.counts', {
          added: added.length,
          changed: changed.length,
          removed: removed.length,
          unchanged,
        })}
      </p>
      {personalDataRemoved.length > 0 && (
        <p>{t('publishing.personalDataRemoved', { meetings: personalDataRemoved.join(', ') })}</p>
      )}
      {nextDue && (
        <p>{t('publishing.nextDue', { date: format.date(nextDue.on), meeting: nextDue.meeting })}</p>
      )}
      {withdrawn.length > 0 && (
        <>
          <p>{t('publishing.withdrawn')}</p>
          <ul className={cx('files')}>
            {withdrawn.map((file) => (
              <li key={file}>{file}</li>
            ))}
          </ul>
        </>
      )}
      {kept.length > 0 && (
        <>
          <p>{t('publishing.kept')}</p>
          <ul className={cx('files')}>
            {kept.map((file) => (
              <li key={file}>{file}</li>
            ))}
          </ul>
        </>
      )}
      {folder && (
        <Button variant="quiet" onPress={() => void bridge().native.showInFolder(folder.grant)}>
          {t('common.showInFolder')}
        </Button>
      )}
    </Banner>
  );
}
