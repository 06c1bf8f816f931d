import { useEffect, useRef, type RefObject } from 'react';

type Handlers = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };

/**
 * Listens to what bubbles up to an element that is no control itself: keys of what scrolls, things dropped onto it.
 * What it does must be possible by a control too.
 * @param names of the events; the same at every render
 */
export function useDomEvents(
  element: RefObject<HTMLElement | null>,
  names: readonly (keyof Handlers)[],
  handlers: Handlers,
): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const stop = new AbortController();
    for (const name of names)
      target.addEventListener(
        name,
        (event) => (latest.current[name] as ((event: Event) => void) | undefined)?.(event),
        { signal: stop.signal },
      );
    return () => stop.abort();
  }, [element, names]);
}
