import { useRef, useState } from 'react';
import {
  directionOf,
  FACT_FIELDS,
  languageTag,
  mayGoOut,
  type BulletinChange,
  type BulletinField,
} from '../../../db/model/bulletin.ts';
import { useBulletinField, useTextSaving } from '../../api/bulletin-saver.ts';
import { api } from '../../api/client.ts';
import type { Autosave, ItemSaveState } from '../../api/item-autosave.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Menu.tsx';
import { useRemembered } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { SaveState, type Saving } from '../../ui/SaveState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { exportBulletin } from './bulletin-files.ts';
import { BulletinPage, PageFitNote } from './BulletinPage.tsx';
import type { Bulletin, BulletinText } from './BulletinScreen.tsx';
import { CheckDialog } from './CheckDialog.tsx';
import { SourceSide } from './SourceSide.tsx';
import { STATE_TONES } from './states.ts';
import { Versions } from './Versions.tsx';
import { WritingAid } from './WritingAid.tsx';
import styles from './Communication.module.css';

const cx = classes(styles);
type Part = 'write' | 'page' | 'versions';
type Saver = Autosave<BulletinChange>;

const savingOf = (state: ItemSaveState, savedAt: number | null): Saving =>
  state === 'saved' ? { kind: 'saved', at: savedAt } : { kind: state === 'conflict' ? 'failed' : state };

