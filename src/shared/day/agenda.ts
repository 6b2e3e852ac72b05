/** One's week and the centre's, and what cannot be done by one person. */
import { minutesOf } from '../contact/index.ts';
import { overlapOf, type HearingSlot, type Overlap, type TravelRule } from '../proceedings/index.ts';

/** `travelMinutes`: the way to her home. */
export type AgendaSlot = HearingSlot & { readonly travelMinutes: number };

/** As of two hearings, and time enough for the way. Null when both can be attended. */
export function agendaOverlap(one: AgendaSlot, other: AgendaSlot, rule: TravelRule): Overlap | null {
  const found = overlapOf(one, other, rule);
  if (found !== null || one.on !== other.on) return found;
  const apart = Math.abs(minutesOf(one.time) - minutesOf(other.time));
  return apart < rule.sameDistrict + Math.max(one.travelMinutes, other.travelMinutes) ? 'travel' : null;
}
