/**
 * Runs in the page before anything else (as an init script, to which the page's content security policy does not
 * apply). Only the top frame of the product's own pages gets it. The three marked places are filled by window.ts.
 */
(() => {
  const given = /*__VALUES__*/ {};
  if (window.top !== window) return;
  if (!location.hostname.endsWith('.stand-in.invalid') && location.origin !== given.developmentOrigin) return;
  const raw = globalThis.__pykalaStandIn;
  delete globalThis.__pykalaStandIn;

  /*__CODEC__*/

  let last = 0;
  const waiting = new Map();
  Object.defineProperty(globalThis, Symbol.for('pykala.stand-in.reply'), {
    value(id, reply) {
      waiting.get(id)?.(reply);
      waiting.delete(id);
    },
  });
  const post = (kind, channel, values) => raw(`-\n${JSON.stringify([kind, channel, encode(values)])}`);
  const ask = (channel, values) => {
    const json = JSON.stringify(['invoke', channel, encode(values)]);
    return new Promise((resolve) => {
      const id = String(++last);
      waiting.set(id, resolve);
      raw(`${id}\n${json}`);
    });
  };

  // ---- ipcRenderer
  const listeners = new Map();
  const ipcRenderer = {
    async invoke(channel, ...values) {
      const [ok, value] = JSON.parse(await ask(channel, values));
      if (ok) return decode(value);
      throw new Error(`Error invoking remote method '${channel}': ${value}`);
    },
    send(channel, ...values) {
      post('send', channel, values);
    },
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener(channel, listener) {
      const left = [...(listeners.get(channel) ?? [])];
      const at = left.indexOf(listener);
      if (at >= 0) left.splice(at, 1);
      listeners.set(channel, left);
      return ipcRenderer;
    },
  };
  Object.defineProperty(globalThis, Symbol.for('pykala.stand-in.emit'), {
    value(json) {
      const [channel, values] = JSON.parse(json);
      for (const listener of listeners.get(channel) ?? [])
        listener({ sender: ipcRenderer }, ...decode(values));
    },
  });

  // ---- contextBridge: values are copied, functions are wrapped, the result is frozen
  const isPlain = (value) => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  const cross = (value) => {
    if (typeof value === 'function')
      return (...values) => {
        const result = value(...values.map(cross));
        return typeof result?.then === 'function' ? result.then(cross) : cross(result);
      };
    if (value === null || typeof value !== 'object') return value;
    if (typeof value.then === 'function') return value.then(cross);
    if (!isPlain(value)) return structuredClone(value);
    if (Array.isArray(value)) return value.map(cross);
    const copy = {};
    for (const key of Object.keys(value)) copy[key] = cross(value[key]);
    return copy;
  };
  const freeze = (value) => {
    if (value !== null && typeof value === 'object' && isPlain(value)) {
      Object.values(value).forEach(freeze);
      Object.freeze(value);
    }
    return value;
  };
  const contextBridge = {
    exposeInMainWorld(key, api) {
      if (key in window)
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(window, key, { value: freeze(cross(api)), enumerable: true });
    },
  };

  // ---- first paint
  new PerformanceObserver(() => post('shim', 'paint', [])).observe({ type: 'paint', buffered: true });

  // ---- accelerators: as in Electron, the menu hears a key only when the page has not handled it
  const accelerators = new Set(
    given.accelerators.map((text) => {
      const parts = text.toLowerCase().split('+');
      const key = parts.pop();
      const control = parts.some((part) =>
        /^(cmdorctrl|commandorcontrol|ctrl|control|cmd|command)$/.test(part),
      );
      return [control, parts.includes('alt'), parts.includes('shift'), key].join(' ');
    }),
  );
  const keyOf = (event) => ({
    control: event.ctrlKey || event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
    key: event.key.toLowerCase(),
  });
  const isMenuKey = (event) => {
    const { control, alt, shift, key } = keyOf(event);
    return accelerators.has([control, alt, shift, key].join(' '));
  };
  const report = (event) => {
    if (event.defaultPrevented || reported.has(event)) return;
    reported.add(event);
    event.preventDefault();
    post('shim', 'key', [keyOf(event)]);
  };
  const reported = new WeakSet();
  addEventListener(
    'keydown',
    (event) => {
      if (!isMenuKey(event)) return;
      // Added now, so that it comes after every listener of the page.
      addEventListener('keydown', report, { once: true });
      // A handler that stops the event keeps it from that listener, but not from Electron's menu.
      setTimeout(() => {
        removeEventListener('keydown', report);
        report(event);
      });
    },
    true,
  );

  // ---- the compiled preload, as Electron runs it in a sandbox
  const electron = { contextBridge, ipcRenderer };
  const require = (name) => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  const process = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: given.platform,
    versions: given.versions,
    env: {},
    argv: [],
  };
  const run = (preload) => {
    try {
      preload(require, module, module.exports, process);
    } catch (error) {
      console.error('Unable to load preload script', error);
    }
  };
  run(/*__PRELOAD__*/ () => {});
})();
