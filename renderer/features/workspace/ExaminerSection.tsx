import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { PersonChips } from './PersonChips.tsx';
import { votersOf } from './people.ts';
import { Muted, Section } from './Section.tsx';
import { useWorkspace } from './use-meeting.ts';

/** Choosing those who examine the minutes, in the item of their election; elsewhere whoever was elected. */
export function ExaminerSection() {
  const { view, item, mayRecord, act } = useWorkspace();
  const t = useText();
  if (item.kind !== 'examiners') {
    const elected = item.elected.filter(({ role }) => role === 'elected');
    if (elected.length === 0) return null;
    return (
      <Section title={t('workspace.elected')}>
        <PersonChips
          label=""
          people={elected.map(({ person }) => person)}
          choices={[]}
          addLabel=""
          removeLabel={(name) => t('workspace.examiners.remove', { name })}
          isReadOnly
          onChange={() => undefined}
        />
      </Section>
    );
  }
  const chosen = item.elected.filter(({ role }) => role === 'examiner').map(({ person }) => person);
  const choices = votersOf(view, item).filter(
    ({ id }) => id !== item.status.presidingId && !chosen.some((one) => one.id === id),
  );
  return (
    <Section
      title={t('workspace.examiners')}
      actions={
        <Muted>
          {t('workspace.examiners.count', { chosen: chosen.length, wanted: view.rules.examiners })}
        </Muted>
      }
    >
      <PersonChips
        label=""
        people={chosen}
        choices={mayRecord ? choices : []}
        addLabel={t('workspace.examiners.add')}
        removeLabel={(name) => t('workspace.examiners.remove', { name })}
        isReadOnly={!mayRecord}
        onChange={(personIds) =>
          void act(() =>
            api.meetings.setExaminers.mutate({
              itemId: item.id,
              personIds,
              seenIds: chosen.map(({ id }) => id),
            }),
          )
        }
      />
    </Section>
  );
}
