import { useState } from 'react';
import { valueWord } from '../../../db/model/data-words.ts';
import { LANGUAGES, type Language } from '../../../db/model/language.ts';
import type { PrintableBlock } from '../../../db/model/printable.ts';
import { LEGAL_GROUNDS } from '../../../db/model/privacy.ts';
import { plainText } from '../../../db/model/rich-text.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useUnsavedSource } from '../../api/unsaved.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Fact, Facts, Form } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from './Privacy.module.css';
import { EVERY_TOPIC } from './topics.ts';

const cx = classes(styles);
type Stored = Outputs['privacy']['settings'];
type Settings = Stored['settings'];

/** The privacy notice as it would be printed, beside the settings that it is made of. */
export function Notice() {
  const t = useText();
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const { data: stored } = useTopicQuery(['privacy'], ['privacy.settings'], () =>
    api.privacy.settings.query(),
  );
  const { data: notice } = useTopicQuery(EVERY_TOPIC, ['privacy.notice', language], () =>
    api.privacy.notice.query({ language }),
  );
  return (
    <div className={cx('columns')}>
      <Panel
        title={t('privacy.noticePreview')}
        actions={
          <div className={cx('buttons')}>
            <Select
              label={t('common.language')}
              hideLabel
              width="s"
              value={language}
              onChange={setLanguage}
              options={LANGUAGES.map((id) => ({ id, label: t(`common.language.${id}`) }))}
            />
            <Button
              variant="primary"
              size="s"
              icon="download"
              onPress={() =>
                void saveFile('pdf', t('privacy.noticeFile'), (target) =>
                  api.privacy.exportNotice.mutate({ language, target }),
                )
              }
            >
              {t('privacy.noticePdf')}
            </Button>
          </div>
        }
      >
        <article className={cx('stack')} lang={language} aria-label={t('privacy.noticePreview')}>
          {notice?.blocks.map((block, index) => (
            <Block key={keyOf(block, index)} block={block} />
          ))}
        </article>
      </Panel>
      <Panel title={t('privacy.settings')}>
        {stored && <SettingsForm key={stored.version} stored={stored} />}
      </Panel>
    </div>
  );
}

const keyOf = (block: PrintableBlock, index: number): string => `${block.type} ${index}`;

function Block({ block }: { block: PrintableBlock }) {
  if (block.type === 'heading') return <h3>{block.text}</h3>;
  if (block.type === 'text')
    return <p className={cx('notice')}>{plainText({ type: 'doc', content: block.body })}</p>;
  if (block.type === 'facts')
    return (
      <Facts>
        {block.rows.map(({ label, lines }) => (
          <Fact key={label} name={label}>
            {lines.map((line) => (
              <div key={line}>{line}</div>
            ))}
          </Fact>
        ))}
      </Facts>
    );
  return null;
}

const SHORT = ['controller', 'controllerBusinessId', 'controllerContact', 'officer', 'registerName'] as const;
const LONG = ['purpose', 'sources', 'disclosures', 'transfers', 'protection'] as const;
const TERMS = ['contactMonths', 'replyMonths', 'logYears'] as const;

function SettingsForm({ stored }: { stored: Stored }) {
  const t = useText();
  const language = useLanguage();
  const [values, setValues] = useState<Settings>(stored.settings);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const set = (change: Partial<Settings>): void => setValues((old) => ({ ...old, ...change }));
  const isChanged = JSON.stringify(values) !== JSON.stringify(stored.settings);
  useUnsavedSource(isChanged);
  const save = useMutationWithFeedback(
    () => api.privacy.saveSettings.mutate({ version: stored.version, settings: values }),
    {
      done: t('privacy.settingsSaved'),
      undo: ({ version }) => api.privacy.saveSettings.mutate({ version, settings: stored.settings }),
      onError: ({ fields }) => {
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
    },
  );
  return (
    <Form id="privacy-settings" onSubmit={() => save.mutate(undefined)}>
      {SHORT.map((name) => (
        <TextField
          key={name}
          label={t(`privacy.set.${name}`)}
          value={values[name]}
          onChange={(value) => set({ [name]: value })}
          error={errors[`settings.${name}`]}
        />
      ))}
      <Select
        label={t('privacy.legalGround')}
        value={values.legalGround}
        onChange={(legalGround) => set({ legalGround })}
        options={LEGAL_GROUNDS.map((id) => ({ id, label: valueWord('legal_ground', id, language) }))}
      />
      {TERMS.map((name) => (
        <NumberField
          key={name}
          label={t(`privacy.set.${name}`)}
          width="s"
          value={values[name]}
          onChange={(value) => value !== null && set({ [name]: value })}
          minValue={1}
          maxValue={name === 'logYears' ? 50 : 600}
          error={errors[`settings.${name}`]}
        />
      ))}
      {LONG.map((name) => (
        <TextArea
          key={name}
          label={t(`privacy.set.${name}`)}
          description={t('privacy.blankIsDefault')}
          value={values[name]}
          onChange={(value) => set({ [name]: value })}
          error={errors[`settings.${name}`]}
        />
      ))}
      <div>
        <Button type="submit" variant="primary" isDisabled={!isChanged} isPending={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </Form>
  );
}
