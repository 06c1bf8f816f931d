import { Button } from './Button.tsx';
import { navigate } from './navigation.ts';

/** The name of a municipality, which leads to its card. */
export function MunicipalityWay({ code, name }: { code: string; name: string }) {
  return (
    <Button size="s" variant="quiet" onPress={() => navigate({ name: 'municipality', id: code })}>
      {name}
    </Button>
  );
}
