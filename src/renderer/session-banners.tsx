/** What the frame says over every screen, one sentence each. */
import { OwnNotices } from './access/index.ts';
import { LateSheetBanner, TroubleBanner } from './audit/index.ts';
import { LateCopyBanner } from './backup/index.ts';
import { DateBanner, DiskBanner } from './centre/index.ts';
import { SavedOutsideReminder } from './papers/index.ts';
import { DayPaperReminder, DeadlineReminders } from './proceedings/index.ts';
import { ReferralReminders } from './referrals/index.ts';
import { ExceptionalBanner, ReviewBanner } from './reserve/index.ts';
import { AfterNotice } from './platform/aftermath.tsx';

export function SessionBanners() {
  return (
    <>
      <TroubleBanner />
      <OwnNotices />
      <AfterNotice />
      <ExceptionalBanner />
      <ReviewBanner />
      <DateBanner />
      <DiskBanner />
      <LateCopyBanner />
      <LateSheetBanner />
      <DeadlineReminders />
      <ReferralReminders />
      <DayPaperReminder />
      <SavedOutsideReminder />
    </>
  );
}
