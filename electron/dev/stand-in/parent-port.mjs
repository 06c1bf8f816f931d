/** Loaded before a child's own code: `process.parentPort` as a child of Electron's utilityProcess has it. */
import { EventEmitter } from 'node:events';

const parentPort = Object.assign(new EventEmitter(), {
  postMessage(message) {
    process.send?.(message);
  },
  start() {},
});
// Messages that come before the child listens are kept, as by a message port.
const early = [];
const receive = (data) => {
  if (parentPort.listenerCount('message') === 0) early.push(data);
  else parentPort.emit('message', { data, ports: [] });
};
parentPort.on('newListener', (event) => {
  if (event !== 'message') return;
  process.channel?.ref();
  queueMicrotask(() => {
    for (const data of early.splice(0)) parentPort.emit('message', { data, ports: [] });
  });
});
process.on('message', receive);
// A child that does not listen ends when its work is done.
process.channel?.unref();
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: parentPort });
Object.defineProperty(process, 'type', { value: 'utility' });
