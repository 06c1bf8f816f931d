import type { Outputs } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { FormSection } from '../../ui/Form.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Survey } from './SurveyScreen.tsx';
import styles from './Surveys.module.css';

const cx = classes(styles);
type Counted = Outputs['surveys']['countFile'];
export type FreeText = Counted['texts'][number][number];

const LEFT_OUT = 'none';

/** Which column of the table is which question. */
export function SurveyColumns({
  survey,
  columns,
  remembered,
  onChange,
}: {
  survey: Survey;
  columns: Counted['columns'];
  /** How many are as they were when the survey was counted before. */
  remembered: number;
  onChange: (columns: Counted['columns']) => void;
}) {
  const t = useText();
  const options = [
    { id: LEFT_OUT, label: t('surveys.columnLeftOut') },
    ...survey.questions.map(({ text }, index) => ({ id: String(index), label: text })),
  ];
  const choose = (at: number, id: string): void => {
    const question = id === LEFT_OUT ? null : Number(id);
    onChange(
      columns.map((one, index) => {
        if (index === at) return { ...one, question };
        return one.question === question ? { ...one, question: null } : one;
      }),
    );
  };
  return (
    <FormSection isDense title={t('surveys.columns')}>
      <p className={cx('detail')}>
        {remembered > 0 ? t('surveys.columnsRemembered') : t('surveys.columnsNote')}
      </p>
      <div className={cx('counts')}>
        {columns.map(({ heading, question }, at) => (
          <Select
            key={heading}
            label={heading}
            width="full"
            value={question === null ? LEFT_OUT : String(question)}
            onChange={(id) => choose(at, id)}
            options={options}
          />
        ))}
      </div>
    </FormSection>
  );
}

/** Free answers as they would be kept: by question, each with what in it may tell of a person. Kept only when wanted. */
export function FreeTexts({
  survey,
  texts,
  isKeeping,
  onKeeping,
  onRemove,
}: {
  survey: Survey;
  texts: readonly (readonly FreeText[])[];
  isKeeping: boolean;
  onKeeping: (isKeeping: boolean) => void;
  onRemove: (question: number, at: number) => void;
}) {
  const t = useText();
  const all = texts.flat();
  const hinted = all.filter(({ hints }) => hints.length > 0).length;
  return (
    <FormSection isDense title={t('surveys.texts', { count: all.length })}>
      <Banner tone="warning" title={t('surveys.textsWarningTitle')}>
        {t('surveys.textsWarning')} {hinted > 0 && t('surveys.textsHinted', { count: hinted })}
      </Banner>
      <Checkbox isSelected={isKeeping} onChange={onKeeping}>
        {t('surveys.textsKeep')}
      </Checkbox>
      {survey.questions.map(
        (question, index) =>
          (texts[index] ?? []).length > 0 && (
            <details key={question.id} open={hinted > 0}>
              <summary>{question.text}</summary>
              <ul className={cx('texts')} aria-label={question.text}>
                {(texts[index] ?? []).map(({ text, hints }, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the same answer may come more than once
                  <li key={`${String(at)} ${text}`} className={cx('text')}>
                    <span>
                      {text}{' '}
                      {hints.map((hint) => (
                        <Pill key={hint} tone="warning">
                          {t(`surveys.hint.${hint}`)}
                        </Pill>
                      ))}
                    </span>
                    <IconButton
                      icon="trash"
                      size="s"
                      label={t('surveys.textRemove', { text: text.slice(0, 60) })}
                      onPress={() => onRemove(index, at)}
                    />
                  </li>
                ))}
              </ul>
            </details>
          ),
      )}
    </FormSection>
  );
}
