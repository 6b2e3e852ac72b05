import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useUnpressed } from '../platform/client.ts';
import { useScreenRead } from '../platform/query.ts';
import { onlyFor, useMayStore } from '../platform/session.tsx';
import { useDayHere } from '../proceedings/index.ts';
import { CountMark } from '../platform/ui/index.ts';

/** Slips that did not come and consents to review, beside «Derivaciones» in the navigation; nothing when there are none. */
export const WaitingCount = onlyFor('referral.record', function Count() {
  const { data } = useScreenRead(['referrals', 'count'], (client) => client.countWaitingReferrals({}));
  if (data === undefined || data.overdue + data.toReview === 0) return null;
  return (
    <CountMark
      isLate
      count={data.overdue + data.toReview}
      words={` por atender: ${data.overdue} sin respuesta, ${data.toReview} consentimientos por revisar`}
    />
  );
});

/** Raises the alerts of what waits, when the centre is opened and when its day changes. */
export function ReferralReminders() {
  const client = useUnpressed();
  const queries = useQueryClient();
  const may = useMayStore('referral.record');
  const day = useDayHere();
  useEffect(() => {
    if (!may) return;
    // What fails here is asked again with the next opening; the list shows what waits in any case.
    client.remindReferrals({}).then(
      () => queries.invalidateQueries({ queryKey: ['alerts'] }),
      () => undefined,
    );
  }, [client, day, may, queries]);
  return null;
}
