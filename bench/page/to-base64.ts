/** A canvas as the text of a JPEG or PNG, as Node can take it. */
export async function toBase64(
  canvas: OffscreenCanvas,
  type: 'image/jpeg' | 'image/png' = 'image/jpeg',
): Promise<string> {
  const blob = await canvas.convertToBlob({ type, quality: 0.9 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
