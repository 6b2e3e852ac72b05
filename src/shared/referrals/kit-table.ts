/** How long the emergency kit helps after sexual violence, as dated data (U70). */
import { cleanedText } from '../platform/text.ts';
import type { CivilDate } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import { rowOn, shippedRow, type DatedRow, type RuleTable } from '../rulebook/index.ts';

const limitSchema = z.strictObject({ name: cleanedText(120), hours: z.int().min(1).max(720) });
type LimitValue = z.infer<typeof limitSchema>;

const base = { validFrom: '2020-01-01', source: 'NTS 164-MINSA/2020/DGIESP', confirmation: 'toConfirm' } as const;

export const urgencyTable: RuleTable<LimitValue> = {
  id: 'urgency-rule',
  title: 'Kit de emergencia',
  about: 'Horas desde el hecho. En la duda la derivación sale como emergencia.',
  value: limitSchema,
  fields: [
    { name: 'name', label: 'Límite', kind: 'text' },
    { name: 'hours', label: 'Horas', kind: 'number', unit: 'horas' },
  ],
  needsTwoEyes: false,
  shipped: [
    shippedRow('emergency', { ...base, value: { name: 'Emergencia: profilaxis y anticoncepción', hours: 72 } }),
    shippedRow('urgent', { ...base, value: { name: 'Con urgencia: anticoncepción de emergencia', hours: 120 } }),
  ],
  label: ({ name, hours }) => `${name}: ${hours} horas`,
};

export type KitLimits = {
  readonly emergencyHours: number;
  readonly urgentHours: number;
  /** Present while the hours are not confirmed. */
  readonly isToConfirm?: true;
};

/** The limits of a day; a limit that was ended counts as none, so nothing is within it. */
export function kitLimitsOn(rows: readonly DatedRow<LimitValue>[], on: CivilDate): KitLimits {
  const limits = [rowOn(rows, 'emergency', on), rowOn(rows, 'urgent', on)];
  const [emergencyHours = 0, urgentHours = 0] = limits.map((row) => row?.value.hours ?? 0);
  const isToConfirm = limits.some((row) => row?.confirmation === 'toConfirm');
  return { emergencyHours, urgentHours, ...(isToConfirm ? { isToConfirm } : {}) };
}
