import type { Sealed } from '../api/exchange';

/** A pair of keys for one answer; the private one never leaves the page. */
export interface Reader {
  publicKey: string;
  open: (sealed: Sealed, context: string) => Promise<string>;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const PURPOSE = new TextEncoder().encode('govshare sealed text');

/** Whether the browser can open what is sealed for it: over TLS or on the machine itself only. */
export function canRead(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** Makes a pair of keys with which a node seals what nobody else is to read. */
export async function reader(): Promise<Reader> {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const encoded = await crypto.subtle.exportKey('spki', pair.publicKey);
  return {
    publicKey: base64(new Uint8Array(encoded)),
    open: (sealed, context) => open(pair.privateKey, sealed, context),
  };
}

async function open(own: CryptoKey, sealed: Sealed, context: string): Promise<string> {
  const sender = await crypto.subtle.importKey('spki', bytes(sealed.key), CURVE, false, []);
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: sender }, own, 256);
  const associated = new TextEncoder().encode(context);
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: associated, info: PURPOSE },
    await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  const text = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: new Uint8Array(12), additionalData: associated },
    key,
    bytes(sealed.content),
  );
  return new TextDecoder().decode(text);
}

function bytes(encoded: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0));
}

function base64(content: Uint8Array): string {
  return btoa(String.fromCharCode(...content));
}
