import { copyParts, findingLabels, releaseReasonLabels, type PassageView } from '../../shared/subject/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useMayStore } from '../platform/session.tsx';
import {
  ChoiceField,
  DataTable,
  look,
  optionsOf,
  Secret,
  StateBadge,
  type Column,
  LineButton,
} from '../platform/ui/index.ts';
import { useRefreshSubject } from './queries.ts';

type Props = { readonly caseId: string; readonly requestId: string; readonly passages: readonly PassageView[] };

function whyWords({ findings }: PassageView): string {
  return findings
    .map(({ kind, who }) => (who === null ? findingLabels[kind] : `${findingLabels[kind]}: ${who}`))
    .join('; ');
}

const columns: readonly Column<PassageView>[] = [
  {
    title: 'Dónde',
    cell: ({ ficha, part, label }) => (
      <>
        {copyParts[part].title}
        <p className={look.secondary}>
          {[ficha === null ? null : `Ficha ${ficha}`, label].filter((one) => one !== null).join(' · ')}
        </p>
      </>
    ),
  },
  {
    title: 'Frase',
    cell: (passage) => (
      <>
        <span className={look.written}>
          <Secret instead="Oculto: la discreción está encendida.">{passage.text}</Secret>
        </span>
        <p className={look.secondary}>{whyWords(passage)}</p>
      </>
    ),
  },
];

/** Those that wait for an answer hold the approval up: said before the list. */
function captionOf(passages: readonly PassageView[]): string {
  const open = passages.filter(({ isToDecide }) => isToDecide).length;
  const all = passages.length === 1 ? '1 frase por revisar' : `${passages.length} frases por revisar`;
  return open === 0 ? all : `${all}, ${open} por decidir`;
}

/** Each sentence that tells of somebody else: withheld, unless a reason is chosen. */
export function PassageList({ caseId, requestId, passages }: Props) {
  const act = useAct({ refresh: useRefreshSubject() });
  const mayChoose = useMayStore('ownCopy.read');
  const choose = (passage: PassageView, reason: PassageView['released']) =>
    act.run((client) => client.choosePassage({ caseId, requestId, passage: passage.key, reason }), {
      of: passage.key,
      words: reason === null ? 'Frase reservada.' : 'La frase se deja.',
    });
  const decided: Column<PassageView> = {
    title: 'Qué se hace',
    cell: (passage) =>
      passage.isClosed || !mayChoose ? (
        <StateBadge tone="neutral">{passage.isClosed ? 'Reservada siempre' : 'Reservada'}</StateBadge>
      ) : (
        <>
          {passage.isToDecide && (
            <span className={look.row}>
              <StateBadge tone="warning">Por decidir</StateBadge>
              <LineButton label="Reservarla" of={passage.label} onClick={() => void choose(passage, null)} />
            </span>
          )}
          <ChoiceField
            words={{ label: 'Se reserva, salvo que', id: `passage-${passage.key}` }}
            options={optionsOf(releaseReasonLabels)}
            value={passage.released}
            onChange={(reason) => void choose(passage, reason)}
          />
        </>
      ),
  };
  if (passages.length === 0) return <p>Ninguna frase nombra a otra persona.</p>;
  return (
    <>
      <ActProblem act={act} />
      <DataTable
        caption={captionOf(passages)}
        columns={[...columns, decided]}
        rows={passages}
        keyOf={({ key }) => key}
        empty="Ninguna frase nombra a otra persona."
      />
    </>
  );
}
