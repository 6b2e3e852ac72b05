/** Why a referral was not made (C6): the official list for the kit, and one of ours where the form has free text. */
import { Temporal } from 'temporal-polyfill';
import { noKitReasons } from '../intake/index.ts';
import { spanOf, type CivilDate, type PartialDate } from '../platform/dates.ts';
import type { ReferralKind } from './kinds/index.ts';

type RefusalReason = { readonly code: number; readonly label: string; readonly isOther?: true };

/** Ours, to confirm: the form asks these as free text (MOTIVO_NO_INSERCION_RED and the like). */
const ownReasons: readonly RefusalReason[] = [
  { code: 1, label: 'No lo desea por ahora' },
  { code: 2, label: 'Ya recibe esa atención' },
  { code: 3, label: 'Irá por su cuenta' },
  { code: 4, label: 'Otro servicio o institución ya la derivó' },
  { code: 5, label: 'Teme las consecuencias' },
  { code: 6, label: 'No puede por horario, distancia o costo' },
  { code: 7, label: 'Otro motivo', isOther: true },
];

const otherKitReason = 10;
const tooLate = 9;

/** MOTIVO_NO_DERIVA_EESS in the order of its codes for the kit. */
export function refusalReasons(kind: ReferralKind): readonly RefusalReason[] {
  if (kind !== 'emergency-kit') return ownReasons;
  return noKitReasons.map(({ code, label }) =>
    code === otherKitReason ? { code, label, isOther: true } : { code, label },
  );
}

/** «Ocurrió hace más de 6 meses» holds only when every day the event can have been is that far back. */
export function isTooEarlyFor(
  { kind, reason }: { readonly kind: ReferralKind; readonly reason: number },
  { event, today }: { readonly event: PartialDate | null; readonly today: CivilDate },
): boolean {
  if (kind !== 'emergency-kit' || reason !== tooLate) return false;
  if (event === null) return true;
  const limit = Temporal.PlainDate.from(today).subtract({ months: 6 });
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(spanOf(event).last), limit) >= 0;
}
