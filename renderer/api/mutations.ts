/** Writes with a word to the user: what was done, with undo where there is one, or why it could not be done. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { toClientError, type ClientError } from './client-error.ts';
import { queryClient } from './query-client.ts';

export interface Feedback {
  kind: 'done' | 'failed';
  message: string;
  /** Undoes what was done; shown as a button of the message. */
  undo?: (() => Promise<unknown>) | undefined;
}

let listener: (feedback: Feedback) => void = () => undefined;

/** The shell shows the feedback; `renderer/api` knows no components. */
export function setFeedbackListener(next: (feedback: Feedback) => void): void {
  listener = next;
}

export interface MutationFeedback<Input, Data> {
  /** A sentence for when it went well, e.g. `t('meetings.created')`. Without it there is no message. */
  done?: string | ((data: Data, input: Input) => string);
  undo?: (data: Data, input: Input) => Promise<unknown>;
  onSuccess?: (data: Data, input: Input) => void;
  /** Return true when the error was shown elsewhere, e.g. at the fields of a form; then there is no message. */
  onError?: (error: ClientError, input: Input) => boolean | void;
}

/**
 * A write. What is on the screen refreshes by the backend's announcement, so nothing is invalidated here.
 *
 * @example
 * const create = useMutationWithFeedback(api.meetings.create.mutate, { done: t('meetings.created') });
 * <Button isPending={create.isPending} onPress={() => create.mutate({ … })}>
 */
export function useMutationWithFeedback<Input, Data>(
  write: (input: Input) => Promise<Data>,
  feedback: MutationFeedback<Input, Data> = {},
): UseMutationResult<Data, ClientError, Input> {
  return useMutation<Data, ClientError, Input>(
    {
      mutationFn: async (input) => {
        try {
          return await write(input);
        } catch (thrown) {
          throw toClientError(thrown);
        }
      },
      onSuccess: (data, input) => {
        const { done, undo } = feedback;
        if (done !== undefined)
          listener({
            kind: 'done',
            message: typeof done === 'string' ? done : done(data, input),
            undo: undo && (() => undo(data, input)),
          });
        feedback.onSuccess?.(data, input);
      },
      onError: (error, input) => {
        if (feedback.onError?.(error, input) === true) return;
        listener({ kind: 'failed', message: error.message });
      },
    },
    queryClient,
  );
}

/** A write of a form, which shows itself what is refused: `refusal` holds until the next try. */
export function useFormWrite<Input, Data>(
  write: (input: Input) => Promise<Data>,
  feedback: Omit<MutationFeedback<Input, Data>, 'onError'>,
): UseMutationResult<Data, ClientError, Input> & { refusal: ClientError | null } {
  const mutation = useMutationWithFeedback(write, { ...feedback, onError: () => true });
  return { ...mutation, refusal: mutation.error };
}
