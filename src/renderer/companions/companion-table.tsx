import { useState } from 'react';
import {
  revokeReasonLabels,
  type Companion,
  type Computers,
  type RevokeReason,
} from '../../shared/companions/index.ts';
import { optionsOf } from '../../shared/record/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { inLima } from '../platform/times.ts';
import {
  OneOfField,
  DataTable,
  Dialog,
  Fold,
  look,
  Panel,
  PlainButton,
  type Column,
  Told,
} from '../platform/ui/index.ts';
import css from './companions.module.css';
import { useRefreshComputers } from './queries.ts';
import { countWords, endWords, freshWords, goneWords, nowWords } from './words.ts';

function Now({ of }: { readonly of: Companion }) {
  return (
    <span className={css.now} data-on={of.isConnected || undefined}>
      {nowWords(of)}
    </span>
  );
}

const name: Column<Companion> = { title: 'Computadora', cell: (one) => one.name };

const columns: readonly Column<Companion>[] = [
  name,
  { title: 'Ahora', cell: (one) => <Now of={one} /> },
  { title: 'Copia más nueva allí', cell: ({ copyAt }) => (copyAt === null ? 'Ninguna aún' : inLima(copyAt)) },
  { title: 'Conectada', cell: ({ pairedAt, pairedBy }) => `${inLima(pairedAt)}, ${pairedBy}` },
];

const gone: readonly Column<Companion>[] = [name, { title: 'Desconectada', cell: goneWords }];

type Props = { readonly computers: Computers; readonly manages: boolean };

/** The companions; those that may connect no more are folded away. */
export function CompanionTable({ computers, manages }: Props) {
  const { companions, keeper } = computers;
  const [asked, setAsked] = useState<Companion | null>(null);
  const standing = companions.filter(({ mayConnect }) => mayConnect);
  const revoked = companions.filter(({ mayConnect }) => !mayConnect);
  const acts: Column<Companion> = {
    title: 'Acciones',
    cell: (one) => (
      <PlainButton small aria-label={`Desconectar ${one.name}`} onClick={() => setAsked(one)}>
        Desconectar…
      </PlainButton>
    ),
  };
  // What the record does not know stays beside it, and is lost with this computer.
  const unknown: Column<Companion> = {
    title: 'Acciones',
    cell: (one) =>
      one.revokedAt === null && (
        <PlainButton
          small
          aria-label={`Anotar en el registro que ${one.name} fue desconectada`}
          onClick={() => setAsked(one)}
        >
          Anotar…
        </PlainButton>
      ),
  };
  const isUnknown = revoked.some(({ revokedAt }) => revokedAt === null);
  return (
    <Panel title="Computadoras conectadas">
      <DataTable
        columns={manages ? [...columns, acts] : columns}
        rows={standing}
        keyOf={({ companionId }) => companionId}
        empty={
          keeper.isOn
            ? 'Aún no hay computadoras conectadas. Cada una se conecta con un código.'
            : 'Aún no hay computadoras conectadas.'
        }
      />
      {standing.length > 0 && <CopiesThere computers={computers} />}
      {revoked.length > 0 && (
        <Fold kind="line" isOpen={false} title={`Desconectadas: ${countWords(revoked.length)}`}>
          <DataTable
            caption="Computadoras desconectadas"
            columns={manages && isUnknown ? [...gone, unknown] : gone}
            rows={revoked}
            keyOf={({ companionId }) => companionId}
          />
        </Fold>
      )}
      {asked !== null && <RevokeDialog companion={asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

/** The newest copies of the record at the other computers: what is left when this one breaks. */
function CopiesThere({ computers }: Pick<Props, 'computers'>) {
  const { keeper, copies } = computers;
  const words = freshWords(computers);
  if (!keeper.isOn || !copies.isFew) return <p className={look.secondary}>{words}</p>;
  return (
    <Told tone="warning">
      {`${words} Si ${keeper.name} se daña, se sigue con la copia de otra. Las copias se envían al cerrar el programa y cada noche: deje encendidas las otras computadoras con el programa abierto.`}
    </Told>
  );
}

const noReason = 'Elija un motivo.';

function RevokeDialog({ companion, onClose }: { readonly companion: Companion; readonly onClose: () => void }) {
  const refresh = useRefreshComputers();
  const act = useAct({ refresh });
  const [reason, setReason] = useState<RevokeReason | null>(null);
  const [lacks, setLacks] = useState(false);
  const { companionId, version, name: called, mayConnect } = companion;
  const press = () => {
    if (reason === null) {
      setLacks(true);
      document.getElementById('revoke-reason')?.focus();
      return;
    }
    void act.run((client) => client.revokeCompanion({ companionId, version, reason }), {
      words: mayConnect ? `${called} quedó desconectada.` : `Quedó anotado que ${called} fue desconectada.`,
      done: onClose,
      toTitle: true,
      refused: ({ code }) => (code === 'conflict' ? refresh() : undefined),
    });
  };
  return (
    <Dialog
      opened
      isWide
      title={mayConnect ? `¿Desconectar ${called}?` : `¿Anotar que ${called} fue desconectada?`}
      confirm={{
        label: act.busy ? 'Un momento…' : mayConnect ? 'Desconectar' : 'Anotar',
        dangerous: true,
        onClick: press,
      }}
      cancel={{ label: mayConnect ? 'Dejarla conectada' : 'Cancelar', onClick: onClose }}
    >
      <div className={look.stack}>
        <p>{endWords(companion)} Para volver a usarla hace falta un código nuevo.</p>
        <OneOfField
          words={{ label: 'Motivo', id: 'revoke-reason', error: lacks && reason === null ? noReason : undefined }}
          options={optionsOf<RevokeReason>(revokeReasonLabels)}
          value={reason}
          onChange={setReason}
        />
        <ActProblem act={act} />
      </div>
    </Dialog>
  );
}
