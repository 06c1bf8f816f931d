export function encode(value: unknown): unknown;
export function decode(value: unknown): unknown;
