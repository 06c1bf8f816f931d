/** A worker that speaks the backend's messages, for the tests of the host. */
import { parentPort, workerData } from 'node:worker_threads';

const grants = [];
let actor = workerData.actor;
const send = (message) => parentPort.postMessage(message);
const reply = (callId, data) => send({ kind: 'reply', callId, reply: { ok: true, data } });

if (workerData.dataFolder === '/broken') throw new Error('broken on purpose');
parentPort.on('message', (message) => {
  if (message.kind === 'grant') grants.push(message.path);
  else if (message.kind === 'actor') actor = message.actor;
  else if (message.kind === 'published')
    send({ kind: 'event', event: { kind: 'data', id: 'published', data: message } });
  else if (message.kind === 'close' && workerData.dataFolder !== '/deaf') {
    send({ kind: 'closed' });
  } else if (message.kind === 'call') {
    const { callId, request } = message;
    if (request.path === 'exit') process.exit(7);
    else if (request.path === 'throw') throw new Error('thrown on purpose');
    else if (request.path === 'hang') return;
    else if (request.path === 'state') reply(callId, { grants, actor });
    else if (request.path === 'event') send({ kind: 'event', event: request.input });
    else if (request.path === 'publish') send({ kind: 'publish', jobId: 5, job: request.input });
    else if (request.path === 'cancelPublish') send({ kind: 'cancel-publish', jobId: 5 });
    else if (request.type === 'stop') send({ kind: 'event', event: { kind: 'end', id: request.id } });
    else reply(callId, request.input);
  }
});
send({ kind: 'ready' });
