/** What the frame says over every screen, and what waits at the foot of the navigation, one sentence each. */
import { OwnNotices } from './access/index.ts';
import { LateSheetWarning, TroubleBanner } from './audit/index.ts';
import { LateCopyWarning } from './backup/index.ts';
import { DateBanner, DiskWarning, SetUpWarning } from './centre/index.ts';
import { FewCopiesWarning } from './companions/index.ts';
import { SavedOutsideWarning } from './papers/index.ts';
import { DayPaperWarning, DeadlineReminders } from './proceedings/index.ts';
import { ReferralReminders } from './referrals/index.ts';
import { ExceptionalBanner, ReviewWarning } from './reserve/index.ts';
import { AfterNotice } from './platform/aftermath.tsx';

/** What the very next act must know. */
export function SessionBanners() {
  return (
    <>
      <TroubleBanner />
      <OwnNotices />
      <AfterNotice />
      <DateBanner />
      <ExceptionalBanner />
    </>
  );
}

export function SessionWarnings() {
  return (
    <>
      <ReviewWarning />
      <DiskWarning />
      <SetUpWarning />
      <LateCopyWarning />
      <FewCopiesWarning />
      <LateSheetWarning />
      <DayPaperWarning />
      <SavedOutsideWarning />
      <DeadlineReminders />
      <ReferralReminders />
    </>
  );
}