/** One language: its state and what can be done with it; writing beside the source, the page, the versions. */
export function LanguagePart({
  bulletin,
  text,
  saver,
  onRemoved,
}: {
  bulletin: Bulletin;
  text: BulletinText;
  saver: Saver;
  onRemoved: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const [part, setPart] = useRemembered<Part>('bulletins.part', 'write');
  const [isChecking, setChecking] = useState(false);
  const { state, savedAt } = useTextSaving(saver, text.id);
  const textId = text.id;
  const current = useMutationWithFeedback(() => api.bulletins.confirmCurrent.mutate({ textId }), {
    done: t('bulletins.confirmed'),
  });
  const uncheck = useMutationWithFeedback(() => api.bulletins.uncheck.mutate({ textId }), {
    done: t('bulletins.unchecked'),
  });
  const keep = useMutationWithFeedback(() => api.bulletins.keepVersion.mutate({ textId }), {
    done: t('bulletins.kept'),
  });
  const remove = useMutationWithFeedback(() => api.bulletins.removeLanguage.mutate({ textId }), {
    done: t('bulletins.removedLanguage'),
    undo: (removal) => api.bulletins.restoreLanguage.mutate(removal),
    onSuccess: () => {
      saver.forget(textId);
      onRemoved();
    },
  });
  const isWritten = mayGoOut(text.state);
  const canGoOut = isWritten && bulletin.origin?.obstacle == null;
  /** What was typed is stored before anything is done with the text. */
  const afterSaving = (work: () => unknown) => (): void =>
    void saver.flush(textId).then((isStored) => {
      if (isStored) work();
    });
  const exportAs = (kind: 'pdf' | 'html' | 'text') =>
    afterSaving(() => void exportBulletin(bulletin.id, text.language, kind));
  return (
    <div role="group" className={cx('stack')} aria-label={t(`bulletins.language.${text.language}`)}>
      <div className={cx('buttons')}>
        <Pill tone={STATE_TONES[text.state]}>{t(`bulletins.state.${text.state}`)}</Pill>
        {text.state === 'checked' && (
          <span className={cx('detail')}>
            {t('bulletins.checkedBy', { name: text.checkedBy, date: format.date(text.checkedOn) })}
          </span>
        )}
        <SaveState saving={savingOf(state, savedAt)} />
        <span className={cx('spring')} />
        {text.state === 'checked' ? (
          <Button size="s" onPress={() => uncheck.mutate(undefined)}>
            {t('bulletins.uncheck')}
          </Button>
        ) : (
          <Button
            size="s"
            icon="check"
            isDisabled={!isWritten || text.state === 'outdated'}
            onPress={afterSaving(() => setChecking(true))}
          >
            {t('bulletins.check')}
          </Button>
        )}
        <Menu
          entries={[
            { id: 'pdf', label: t('bulletins.exportPdf'), icon: 'print', run: exportAs('pdf') },
            { id: 'html', label: t('bulletins.exportHtml'), icon: 'document', run: exportAs('html') },
            { id: 'text', label: t('bulletins.exportText'), icon: 'document', run: exportAs('text') },
          ]}
        >
          <Button size="s" icon="download" isDisabled={!canGoOut}>
            {t('bulletins.export')}
          </Button>
        </Menu>
        {!text.isSource && (
          <Menu
            entries={[
              {
                id: 'remove',
                label: t('bulletins.removeLanguage'),
                icon: 'trash',
                isDangerous: true,
                run: afterSaving(() => remove.mutate(undefined)),
              },
            ]}
          >
            <IconButton icon="more" size="s" label={t('common.moreActions')} />
          </Menu>
        )}
      </div>
      {text.state === 'outdated' && (
        <Banner
          tone="warning"
          actions={
            <Button size="s" onPress={afterSaving(() => current.mutate(undefined))}>
              {t('bulletins.confirmCurrent')}
            </Button>
          }
        >
          {t('bulletins.outdated')}
        </Banner>
      )}
      <Tabs
        label={t(`bulletins.language.${text.language}`)}
        selected={part}
        onChange={setPart}
        tabs={[
          {
            id: 'write',
            label: t('bulletins.part.write'),
            content: <Writing bulletin={bulletin} text={text} saver={saver} />,
          },
          {
            id: 'page',
            label: t('bulletins.part.page'),
            content: (
              <div className={cx('stack')}>
                {canGoOut && <PageFitNote bulletin={bulletin} text={text} />}
                <BulletinPage bulletin={bulletin} text={text} />
              </div>
            ),
          },
          {
            id: 'versions',
            label: t('bulletins.part.versions'),
            content: (
              <Versions
                text={text}
                keep={
                  <Button
                    size="s"
                    icon="history"
                    isDisabled={!isWritten}
                    onPress={afterSaving(() => keep.mutate(undefined))}
                  >
                    {t('bulletins.keepVersion')}
                  </Button>
                }
              />
            ),
          },
        ]}
      />
      {isChecking && <CheckDialog textId={text.id} onClose={() => setChecking(false)} />}
    </div>
  );
}

function Writing({ bulletin, text, saver }: { bulletin: Bulletin; text: BulletinText; saver: Saver }) {
  const t = useText();
  const { conflict } = useTextSaving(saver, text.id);
  const area = useRef<HTMLTextAreaElement>(null);
  const body = useBulletinField(saver, text, 'body');
  const source = bulletin.texts.find(({ isSource }) => isSource);
  const sourceBody = text.isSource
    ? (bulletin.origin?.parts ?? []).map((one) => one.text).join('\n')
    : (source?.content.body ?? '');
  const writing = { lang: languageTag(text.language), dir: directionOf(text.language) };
  const go = (start: number, end: number): void => {
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  return (
    <div className={cx('stack')}>
      {conflict && (
        <Banner
          tone="warning"
          isAlert
          actions={
            <>
              <Button size="s" onPress={() => saver.resolve(text.id, conflict.field, 'mine')}>
                {t('bulletins.conflictMine')}
              </Button>
              <Button size="s" onPress={() => saver.resolve(text.id, conflict.field, 'theirs')}>
                {t('bulletins.conflictTheirs')}
              </Button>
            </>
          }
        >
          {t('bulletins.conflict', { field: t(`bulletins.field.${conflict.field}`) })} {conflict.theirs}
        </Banner>
      )}
      <div className={cx('sides')}>
        <SourceSide bulletin={bulletin} text={text} />
        <Panel title={t(`bulletins.language.${text.language}`)}>
          <div className={cx('fields')}>
            <SavedField saver={saver} text={text} field="title" />
            <TextArea
              label={t('bulletins.field.body')}
              description={t('bulletins.field.bodyNote')}
              rows={12}
              maxLength={20_000}
              textLanguage={writing}
              inputRef={area}
              value={body}
              onChange={(next) => saver.edit(text.id, 'body', next)}
            />
            <h3 className={cx('label')}>{t('bulletins.facts')}</h3>
            <div className={cx('facts')}>
              {FACT_FIELDS.map((field) => (
                <SavedField key={field} saver={saver} text={text} field={field} />
              ))}
            </div>
          </div>
        </Panel>
      </div>
      <WritingAid text={text} body={body} sourceBody={sourceBody} onGo={go} />
    </div>
  );
}

function SavedField({ saver, text, field }: { saver: Saver; text: BulletinText; field: BulletinField }) {
  const t = useText();
  const value = useBulletinField(saver, text, field);
  return (
    <TextField
      label={t(`bulletins.field.${field}`)}
      maxLength={field === 'title' ? 300 : 600}
      textLanguage={{ lang: languageTag(text.language), dir: directionOf(text.language) }}
      value={value}
      onChange={(next) => saver.edit(text.id, field, next)}
    />
  );
}
