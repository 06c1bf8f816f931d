import { useState } from 'react';
import { toClientError } from '../../api/client-error.ts';
import { bridge } from '../../api/bridge.ts';
import { api, type Outputs } from '../../api/client.ts';
import { follow } from '../../api/follow.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { Cancelled } from '../../api/send-file.ts';
import { useFormat } from '../../i18n/format.ts';
import type { TextKey } from '../../i18n/fi.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormSection } from '../../ui/Form.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './Import.module.css';

const cx = classes(styles);
type Preview = Outputs['classifications']['preview'];
type Taken = Outputs['classifications']['takeInUse'] extends AsyncIterable<infer One> ? One : never;

/** Which classification of municipalities (kuntaluokitus) is in use, and taking a new one. */
export function ClassificationPanel() {
  const t = useText();
  const [opened, setOpened] = useState<{ grant: string; preview: Preview } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { data: year } = useTopicQuery(['organisations', 'workspace'], ['classifications.year'], () =>
    api.classifications.year.query(),
  );
  const choose = async (): Promise<void> => {
    setError(null);
    const file = await bridge().native.chooseOpenFile('table');
    if (!file) return;
    try {
      const { grant } = file;
      setOpened({ grant, preview: await api.classifications.preview.mutate({ grant, year: null }) });
    } catch (thrown) {
      setError(toClientError(thrown).message);
    }
  };
  return (
    <Panel
      title={t('imports.classification.title')}
      actions={
        <Button size="s" icon="upload" onPress={() => void choose()}>
          {t('imports.classification.choose')}
        </Button>
      }
    >
      {error !== null && (
        <Banner tone="danger" isAlert>
          {error}
        </Banner>
      )}
      {typeof year === 'number' && <p>{t('imports.classification.inUse', { year })}</p>}
      <p className={cx('faint')}>{t('imports.classification.lead')}</p>
      {opened && <ClassificationDialog {...opened} onClose={() => setOpened(null)} />}
    </Panel>
  );
}

function ClassificationDialog({
  grant,
  preview: first,
  onClose,
}: {
  grant: string;
  preview: Preview;
  onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [preview, setPreview] = useState(first);
  const [successors, setSuccessors] = useState<Record<string, Option>>({});
  const [error, setError] = useState<string | null>(null);
  const [work, setWork] = useState<{ value: number; cancel: () => void } | null>(null);
  const nameOf = (one: { nameFi: string; nameSv: string }): string =>
    language === 'sv' ? one.nameSv : one.nameFi;
  const told = async (action: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await action();
    } catch (thrown) {
      if (!(thrown instanceof Cancelled)) setError(toClientError(thrown).message);
    }
  };
  const changeYear = (year: number | null): void => {
    if (year !== null && year !== preview.year)
      void told(async () => setPreview(await api.classifications.preview.mutate({ grant, year })));
  };
  const take = (): Promise<void> =>
    told(async () => {
      const controller = new AbortController();
      setWork({ value: 0, cancel: () => controller.abort() });
      try {
        await follow<NonNullable<Taken['result']>>(
          (observer) =>
            api.classifications.takeInUse.subscribe(
              {
                grant,
                year: preview.year,
                successors: Object.fromEntries(
                  Object.entries(successors).map(([code, { id }]) => [code, id] as const),
                ),
              },
              observer,
            ),
          {
            signal: controller.signal,
            onProgress: (done, total) =>
              setWork((now) => now && { ...now, value: total > 0 ? done / total : 0 }),
          },
        );
        showToast({ kind: 'done', message: t('imports.classification.done', { year: preview.year }) });
        onClose();
      } finally {
        setWork(null);
      }
    });
  const find = (text: string): readonly Option[] =>
    preview.choices
      .filter((one) => nameOf(one).toLocaleLowerCase('fi').startsWith(text.trim().toLocaleLowerCase('fi')))
      .slice(0, 30)
      .map((one) => ({ id: one.id, label: nameOf(one) }));
  const { added, ended, renamed, regions, counties } = preview;
  const isSame = added.length + ended.length + renamed.length + regions.length + counties.length === 0;
  const list = (title: TextKey, lines: readonly string[]) =>
    lines.length > 0 && (
      <FormSection title={t(title)} isDense>
        <ul className={cx('changes')}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </FormSection>
    );
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('imports.classification.dialog')}
      lead={t('imports.classification.summary', {
        municipalities: format.number(preview.municipalities),
        organisations: format.number(preview.organisations),
      })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={work !== null} onPress={() => void take()}>
            {t('imports.classification.take')}
          </Button>
        </>
      }
    >
      {error !== null && (
        <Banner tone="danger" isAlert>
          {error}
        </Banner>
      )}
      {work !== null && (
        <ProgressBar label={t('imports.classification.taking')} value={work.value} onCancel={work.cancel} />
      )}
      <NumberField
        label={t('imports.classification.year')}
        width="s"
        formatOptions={{ useGrouping: false }}
        value={preview.year}
        onChange={changeYear}
      />
      {isSame && <p>{t('imports.classification.none', { year: preview.before })}</p>}
      {ended.length > 0 && (
        <FormSection title={t('imports.classification.ended')} isDense>
          {ended.map((one) => (
            <ComboBox
              key={one.code}
              label={t('imports.classification.successor', { name: nameOf(one) })}
              description={t('imports.classification.organisations', { count: one.organisations })}
              width="m"
              value={successors[one.code] ?? null}
              onChange={(chosen) =>
                setSuccessors(({ [one.code]: _was, ...rest }) =>
                  chosen ? { ...rest, [one.code]: chosen } : rest,
                )
              }
              load={find}
            />
          ))}
          <p className={cx('faint')}>{t('imports.classification.stay', { year: preview.before })}</p>
        </FormSection>
      )}
      {list('imports.classification.added', added.map(nameOf))}
      {list(
        'imports.classification.renamed',
        renamed.map((one) =>
          t('imports.classification.from', { name: nameOf(one), before: one.before ?? '' }),
        ),
      )}
      {list(
        'imports.classification.regions',
        regions.map((one) =>
          t('imports.classification.fromTo', {
            name: nameOf(one),
            before: one.before ?? '',
            after: one.after,
          }),
        ),
      )}
      {list(
        'imports.classification.counties',
        counties.map((one) =>
          t('imports.classification.fromTo', {
            name: nameOf(one),
            before: one.before ?? '',
            after: one.after,
          }),
        ),
      )}
    </Dialog>
  );
}
