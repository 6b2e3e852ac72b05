/** What the frame says over every screen, one sentence each. */
import { reasonWords } from '../shared/failure-words.ts';
import { OwnNotices } from './access/index.ts';
import { TroubleBanner } from './audit/index.ts';
import { LateCopyBanner } from './backup/index.ts';
import { DateBanner, DiskBanner } from './centre/index.ts';
import { SavedOutsideReminder } from './papers/index.ts';
import { DayPaperReminder, DeadlineReminders } from './proceedings/index.ts';
import { ReferralReminders } from './referrals/index.ts';
import { ExceptionalBanner, ReviewBanner } from './reserve/index.ts';
import { useSession } from './platform/session.tsx';
import { AfterNotice } from './platform/aftermath.tsx';

export function SessionBanners() {
  const { isReadOnly } = useSession();
  return (
    <>
      {isReadOnly && <p>{reasonWords['read-only-session']}</p>}
      <OwnNotices />
      <AfterNotice />
      <ExceptionalBanner />
      <ReviewBanner />
      <TroubleBanner />
      <DateBanner />
      <DiskBanner />
      <LateCopyBanner />
      <DeadlineReminders />
      <ReferralReminders />
      <DayPaperReminder />
      <SavedOutsideReminder />
    </>
  );
}
