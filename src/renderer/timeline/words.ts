/** Signs and paths of the history. */
import type { TimelineKind, TimelinePage } from '../../shared/timeline/index.ts';
import { casePages, sectionPaths } from '../intake/index.ts';
import type { IconName } from '../platform/ui/index.ts';

export const kindIcons = {
  arrival: 'person',
  visit: 'calendar',
  call: 'phone',
  opened: 'box',
  section: 'pen',
  validated: 'check',
  handedOver: 'send',
  risk: 'shield',
  told: 'pen',
  interview: 'talk',
  attention: 'care',
  proceeding: 'scales',
  breach: 'warning',
  hearing: 'scales',
  paper: 'file',
  presented: 'file',
  referral: 'send',
  referralBack: 'send',
  consent: 'check',
  file: 'clip',
  notice: 'info',
} as const satisfies Record<TimelineKind, IconName>;

export function pathOf(page: TimelinePage): string {
  return page in casePages
    ? casePages[page as keyof typeof casePages].path
    : sectionPaths[page as keyof typeof sectionPaths];
}
