import { useCentreDay } from '../intake/index.ts';
import { EmptyState, PageTitle, QueryState } from '../platform/ui/index.ts';
import { CargoSheet } from './cargo-sheet.tsx';
import { useToPresent } from './presenting-queries.ts';

/** «Cargos de hoy»: every writ issued and not presented, each with its cargo, in one pass by keyboard. */
export function CargosScreen() {
  const waiting = useToPresent();
  const { day } = useCentreDay();
  return (
    <>
      <PageTitle>Cargos de hoy</PageTitle>
      <QueryState query={waiting}>
        {({ filings, presented, desks }) =>
          filings.length + presented.length === 0 ? (
            <EmptyState>No hay escritos emitidos por presentar en sus casos.</EmptyState>
          ) : (
            <CargoSheet filings={filings} presented={presented} desks={desks} today={day} />
          )
        }
      </QueryState>
    </>
  );
}
