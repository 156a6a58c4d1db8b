/** The first address of this machine that a program prints; undefined where it ends without one. */
export async function addressSaid(output: AsyncIterable<string>): Promise<string | undefined> {
  let said = '';
  for await (const text of output) {
    said += text;
    const [address] = /http:\/\/[\d.]+:\d+/.exec(said) ?? [];
    if (address) return address;
  }
  return undefined;
}
