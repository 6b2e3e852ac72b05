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
  ChoiceField,
  DataTable,
  Dialog,
  Fold,
  look,
  Notice,
  Panel,
  PlainButton,
  type Column,
} from '../platform/ui/index.ts';
import css from './companions.module.css';
import { useRefreshComputers } from './queries.ts';
import { countWords, freshWords, nowWords } from './words.ts';

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

const gone: readonly Column<Companion>[] = [
  name,
  {
    title: 'Desconectada',
    cell: ({ revokedAt, revokedBy }) => (revokedAt === null ? '—' : `${inLima(revokedAt)}, ${revokedBy ?? '—'}`),
  },
];

type Props = { readonly computers: Computers; readonly manages: boolean };

/** The companions; those that may connect no more are folded away. */
export function CompanionTable({ computers, manages }: Props) {
  const { companions, keeper } = computers;
  const [asked, setAsked] = useState<Companion | null>(null);
  const standing = companions.filter(({ revokedAt }) => revokedAt === null);
  const revoked = companions.filter(({ revokedAt }) => revokedAt !== null);
  const acts: Column<Companion> = {
    title: 'Acción',
    cell: (one) => (
      <PlainButton small aria-label={`Desconectar ${one.name}`} onClick={() => setAsked(one)}>
        Desconectar…
      </PlainButton>
    ),
  };
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
            columns={gone}
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
    <Notice tone="warning">
      <p>
        {`${words} Si ${keeper.name} se daña, se sigue con esas copias. Se envían al cerrar el programa y cada noche: deje encendidas las otras computadoras con el programa abierto.`}
      </p>
    </Notice>
  );
}

const noReason = 'Elija un motivo.';

function RevokeDialog({ companion, onClose }: { readonly companion: Companion; readonly onClose: () => void }) {
  const refresh = useRefreshComputers();
  const act = useAct({ refresh });
  const [reason, setReason] = useState<RevokeReason | null>(null);
  const [lacks, setLacks] = useState(false);
  const { companionId, version, name: called, isConnected } = companion;
  const press = () => {
    if (reason === null) {
      setLacks(true);
      document.getElementById('revoke-reason')?.focus();
      return;
    }
    void act.run((client) => client.revokeCompanion({ companionId, version, reason }), {
      words: `${called} quedó desconectada.`,
      done: onClose,
      toTitle: true,
      refused: ({ code }) => (code === 'conflict' ? refresh() : undefined),
    });
  };
  return (
    <Dialog
      opened
      isWide
      title={`¿Desconectar ${called}?`}
      confirm={{ label: act.busy ? 'Un momento…' : 'Desconectar', dangerous: true, onClick: press }}
      cancel={{ label: 'Dejarla conectada', onClick: onClose }}
    >
      <div className={look.stack}>
        <p>
          {isConnected
            ? 'Se corta en este momento: lo que allí se escribe y no se envió se pierde.'
            : 'Ya no podrá conectarse. Lo que allí quedó escrito y no se envió se pierde.'}{' '}
          Para volver a usarla hace falta un código nuevo.
        </p>
        <ChoiceField
          words={{ label: 'Motivo', id: 'revoke-reason', error: lacks && reason === null ? noReason : undefined }}
          options={optionsOf<RevokeReason>(revokeReasonLabels)}
          value={reason}
          onChange={setReason}
          clearable={false}
        />
        <ActProblem act={act} />
      </div>
    </Dialog>
  );
}
