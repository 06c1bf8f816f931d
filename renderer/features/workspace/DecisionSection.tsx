import type { DecisionType } from '../../../db/model/decision.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { decide, KEYED_DECISIONS, naturalDecision, OTHER_DECISIONS } from './decisions.ts';
import styles from './DecisionSection.module.css';
import { Section } from './Section.tsx';
import { WrittenPart } from './TextPart.tsx';
import { useWorkspace } from './use-meeting.ts';

const cx = classes(styles);

/** The kinds of decision and the text of it; what is missing is said below. */
export function DecisionSection({ onPhrases }: { onPhrases: () => void }) {
  const workspace = useWorkspace();
  const { item, mayRecord } = workspace;
  const t = useText();
  const choose = (type: DecisionType): void =>
    void decide(workspace, item.decisionType === type ? null : type);
  const natural = naturalDecision(item);
  const others = OTHER_DECISIONS.filter((type) => type !== natural);
  const isOther = item.decisionType !== null && others.some((type) => type === item.decisionType);
  const problems = item.problems.filter((problem) => problem !== 'decision_missing' || item.endedAt !== null);
  const entries: MenuEntry[] = others.map((type) => ({
    id: type,
    label: t(`workspace.decision.${type}`),
    run: () => choose(type),
  }));
  if (item.decisionType !== null)
    entries.push({
      id: 'clear',
      label: t('workspace.decision.clear'),
      separator: true,
      run: () => void decide(workspace, null),
    });
  return (
    <>
      {mayRecord ? (
        <Section title={t('workspace.decision.kinds')} hint={<Keys shortcut="Alt+1…8" />}>
          <div role="group" aria-label={t('workspace.decision.kinds')} className={cx('kinds')}>
            {natural !== null && (
              <Kind type={natural} isOn={item.decisionType === natural} onPress={() => choose(natural)} />
            )}
            {KEYED_DECISIONS.map((type, index) => (
              <Kind
                key={type}
                type={type}
                digit={index + 1}
                isOn={item.decisionType === type}
                onPress={() => choose(type)}
              />
            ))}
            <Menu label={t('workspace.decision.more')} entries={entries}>
              <Button size="s" variant={isOther ? 'primary' : 'quiet'} iconAfter="chevronDown">
                {isOther && item.decisionType !== null
                  ? t(`workspace.decision.${item.decisionType}`)
                  : t('workspace.decision.more')}
              </Button>
            </Menu>
          </div>
        </Section>
      ) : (
        item.decisionType !== null && (
          <p className={cx('kind')}>{t(`workspace.decision.${item.decisionType}`)}</p>
        )
      )}
      <WrittenPart part="decision" target="decision" shortcut="F4" onPhrases={onPhrases} />
      {problems.length > 0 && (
        <ul className={cx('problems')} aria-live="polite">
          {problems.map((problem) => (
            <li key={problem} className={cx('problem')}>
              <Icon name="warning" size={15} />
              {t(`workspace.problem.${problem}`)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Kind({
  type,
  digit,
  isOn,
  onPress,
}: {
  type: DecisionType;
  digit?: number;
  isOn: boolean;
  onPress: () => void;
}) {
  const t = useText();
  return (
    <button
      type="button"
      aria-pressed={isOn}
      className={cx('button', isOn && 'on')}
      onClick={onPress}
      {...(digit === undefined ? {} : { 'aria-keyshortcuts': `Alt+${digit}` })}
    >
      {isOn && <Icon name="check" size={14} />}
      {t(`workspace.decision.${type}`)}
      {digit !== undefined && (
        <span aria-hidden="true" className={cx('digit')}>
          {digit}
        </span>
      )}
    </button>
  );
}
