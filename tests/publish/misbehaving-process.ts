/**
 * A document process that does what the job's document says: `crash`, `hang`, `crash-once:<file>`, `memory`, or
 * anything else, which it answers with its process id.
 */
import { existsSync, writeFileSync } from 'node:fs';
import type { FromPublisher, ToPublisher } from '../../electron/publish/messages.ts';

function answer(message: FromPublisher): void {
  process.send!(message);
}

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToPublisher) => {
  if (message.kind === 'init') {
    answer({ kind: 'ready' });
    return;
  }
  const wish = String(message.job.document);
  const once = wish.startsWith('crash-once:') ? wish.slice('crash-once:'.length) : null;
  if (wish === 'hang') for (;;);
  if (wish === 'crash' || (once !== null && !existsSync(once))) {
    if (once !== null) writeFileSync(once, '');
    process.exit(3);
  }
  const memory = wish === 'memory' ? Number.MAX_SAFE_INTEGER : 1;
  const bytes = new TextEncoder().encode(String(process.pid));
  answer({ kind: 'result', jobId: message.jobId, result: { ok: true, bytes, replaced: [] }, memory });
});
