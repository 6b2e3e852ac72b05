/** Which addresses are neighbours: IPv4 only, as the networks of these centres are. */
import { isIPv4 } from 'node:net';

/** One row for each address of this computer. */
export type NetworkTable = readonly { readonly address: string; readonly netmask: string }[];

/** `::ffff:10.0.0.7` is 10.0.0.7. */
export function plainAddress(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:/i, '');
}

/** Judges remote addresses by the network of one own address; null when this computer does not have it. */
export function neighboursOf(table: NetworkTable, own: string): ((remote: string) => boolean) | null {
  const row = table.find(({ address }) => address === own);
  const [base, mask] = [numberOf(own), numberOf(row?.netmask ?? '')];
  if (base === null || mask === null) return null;
  const network = (base & mask) >>> 0;
  return (remote) => {
    const number = numberOf(remote);
    return number !== null && (number & mask) >>> 0 === network;
  };
}

function numberOf(address: string): number | null {
  if (!isIPv4(address)) return null;
  return address.split('.').reduce((sum, part) => ((sum << 8) | Number(part)) >>> 0, 0);
}
