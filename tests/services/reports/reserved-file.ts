/** The exact tables of a closed month, encrypted to a key made here. */
import { createHash } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { approveRules } from '../../support/second-eye.ts';
import type { TestCentre } from '../../support/start-application.ts';
import { again, bytesOf, june } from './months.ts';

export const ask = {
  month: june,
  product: 'tables',
  purpose: 'consolidation',
  recipient: 'Rosa Inventada',
  office: 'Unidad inventada de estadística',
  letter: 'D-0001-2026',
} as const;

export const stated = {
  validFrom: '2026-01-01' as CivilDate,
  validTo: null,
  source: 'Oficio inventado',
  confirmation: 'official',
  note: null,
  replaces: null,
} as const;

/** As the paper has it. */
export function fingerprintOf(recipient: string): string {
  const hex = createHash('sha256').update(recipient).digest('hex').slice(0, 32).toUpperCase();
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

export type Row = { readonly rowId: string; readonly seenVersions: number };

/** Typed by Coordinación; without `row` a new one. */
export async function put(centre: TestCentre, tableId: string, value: Record<string, string>, row: Row | null = null) {
  const coordinator = await centre.as('coordina');
  return coordinator.changeRule({
    tableId,
    ...(row ?? { rowId: null, seenVersions: 0 }),
    change: { ...stated, value },
  });
}

export async function withKey(centre: TestCentre) {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const { rowId } = await put(centre, 'ministry-key', { recipient, fingerprint: fingerprintOf(recipient) });
  await approveRules(centre);
  return { identity, recipient, rowId };
}

export async function made(centre: TestCentre, more: { readonly product?: 'tables' | 'rows' } = {}) {
  const coordinator = await centre.as('coordina');
  const { id, summary } = await coordinator.proposeReservedExport({ ...ask, ...more }, again);
  await (await centre.as('psico')).approveReservedExport({ proposalId: id }, again);
  const { files } = await coordinator.readReserved({ month: june });
  const [one] = files;
  if (one === undefined) throw new Error('no file');
  const { file } = await coordinator.takeReservedExport({ exportId: one.id });
  return { one, file, summary, bytes: await bytesOf(centre, file) };
}
