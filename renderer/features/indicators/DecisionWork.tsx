import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { navigate } from '../../ui/navigation.ts';
import { RelatedPanel } from '../../ui/RelatedPanel.tsx';

/** What a decision has led to: everything that is tied to its §. Nothing where there is nothing. */
export function DecisionWork({ itemId }: { itemId: string }) {
  const t = useText();
  return (
    <RelatedPanel
      kind="decision"
      id={itemId}
      title={t('related.fromDecision')}
      level={3}
      actions={
        <Button size="s" icon="link" onPress={() => navigate({ name: 'chain', from: itemId })}>
          {t('indicators.chainShow')}
        </Button>
      }
    />
  );
}
