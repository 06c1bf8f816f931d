import type { IssuedVersionView } from '../../../db/model/call-view.ts';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/Panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import styles from './Call.module.css';
import { ChangeList } from './ChangeList.tsx';
import type { CallParts } from './use-call.ts';

const cx = classes(styles);

/** What went out, newest first; each as it was, for ever. */
export function Versions({ meeting, call }: CallParts) {
  const t = useText();
  return (
    <Panel title={t('call.versions')}>
      {call.versions.length === 0 ? (
        <p className={cx('muted')}>{t('call.versions.none')}</p>
      ) : (
        <ul className={cx('list')}>
          {call.versions.map((version) => (
            <Version key={version.id} version={version} language={meeting.language} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Version({ version, language }: { version: IssuedVersionView; language: 'fi' | 'sv' | 'en' }) {
  const t = useText();
  const format = useFormat();
  const { id, kind, number, issuedOn, issuedBy, note, sha256, changes } = version;
  const name = t('call.version', { kind: t(`call.kind.${kind}`), number });
  const save = (): Promise<boolean> =>
    saveFile(
      'pdf',
      async () => (await api.calls.issuedFileName.query({ documentId: id, language, format: 'pdf' })).name,
      (target) => api.calls.exportIssued.mutate({ documentId: id, language, format: 'pdf', target }),
    );
  return (
    <li className={cx('entry')}>
      <div className={cx('name')}>
        <div>{name}</div>
        <div className={cx('muted', 'small')}>
          {issuedBy === ''
            ? t('call.versionByNobody', { date: format.date(issuedOn) })
            : t('call.versionBy', { date: format.date(issuedOn), name: issuedBy })}
          {' · '}
          {t('call.checksum', { hash: sha256.slice(0, 12) })}
        </div>
        {note !== '' && <div className={cx('whole')}>{note}</div>}
      </div>
      <Button size="s" icon="download" aria-label={t('call.savePdfOf', { name })} onPress={() => void save()}>
        {t('call.savePdf')}
      </Button>
      {changes.length > 0 && (
        <details className={cx('whole')}>
          <summary>{t('call.versionChanges', { count: changes.length })}</summary>
          <ChangeList changes={changes} />
        </details>
      )}
    </li>
  );
}
