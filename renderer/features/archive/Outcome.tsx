/** What came of a work on a package: made, verified with a certificate, listed, unpacked. */
import { api } from '../../api/client.ts';
import { bridge } from '../../api/bridge.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/Panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { dismissOutcome, type Listed, type Outcome, type Verdict } from './archive-store.ts';
import styles from './Archive.module.css';

const cx = classes(styles);

export function OutcomePanel({ outcome }: { outcome: Outcome }) {
  switch (outcome.kind) {
    case 'made':
      return <MadeOutcome outcome={outcome} />;
    case 'verdict':
      return <VerdictView verdict={outcome.verdict} />;
    case 'listed':
      return <ListedFiles listed={outcome.listed} />;
    case 'extracted':
      return <ExtractedOutcome outcome={outcome} />;
  }
}

function Reveal({ grant }: { grant: string }) {
  const t = useText();
  return (
    <Button size="s" icon="folder" onPress={() => void bridge().native.showInFolder(grant)}>
      {t('common.showInFolder')}
    </Button>
  );
}

function Close() {
  const t = useText();
  return (
    <Button size="s" variant="quiet" onPress={dismissOutcome}>
      {t('common.close')}
    </Button>
  );
}

function MadeOutcome({ outcome: { made, grant } }: { outcome: Extract<Outcome, { kind: 'made' }> }) {
  const t = useText();
  const format = useFormat();
  return (
    <div className={cx('stack')}>
      <Banner
        tone={made.faults.length > 0 ? 'warning' : 'ok'}
        title={t('archive.done.title', { name: made.name })}
        actions={
          <>
            <Reveal grant={grant} />
            <Close />
          </>
        }
      >
        {[format.bytes(made.bytes), made.envelope === 'passphrase' ? t('archive.done.lockTried') : null]
          .filter((part) => part !== null)
          .join('. ')}
        <Faults faults={made.faults} />
      </Banner>
      {made.verdict && <VerdictView verdict={made.verdict} />}
    </div>
  );
}

export function Faults({ faults }: { faults: readonly { path: string; reason: string }[] }) {
  const t = useText();
  if (faults.length === 0) return null;
  return (
    <div>
      <p>{t('archive.done.faults', { count: faults.length })}</p>
      <ul>
        {faults.map(({ path, reason }) => (
          <li key={path}>
            {path}: {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Right or wrong, with what is wrong, and the certificate as a document. */
function VerdictView({ verdict }: { verdict: Verdict }) {
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const seal = verdict.seal === null ? null : (`archive.verdict.seal${CAPITAL[verdict.seal]}` as const);
  return (
    <Banner
      tone={verdict.whole ? 'ok' : 'danger'}
      isAlert={!verdict.whole}
      title={t(verdict.whole ? 'archive.verdict.whole' : 'archive.verdict.broken', { name: verdict.name })}
      actions={
        <>
          <Button
            size="s"
            icon="print"
            onPress={() =>
              void saveFile('pdf', t('archive.verdict.certificateFile'), (target) =>
                api.archive.exportCertificate.mutate({ id: verdict.id, language, target }),
              )
            }
          >
            {t('archive.verdict.certificate')}
          </Button>
          <Close />
        </>
      }
    >
      <p>
        {t('archive.verdict.counts', {
          files: format.number(verdict.payload.files),
          bytes: format.bytes(verdict.payload.bytes),
        })}{' '}
        {seal && t(seal)}
      </p>
      {verdict.sha512 !== null && <p className={cx('hash')}>SHA-512 {verdict.sha512}</p>}
      {verdict.findings.length > 0 && (
        <div
          className={cx('scroll')}
          {...{ tabIndex: 0, role: 'region', 'aria-label': t('archive.verdict.fault') }}
        >
          <p>{t('archive.verdict.findings', { count: verdict.findingCount })}</p>
          <table className={cx('table')}>
            <thead>
              <tr>
                <th scope="col">{t('archive.verdict.file')}</th>
                <th scope="col">{t('archive.verdict.fault')}</th>
              </tr>
            </thead>
            <tbody>
              {verdict.findings.map(({ subject, text }) => (
                <tr key={`${subject} ${text}`}>
                  <td>{subject}</td>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Banner>
  );
}

const CAPITAL = { right: 'Right', wrong: 'Wrong', none: 'None' } as const;

function ListedFiles({ listed }: { listed: Listed }) {
  const t = useText();
  const format = useFormat();
  return (
    <Panel title={t('archive.listed.title', { name: listed.name })} actions={<Close />}>
      <p>{t('archive.listed.count', { count: listed.total })}</p>
      {listed.findings.length > 0 && (
        <Banner tone="warning">
          <ul>
            {listed.findings.map(({ subject, text }) => (
              <li key={`${subject} ${text}`}>
                {subject}: {text}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <div
        className={cx('scroll')}
        {...{ tabIndex: 0, role: 'region', 'aria-label': t('archive.listed.file') }}
      >
        <table className={cx('table')}>
          <thead>
            <tr>
              <th scope="col">{t('archive.listed.file')}</th>
              <th scope="col" className={cx('number')}>
                {t('archive.listed.size')}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.files.map(({ path, bytes }) => (
              <tr key={path}>
                <td>{path}</td>
                <td className={cx('number')}>{format.bytes(bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function ExtractedOutcome({
  outcome: { extracted, grant },
}: {
  outcome: Extract<Outcome, { kind: 'extracted' }>;
}) {
  const t = useText();
  const format = useFormat();
  return (
    <Banner
      tone={extracted.findings.length > 0 ? 'warning' : 'ok'}
      title={t('archive.extracted.title', { folder: extracted.folder })}
      actions={
        <>
          <Reveal grant={grant} />
          <Close />
        </>
      }
    >
      {t('archive.extracted.text', { count: extracted.files, bytes: format.bytes(extracted.bytes) })}
      {extracted.findings.length > 0 && (
        <ul>
          {extracted.findings.map(({ subject, text }) => (
            <li key={`${subject} ${text}`}>
              {subject}: {text}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
