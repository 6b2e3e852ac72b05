import type { TimelineKind, TimelinePage } from '../../shared/timeline/index.ts';
import { filePath } from '../attachments/index.ts';
import { casePages, sectionPaths } from '../intake/index.ts';
import { hrefOf } from '../platform/routes.ts';
import type { IconName } from '../platform/ui/index.ts';

export const kindIcons = {
  arrival: 'person',
  visit: 'calendar',
  call: 'phone',
  opened: 'box',
  section: 'pen',
  validated: 'check',
  handedOver: 'send',
  closing: 'lock',
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
  custody: 'clip',
  injury: 'person',
  reintegration: 'home',
  notice: 'info',
} as const satisfies Record<TimelineKind, IconName>;

/** Where an entry is worked with; one file has a page of its own. */
export function entryHref(
  caseId: string,
  { page, of }: { readonly page: TimelinePage; readonly of: string | null },
): string {
  return page === 'file' && of !== null
    ? hrefOf(filePath, { caseId, attachmentId: of })
    : hrefOf(pathOf(page), { caseId });
}

function pathOf(page: TimelinePage): string {
  return page in casePages
    ? casePages[page as keyof typeof casePages].path
    : sectionPaths[page as keyof typeof sectionPaths];
}
