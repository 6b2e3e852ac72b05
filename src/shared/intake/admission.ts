/** The header of a ficha opened now: date, hour and shift from the clock of the centre. */
import { timeOf, todayIn, type Clock } from '../platform/clock.ts';
import type { z } from '../platform/zod.ts';
import type { admissionSchema, shifts } from './schema.ts';

type Shift = (typeof shifts)[number];

/** Mañana until 13:59, Tarde until 19:59, Noche after; staff may change it. */
export function shiftAt(time: string): Shift {
  const hour = Number(time.slice(0, 2));
  if (hour >= 6 && hour < 14) return 'morning';
  return hour >= 14 && hour < 20 ? 'afternoon' : 'night';
}

export function admissionNow(clock: Clock): z.infer<typeof admissionSchema> {
  const admittedTime = timeOf(clock.now());
  return {
    admittedOn: todayIn(clock),
    admittedTime,
    shift: shiftAt(admittedTime),
    fichaNumber: null,
    isFromPaper: false,
    paperNumber: null,
  };
}
