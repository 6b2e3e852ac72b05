import { useSession } from '../../platform/session.tsx';
import { PageTitle } from '../../platform/ui/index.ts';
import { CaseTable } from '../case-table.tsx';

/** «Casos», for the desk «Fichas»: those of my service, and what I have half typed. */
export function CasesScreen() {
  const isOnlyDesk = useSession().staff.roles.every((role) => role === 'admission');
  return (
    <>
      <PageTitle>{isOnlyDesk ? 'Fichas' : 'Casos'}</PageTitle>
      <CaseTable register={null} />
    </>
  );
}
