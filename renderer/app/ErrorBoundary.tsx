import { Component, type ReactNode } from 'react';
import { queryClient } from '../api/query-client.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

function Crashed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText();
  return (
    <EmptyState
      title={t('shell.crash.title')}
      actions={
        <Button variant="primary" onPress={onRetry}>
          {t('shell.crash.reload')}
        </Button>
      }
    >
      <p>{t('shell.crash.body')}</p>
      <details>
        <summary>{t('shell.crash.details')}</summary>
        <p>{error instanceof Error ? error.message : String(error)}</p>
      </details>
    </EmptyState>
  );
}

/** Keeps a fault of one screen from taking the window with it. */
export class ErrorBoundary extends Component<
  { children: ReactNode },
  { error: unknown; hasFailed: boolean }
> {
  override state = { error: null, hasFailed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Crashed
        error={this.state.error}
        onRetry={() => {
          // What the screen read may be what it stumbled over.
          queryClient.clear();
          this.setState({ error: null, hasFailed: false });
        }}
      />
    );
  }
}
