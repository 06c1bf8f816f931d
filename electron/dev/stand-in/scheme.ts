/**
 * Custom schemes and the session. Chromium does not know `app://`; its pages live at https addresses of a
 * reserved domain, whose requests are answered by main's handler without leaving the machine.
 */
import { EventEmitter } from 'node:events';

const DOMAIN = '.stand-in.invalid';

/** `app://pykala/x` → `https://pykala.app.stand-in.invalid/x`; other addresses stay. */
export function toPage(address: string): string {
  const url = new URL(address);
  if (/^(https?|file|data|about|blob):$/.test(url.protocol)) return address;
  return `https://${url.host}.${url.protocol.slice(0, -1)}${DOMAIN}${url.pathname}${url.search}${url.hash}`;
}

/** The other way. */
export function fromPage(address: string): string {
  const match = /^https:\/\/(.+)\.([a-z][a-z0-9+-]*)\.stand-in\.invalid(\/.*)?$/.exec(address);
  return match === null ? address : `${match[2]}://${match[1]}${match[3] ?? '/'}`;
}

export interface SchemeRequest {
  url: string;
  method: string;
}
export type SchemeHandler = (request: SchemeRequest) => Response | Promise<Response>;
type BeforeRequest = (
  details: { url: string; method: string; resourceType: string },
  answer: (response: { cancel?: boolean }) => void,
) => void;
type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;
type PermissionCheck = (contents: unknown, permission: string) => boolean;

const handlers = new Map<string, SchemeHandler>();
let beforeRequest: BeforeRequest | undefined;
const permissions: { request?: PermissionRequest; check?: PermissionCheck } = {};

export const protocol = {
  registerSchemesAsPrivileged(): void {},
  handle(scheme: string, handler: SchemeHandler): void {
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
};

const defaultSession = Object.assign(new EventEmitter(), {
  protocol,
  setPermissionRequestHandler(handler: PermissionRequest): void {
    permissions.request = handler;
  },
  setPermissionCheckHandler(handler: PermissionCheck): void {
    permissions.check = handler;
  },
  setDevicePermissionHandler(): void {},
  webRequest: {
    onBeforeRequest(handler: BeforeRequest): void {
      beforeRequest = handler;
    },
  },
});
export const session = { defaultSession };

/** The handler for an address, if main has registered its scheme. */
export function handlerOf(url: string): SchemeHandler | undefined {
  return handlers.get(new URL(url).protocol.slice(0, -1));
}

/** Whether main's request filter cancels a request. */
export async function isCancelled(url: string, method: string, resourceType: string): Promise<boolean> {
  const filter = beforeRequest;
  if (filter === undefined) return false;
  return await new Promise((resolve) => {
    filter({ url, method, resourceType }, (response) => resolve(response.cancel === true));
  });
}

/** What main's permission handlers say; Chromium itself is not asked. */
export async function askPermission(permission: string): Promise<{ request: boolean; check: boolean }> {
  const { request, check } = permissions;
  return {
    request:
      request === undefined || (await new Promise<boolean>((resolve) => request({}, permission, resolve))),
    check: check === undefined || check({}, permission),
  };
}
