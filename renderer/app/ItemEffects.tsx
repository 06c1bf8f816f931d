/** The effects of an item on the register, where an item is prepared and where it is held. */
import { Suspense, useState } from 'react';
import type { EffectsOf } from '../features/agenda/ItemPane.tsx';
import type { RulesEditor } from '../features/effects/EffectForm.tsx';
import type { EffectPlace } from '../features/workspace/ItemPane.tsx';
import { useText } from '../i18n/language.ts';
import { onDemand } from '../ui/on-demand.tsx';

const section = onDemand(async () => ({
  default: (await import('../features/effects/EffectSection.tsx')).EffectSection,
}));
const rulesForm = onDemand(async () => ({
  default: (await import('../features/boards/RulesDialog.tsx')).RulesEditor,
}));

/** Fetches what shows effects before an item is shown. */
export const warmEffects = (): Promise<void> => section.warm();

/** The rules as an effect changes them: entered at the item, saved with it. */
function EffectRules({ rules, validFrom, onSave, onClose }: Parameters<RulesEditor>[0]) {
  const t = useText();
  return (
    <Suspense fallback={null}>
      <rulesForm.Component
        initial={{ validFrom, rules }}
        lead={t('effects.hint.planned')}
        onSave={onSave}
        onClose={onClose}
      />
    </Suspense>
  );
}
const rulesEditor: RulesEditor = (place) => <EffectRules {...place} />;

function PreparedEffects({ view, item }: Parameters<EffectsOf>[0]) {
  const [isAdding, setAdding] = useState(false);
  return (
    <section.Component
      meeting={view}
      item={item}
      isAdding={isAdding}
      onAdd={() => setAdding(true)}
      onAdded={() => setAdding(false)}
      rulesEditor={rulesEditor}
    />
  );
}

/** At an item of the agenda. */
export const preparedEffects: EffectsOf = ({ view, item }) => (
  <Suspense fallback={null}>
    <PreparedEffects key={item.id} view={view} item={item} />
  </Suspense>
);

/** At an item of the meeting that is held. */
export const heldEffects = ({ view, item, isAdding, onAdded }: EffectPlace) => (
  <Suspense fallback={null}>
    <section.Component
      key={item.id}
      meeting={view}
      item={item}
      isAdding={isAdding}
      onAdded={onAdded}
      rulesEditor={rulesEditor}
    />
  </Suspense>
);
