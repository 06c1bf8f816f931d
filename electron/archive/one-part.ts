/** A stream of one buffer that lets go of it: a zip that is being written keeps its streams until its index is written. */
import { Readable } from 'node:stream';

export function onePart(content: Buffer): Readable {
  let held: Buffer | null = content;
  return new Readable({
    read() {
      const part = held;
      held = null;
      // An empty part would neither come out nor end the stream.
      this.push(part?.length === 0 ? null : part);
    },
  });
}
