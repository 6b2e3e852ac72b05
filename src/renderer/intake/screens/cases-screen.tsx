import { isOnlyDesk } from '../../../shared/access/index.ts';
import { useSession } from '../../platform/session.tsx';
import { PageTitle } from '../../platform/ui/index.ts';
import { CaseTable } from '../case-table.tsx';
import { OwnDrafts } from '../own-drafts.tsx';

/** «Casos», for the desk «Fichas»: those of my service, and what I have half typed. */
export function CasesScreen() {
  const isDesk = isOnlyDesk(useSession().staff.roles);
  return (
    <>
      <PageTitle>{isDesk ? 'Fichas' : 'Casos'}</PageTitle>
      <OwnDrafts />
      <CaseTable />
    </>
  );
}
