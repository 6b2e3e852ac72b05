import type { CounterpartSide } from '../../shared/access/index.ts';
import type { NoteKind, NoteOutcome } from '../../shared/counterparts/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import type { IntakeOpened } from '../intake/index.ts';
import { tablesOf, type OfCase, type By, type MaybeBy } from '../platform/storage/rows.ts';

export type { Trx, Use } from '../platform/unit.ts';

export type CounterpartTables = {
  counterpart_hand_over: OfCase<Id<'HandOverId'>> &
    By<'handed'> &
    MaybeBy<'closed'> & {
      side: CounterpartSide;
      referral_id: Id<'ReferralId'>;
      establishment: string;
      first_act_at: Instant | null;
    };
  counterpart_note: OfCase<Id<'CounterpartNoteId'>> &
    By<'noted'> &
    MaybeBy<'settled'> & {
      hand_over_id: Id<'HandOverId'>;
      kind: NoteKind;
      outcome: NoteOutcome;
      record_id: string | null;
      said: string | null;
    };
};
export type HandOverRow = CounterpartTables['counterpart_hand_over'];
export type NoteRow = CounterpartTables['counterpart_note'];

export const tablesIn = tablesOf<CounterpartTables, Pick<IntakeOpened, 'case_file'>>();
