import { useState } from 'react';
import {
  participantBondLabels,
  participantRoleLabels,
  type CaseOverview,
  type Participant,
} from '../../../shared/intake/index.ts';
import { knownAsLabels } from '../../../shared/people/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { useMay, useMayStore } from '../../platform/session.tsx';
import {
  PlainButton,
  look,
  DataTable,
  EmptyState,
  Notice,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  type Column,
  PersonName,
  useNamed,
  ButtonRow,
} from '../../platform/ui/index.ts';
import { useRead } from '../../platform/query.ts';
import { useCentreDay } from '../today.ts';
import { personPath, linkedPath, linkedWords, otherAggressorPath } from '../words.ts';
import { ChangePart, Removal } from './participant-dialogs.tsx';
import { ParticipantForm } from './participant-form.tsx';
import { useCasePersons } from './queries.ts';
import css from '../intake.module.css';

const mainWords = {
  user: 'Persona usuaria',
  aggressor: 'Presunta persona agresora',
  informant: 'Persona informante',
} as const;

/** «Familia y otras personas»: everybody who has a part in a ficha, and adding one more. */
export function PersonsPage({ overview }: { readonly overview: CaseOverview }) {
  const { caseId } = overview;
  const persons = useCasePersons(caseId);
  const mayWrite = useMay('registerForm.writeA') && overview.state !== 'closed';
  const { day: today } = useCentreDay();
  const named = useNamed();
  return (
    <>
      <PageTitle>Familia y otras personas</PageTitle>
      <QueryState query={persons}>
        {({ main, participants, warnings }) => (
          <>
            {warnings.map((one, at) => (
              <Notice key={at} tone="warning">
                {one.message}
                {one.participantId !== null && ` (${named(nameOf(participants, one.participantId))})`}
              </Notice>
            ))}
            <Panel title="En esta ficha">
              <ul className={css.plainList}>
                {main.map(({ role, personId, name }) => (
                  <li key={role}>
                    {`${mainWords[role]}: `}
                    <a href={hrefOf(personPath, { caseId, personId })}>
                      <PersonName>{name}</PersonName>
                    </a>
                  </li>
                ))}
              </ul>
              {participants.length === 0 ? (
                <EmptyState>Todavía no hay hijas, hijos ni otras personas en esta ficha.</EmptyState>
              ) : (
                <Participants caseId={caseId} rows={participants} mayWrite={mayWrite} />
              )}
            </Panel>
          </>
        )}
      </QueryState>
      <LinkedPanel overview={overview} />
      {mayWrite && <ParticipantForm caseId={caseId} today={today} />}
    </>
  );
}

function nameOf(participants: readonly Participant[], id: string): string {
  return participants.find((one) => one.participantId === id)?.name ?? '';
}

type ListProps = {
  readonly caseId: string;
  readonly rows: readonly Participant[];
  readonly mayWrite: boolean;
};

function livesWords(lives: boolean | null): string {
  if (lives === null) return '—';
  return lives ? 'Sí' : 'No';
}

function ageWords(age: number | null): string {
  if (age === null) return '—';
  return age === 1 ? '1 año' : `${age} años`;
}

function Participants({ caseId, rows, mayWrite }: ListProps) {
  const [act, setAct] = useState<{ readonly kind: 'change' | 'remove'; readonly of: Participant } | null>(null);
  const close = () => setAct(null);
  const columns: readonly Column<Participant>[] = [
    {
      title: 'Persona',
      cell: ({ personId, name }) => (
        <a href={hrefOf(personPath, { caseId, personId })}>
          <PersonName>{name}</PersonName>
        </a>
      ),
    },
    { title: 'Participación', cell: ({ role }) => participantRoleLabels[role] },
    { title: 'Vínculo', cell: ({ bond }) => (bond === null ? '—' : participantBondLabels[bond]) },
    { title: 'Edad', cell: ({ age }) => ageWords(age) },
    { title: 'Vive con ella', cell: ({ livesWithUser }) => livesWords(livesWithUser) },
    { title: 'Marcas', cell: (row) => <Marks participant={row} /> },
    ...(mayWrite ? [{ title: 'Acciones', cell: (row: Participant) => <Acts participant={row} onAct={setAct} /> }] : []),
  ];
  return (
    <>
      <DataTable
        caption={`Familia y otras personas: ${rows.length}`}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.participantId}
      />
      {act?.kind === 'change' && <ChangePart caseId={caseId} participant={act.of} onClose={close} />}
      {act?.kind === 'remove' && <Removal caseId={caseId} participant={act.of} onClose={close} />}
    </>
  );
}

type ActsProps = {
  readonly participant: Participant;
  readonly onAct: (act: { readonly kind: 'change' | 'remove'; readonly of: Participant }) => void;
};

function Acts({ participant, onAct }: ActsProps) {
  const named = useNamed();
  const who = `${named(participant.name)}, ${participantRoleLabels[participant.role]}`;
  const button = (kind: 'change' | 'remove', label: string, whole: string) => (
    <PlainButton small aria-label={`${whole}: ${who}`} onClick={() => onAct({ kind, of: participant })}>
      {label}
    </PlainButton>
  );
  return (
    <div className={look.row}>
      {button('change', 'Cambiar', 'Cambiar participación')}
      {button('remove', 'Quitar', 'Quitar de la ficha')}
    </div>
  );
}

function Marks({ participant }: { readonly participant: Participant }) {
  const words = participant.knownAs.map((role) => knownAsLabels[role]);
  if (words.length === 0 && !participant.isLeftOut && !participant.isDeceased) return '—';
  return (
    <div className={look.row}>
      {participant.isLeftOut && <StateBadge tone="warning">Fuera de avisos y documentos</StateBadge>}
      {participant.isDeceased && <StateBadge tone="neutral">Falleció</StateBadge>}
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </div>
  );
}

/** Fichas of the same event that the reader may open, and the way to one more (D10). */
function LinkedPanel({ overview }: { readonly overview: CaseOverview }) {
  const mayRead = useMay('registerForm.readA') && overview.sections.some((one) => one.id === 'a' && one.canRead);
  const mayOpen = useMayStore('case.open');
  const go = useGo();
  if (!mayRead) return null;
  return (
    <Panel title="Fichas del mismo hecho">
      <LinkedList caseId={overview.caseId} />
      {mayOpen && (
        <ButtonRow plain label="También es víctima…" onClick={() => go(linkedPath, { caseId: overview.caseId })}>
          <PlainButton onClick={() => go(otherAggressorPath, { caseId: overview.caseId })}>
            Otra persona agresora…
          </PlainButton>
        </ButtonRow>
      )}
    </Panel>
  );
}

function LinkedList({ caseId }: { readonly caseId: string }) {
  const named = useNamed();
  const linked = useRead(['intake', 'linked', caseId], (client) => client.listLinkedCases({ caseId }), {
    staleTime: 0,
  });
  return (
    <QueryState query={linked}>
      {({ cases }) =>
        cases.length === 0 ? (
          <p>
            Una hija, un hijo u otro familiar que también sufrió este hecho tiene su propia ficha, enlazada a esta. Si
            hubo otra persona agresora, también.
          </p>
        ) : (
          <ul>
            {cases.map((one) => (
              <li key={one.caseId}>
                <a href={hrefOf('/casos/$caseId', { caseId: one.caseId })}>{linkedWords(one, named)}</a>
                {one.isFirst && <span className={look.secondary}> Aquí está el relato.</span>}
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}
