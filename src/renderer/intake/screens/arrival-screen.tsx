import { useMemo, useState } from 'react';
import { shiftAt } from '../../../shared/intake/index.ts';
import type { PersonLink } from '../../people/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { EmptyState, Notice, PageTitle, QueryState } from '../../platform/ui/index.ts';
import { useArrival, type OpenedArrival } from '../../reception/index.ts';
import { readDraft } from '../draft-body.ts';
import { ArrivalForm } from '../forms/arrival-form.tsx';
import { blankArrival, userFor, withSaid, type ArrivalValues } from '../forms/arrival-values.ts';
import { Drafted } from '../drafted.tsx';
import type { Draft } from '../queries.ts';
import { useCentreDay, useToday, type CentreDay } from '../today.ts';

const shape = blankArrival('', 0);

/** «Abrir ficha» for an arrival of the board. */
export function ArrivalScreen({ params }: { readonly params: { readonly arrivalId: string } }) {
  return <Ficha arrivalId={params.arrivalId} />;
}

/** The draft of a ficha, where it was left. */
export function KeptFichaScreen() {
  return <Ficha arrivalId={null} />;
}

function Ficha({ arrivalId }: { readonly arrivalId: string | null }) {
  const may = useMay('case.open');
  return (
    <>
      <PageTitle>Abrir ficha</PageTitle>
      {may ? (
        <Drafted of="section-a" caseId={null}>
          {(draft) => <Arrival {...{ draft, arrivalId }} />}
        </Drafted>
      ) : (
        <EmptyState>Su función no abre fichas.</EmptyState>
      )}
    </>
  );
}

function Arrival({ draft, arrivalId }: { readonly draft: Draft; readonly arrivalId: string | null }) {
  const kept = useMemo(() => readDraft<ArrivalValues>(draft.body, shape), [draft.body]);
  const [isOther, setOther] = useState(kept !== null && arrivalId !== null && kept.values.arrivalId !== arrivalId);
  const today = useToday();
  const go = useGo();
  if (isOther) {
    return <OtherDraft onContinue={() => go('/llegada/ficha')} onLeave={() => setOther(false)} />;
  }
  const isKept = kept !== null && (arrivalId === null || kept.values.arrivalId === arrivalId);
  if (isKept) return <ArrivalForm start={kept.values} draftId={draft.draftId} today={today} />;
  if (arrivalId === null) return <NothingLeft>No hay ninguna ficha a medio abrir.</NothingLeft>;
  return <FromBoard arrivalId={arrivalId} draftId={draft.draftId} today={today} />;
}

/** Nothing to fill here: the way on is the board. */
function NothingLeft({ children }: { readonly children: string }) {
  const go = useGo();
  return (
    <EmptyState action={{ reads: true, label: 'Ir a la orden de llegada', onClick: () => go('/llegadas') }}>
      {children}
    </EmptyState>
  );
}

/** One draft of this kind a person: a second arrival must not write over it unasked. */
function OtherDraft({ onContinue, onLeave }: { readonly onContinue: () => void; readonly onLeave: () => void }) {
  return (
    <>
      <Notice tone="warning" action={{ label: 'Continuar ese borrador', onClick: onContinue }}>
        Tiene a medio abrir la ficha de otra llegada.
      </Notice>
      <Notice action={{ label: 'Abrir esta y reemplazar el borrador', onClick: onLeave }}>
        Si abre esta, lo escrito en el otro borrador se pierde.
      </Notice>
    </>
  );
}

type NewProps = { readonly arrivalId: string; readonly draftId: string; readonly today: string };

function FromBoard({ arrivalId, ...rest }: NewProps) {
  const arrival = useArrival(arrivalId);
  return (
    <QueryState query={arrival}>
      {(opened) =>
        opened.isOpen ? (
          <NewFicha arrivalId={arrivalId} opened={opened} {...rest} />
        ) : (
          <NothingLeft>Esta llegada ya tiene ficha o se cerró.</NothingLeft>
        )
      }
    </QueryState>
  );
}

/** What was asked at the door is not asked again. */
function startOf(arrivalId: string, opened: OpenedArrival, { now }: CentreDay): ArrivalValues {
  const { facts, personName } = opened;
  const blank = blankArrival(arrivalId, now());
  const kind = facts.isMaybe ? ('maybe' as const) : ('known' as const);
  const link: PersonLink | null =
    facts.personId !== null
      ? { kind, personId: facts.personId, name: personName ?? '' }
      : facts.saidName === null
        ? null
        : { kind: 'new' };
  const said = [facts.saidName, facts.documentNumber].filter((words) => words !== null);
  const user = link?.kind === 'known' ? userFor(link) : said.reduce(withSaid, userFor(link));
  const admittedTime = facts.arrivedTime ?? blank.admission.admittedTime;
  const paper = {
    admittedOn: facts.arrivedOn ?? blank.admission.admittedOn,
    admittedTime,
    shift: shiftAt(admittedTime),
  };
  return {
    ...blank,
    userLink: link,
    user,
    admission: { ...blank.admission, ...paper, isFromPaper: facts.isFromPaper },
  };
}

function NewFicha({ arrivalId, opened, draftId, today }: NewProps & { readonly opened: OpenedArrival }) {
  const centreDay = useCentreDay();
  // The application's day and hour decide: a clock of this window that runs ahead would be refused, or start terms late.
  const [start] = useState(() => startOf(arrivalId, opened, centreDay));
  return (
    <>
      {opened.facts.saidName !== null && <Notice>{`Se presentó como: ${opened.facts.saidName}.`}</Notice>}
      <ArrivalForm start={start} draftId={draftId} today={today} />
    </>
  );
}
