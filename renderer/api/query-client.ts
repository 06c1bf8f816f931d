/**
 * Reads. The backend is local and says what changed, so nothing is fetched on a timer or on focus.
 *
 * Convention: a query's key is `[topics, ...key]`. A topic is what the backend announces after a commit, e.g.
 * `organisations` or `meeting:<id>`. A query is fetched anew when an announced topic touches one of its own:
 * they are equal, or one is the whole of which the other is a part (`meeting` and `meeting:7`).
 */
import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { bridge } from './bridge.ts';
import { api } from './client.ts';
import { toClientError, type ClientError } from './client-error.ts';

/** Everything may have changed. The backend's topic `workspace` (another board, a restored backup) means the same. */
export const EVERYTHING = '*';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** True when news about `changed` concerns who watches `watched`. */
export function topicTouches(changed: string, watched: string): boolean {
  return (
    changed === watched ||
    changed === EVERYTHING ||
    changed === 'workspace' ||
    watched.startsWith(`${changed}:`) ||
    changed.startsWith(`${watched}:`)
  );
}

/** Marks what the topics touch as stale; what is on the screen is fetched at once. */
export async function invalidateTopics(changed: readonly string[]): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [topics] }) =>
      Array.isArray(topics) &&
      topics.some((watched: unknown) => changed.some((topic) => topicTouches(topic, String(watched)))),
  });
}

/** Asks for what `useTopicQuery` with the same topics and key is about to want. A failure shows there. */
export function prefetchTopic<Data>(
  topics: readonly string[],
  key: readonly unknown[],
  read: () => Promise<Data>,
): void {
  void queryClient.prefetchQuery({ queryKey: [topics, ...key], queryFn: () => readOf(read) });
}

async function readOf<Data>(read: () => Promise<Data>): Promise<Data> {
  try {
    return await read();
  } catch (thrown) {
    throw toClientError(thrown);
  }
}

/**
 * A read that stays true by itself.
 *
 * @example
 * const meeting = useTopicQuery([`meeting:${id}`], ['meetings.get', id], () => api.meetings.get.query({ id }));
 */
export function useTopicQuery<Data>(
  topics: readonly string[],
  key: readonly unknown[],
  read: () => Promise<Data>,
  options: {
    /** False holds the read back. */
    enabled?: boolean;
    /** Shows the previous answer while the next one (another page, another search) is on its way. */
    keepPrevious?: boolean;
  } = {},
): UseQueryResult<Data, ClientError> {
  return useQuery<Data, ClientError>(
    {
      queryKey: [topics, ...key],
      queryFn: () => readOf(read),
      enabled: options.enabled ?? true,
      ...(options.keepPrevious ? { placeholderData: (previous: unknown) => previous as never } : {}),
    },
    queryClient,
  );
}

/** Follows the backend's announcements for as long as the window lives. Returns the function that stops. */
export function watchChanges(): () => void {
  const subscription = api.changes.watch.subscribe(undefined, {
    onData: ({ topics }) => void invalidateTopics(topics),
    onError: (thrown) => console.warn('Changes are not announced:', toClientError(thrown).message),
  });
  const stopEvents = bridge().onEvent((event) => {
    if (event.kind === 'backend-restarted') void invalidateTopics([EVERYTHING]);
  });
  return () => {
    subscription.unsubscribe();
    stopEvents();
  };
}
