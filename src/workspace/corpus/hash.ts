/** The SHA-256 of a text or of bytes, shortened to 32 hexadecimal digits. */
export async function hashOf(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  const digits = [...new Uint8Array(digest, 0, 16)];
  return digits.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
