import { lazy, useState, type ComponentType } from 'react';

export interface OnDemand<Props> {
  /** Stands for the component; its place needs a `Suspense` around it. */
  Component: ComponentType<Props>;
  /** Fetches the file ahead. Resolves also when it could not be fetched: showing it tries again. */
  warm(): Promise<void>;
}

/**
 * A component whose file is fetched when it is first shown, or ahead. One that is there already is rendered at once:
 * `lazy` alone would wait for its promise, and React holds back what follows a wait for 300 ms.
 */
export function onDemand<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): OnDemand<Props> {
  let ready: ComponentType<Props> | null = null;
  const fetched = async () => {
    const file = await load();
    ready = file.default;
    return file;
  };
  const Later = lazy(fetched) as unknown as ComponentType<Props>;
  return {
    Component: function OnDemandComponent(props: Props) {
      // The same one for as long as this place stands, or its state would be lost when the file arrives.
      const [Now] = useState(() => ready ?? Later);
      return <Now {...props} />;
    },
    warm: () =>
      fetched().then(
        () => undefined,
        () => undefined,
      ),
  };
}
