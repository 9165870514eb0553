import type { Sealed } from '../api/exchange';

const PURPOSE = new TextEncoder().encode('govshare sealed text');
const CURVE = { name: 'ECDH', namedCurve: 'P-256' };

/** Seals as a node does; for tests. */
export async function seal(publicKey: string, context: string, text: string): Promise<Sealed> {
  const theirs = await crypto.subtle.importKey(
    'spki',
    Uint8Array.from(atob(publicKey), (c) => c.charCodeAt(0)),
    CURVE,
    false,
    [],
  );
  const own = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const secret = await crypto.subtle.deriveBits(
    { name: 'ECDH', public: theirs },
    own.privateKey,
    256,
  );
  const associated = new TextEncoder().encode(context);
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: associated, info: PURPOSE },
    await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const content = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: new Uint8Array(12), additionalData: associated },
    key,
    new TextEncoder().encode(text),
  );
  const base64 = (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return {
    key: base64(await crypto.subtle.exportKey('spki', own.publicKey)),
    content: base64(content),
  };
}
