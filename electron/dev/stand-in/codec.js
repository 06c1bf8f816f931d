/**
 * Values as JSON with tags for what structured clone carries and JSON does not. Used on both sides: imported by
 * the stand-in, and its text put before the shim of the page (hence one file, without imports).
 */
const TAG = '\u0000t';

function toBase64(bytes) {
  if (typeof bytes.toBase64 === 'function') return bytes.toBase64();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function fromBase64(text) {
  if (typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(text);
  // A copy of its own: a Buffer may share its memory with others.
  return new Uint8Array(Buffer.from(text, 'base64'));
}

function encode(value) {
  if (value === null) return null;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value) && !Object.is(value, -0)) return value;
      return { [TAG]: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    case 'undefined':
      return { [TAG]: 'undefined' };
    case 'bigint':
      return { [TAG]: 'bigint', v: String(value) };
    case 'function':
    case 'symbol':
      throw new Error('An object could not be cloned.');
    case 'object':
      break;
  }
  return encodeObject(value);
}

function encodeObject(value) {
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Date) return { [TAG]: 'date', v: value.getTime() };
  if (value instanceof Map) return { [TAG]: 'map', v: [...value].map(([a, b]) => [encode(a), encode(b)]) };
  if (value instanceof Set) return { [TAG]: 'set', v: [...value].map(encode) };
  if (value instanceof Error) return { [TAG]: 'error', v: [value.name, value.message] };
  if (value instanceof ArrayBuffer) return { [TAG]: 'buffer', v: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    return {
      [TAG]: 'view',
      k: kind,
      v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
    };
  }
  const result = {};
  for (const key of Object.keys(value)) result[key] = encode(value[key]);
  return result;
}

function decode(value) {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decode);
  switch (value[TAG]) {
    case undefined: {
      const result = {};
      for (const key of Object.keys(value)) result[key] = decode(value[key]);
      return result;
    }
    case 'undefined':
      return undefined;
    case 'number':
      return Number(value.v);
    case 'bigint':
      return BigInt(value.v);
    case 'date':
      return new Date(value.v);
    case 'map':
      return new Map(value.v.map(([a, b]) => [decode(a), decode(b)]));
    case 'set':
      return new Set(value.v.map(decode));
    case 'error': {
      const error = new Error(value.v[1]);
      error.name = value.v[0];
      return error;
    }
    case 'buffer':
      return fromBase64(value.v).buffer;
    case 'view': {
      const bytes = fromBase64(value.v);
      return value.k === 'Uint8Array' ? bytes : new globalThis[value.k](bytes.buffer);
    }
  }
}

export { decode, encode };
