import { useMemo, useState } from 'react';
import { backupReasons, whenWords } from '../../shared/backup/index.ts';
import { companionReasons, keptCopyNameSchema, type KeptCopy } from '../../shared/companions/index.ts';
import { CopyForm, type CopySource } from '../backup/index.ts';
import { ActProblem, Choice, useAct } from '../platform/forms/index.ts';
import { useLine } from '../platform/line/index.ts';
import { useRead } from '../platform/query.ts';
import { ageWords, dayAndTime } from '../platform/times.ts';
import { Dialog, look, Notice, Panel, QueryState, ButtonRow, Told } from '../platform/ui/index.ts';
import { unsentHereWords } from './words.ts';

type Props = {
  readonly onLeave: () => void;
  /** The paper opened the copy, and the same paper gives a new password. */
  readonly onRecover: (recoveryKey: string) => void;
};

export function TakeOver(props: Props) {
  const copies = useRead(['kept-copies'], (client) => client.listKeptCopies({}), { staleTime: 0, gcTime: 0 });
  const line = useLine();
  // From the press on: that there is no line any more may be heard before the answer.
  const [isTaken, setTaken] = useState(false);
  const [keeper, setKeeper] = useState('');
  if (line !== null && line.keeper !== keeper) setKeeper(line.keeper);
  if (!isTaken && (line === null || line.state === 'up')) return <Answers onLeave={props.onLeave} />;
  return (
    <QueryState query={copies}>
      {({ copies: kept }) =>
        kept.length === 0 ? (
          <div className={look.stack}>
            <Notice tone="warning">
              <p>
                Esta computadora no tiene ninguna copia del registro. Busque una en las otras computadoras conectadas.
              </p>
              <p>Si ninguna la tiene, use la de la memoria o el disco externo.</p>
            </Notice>
            <OtherCopy />
            <ButtonRow plain label="Volver" onClick={props.onLeave} />
          </div>
        ) : (
          <WithCopies {...props} {...{ kept, keeper, setTaken }} unsent={line?.unsent ?? 0} />
        )
      }
    </QueryState>
  );
}

function Answers({ onLeave }: Pick<Props, 'onLeave'>) {
  return (
    <div className={look.stack}>
      <Told role="status">No hace falta: esta computadora no está sin conexión.</Told>
      <ButtonRow label="Ir a entrar" onClick={onLeave} />
    </div>
  );
}

/** A newer copy stands elsewhere: this computer becomes one without a record, whose first page restores it. */
function OtherCopy() {
  const act = useAct();
  const [isAsked, setAsked] = useState(false);
  return (
    <Panel title="¿Tiene una copia más nueva en una memoria o un disco?">
      <p>
        Esta computadora deja de estar conectada y vuelve a su primera página: ahí, «Recuperar desde una copia». Las
        copias que guarda se quedan en ella.
      </p>
      <ActProblem act={act} />
      <ButtonRow plain label="Usar esa copia…" onClick={() => setAsked(true)} />
      {isAsked && (
        <Dialog
          opened
          title="¿Dejar de estar conectada?"
          confirm={{
            label: act.busy ? 'Un momento…' : 'Dejar de estar conectada',
            dangerous: true,
            onClick: () => void act.run((client) => client.leaveKeeper({}), { done: () => setAsked(false) }),
          }}
          cancel={{ label: 'Seguir conectada', onClick: () => setAsked(false) }}
        >
          <p>Para conectarla otra vez hace falta un código nuevo. Lo que aquí no llegó a enviarse se pierde.</p>
        </Dialog>
      )}
    </Panel>
  );
}

type WithProps = Props & {
  /** Newest first; at least one. */
  readonly kept: readonly KeptCopy[];
  readonly keeper: string;
  /** Changes of this computer that have no answer yet. */
  readonly unsent: number;
  readonly setTaken: (isTaken: boolean) => void;
};

function WithCopies({ onLeave, onRecover, setTaken, kept, keeper, unsent }: WithProps) {
  const source = useMemo(() => sourceOf({ kept, keeper, unsent, setTaken }), [kept, keeper, unsent, setTaken]);
  return <CopyForm source={source} onBack={onLeave} onRestored={onLeave} onRecover={onRecover} />;
}

const atField: Readonly<Record<string, string>> = {
  'no-kept-copy': companionReasons['no-kept-copy'],
  'copy-incomplete': backupReasons['copy-incomplete'],
  'copy-damaged': 'La copia no pasó la revisión. Elija otra.',
};

const labelOf = ({ madeAt }: KeptCopy) => `${dayAndTime(Date.parse(madeAt))} · ${ageWords(madeAt, Date.now())}`;

function sourceOf({ kept, keeper, unsent, setTaken }: Omit<WithProps, keyof Props>): CopySource {
  return {
    lead: (
      <>
        <p>
          {`Hágalo solo si ${keeper} se dañó, la robaron o no va a volver. Si únicamente está apagada o sin red, enciéndala: los registros de dos computadoras no se juntan después.`}
        </p>
        <p>
          Mire antes en las demás computadoras conectadas de cuándo es su copia, y use la más nueva. La copia se revisa
          completa; antes de usarla se dice qué falta en ella.
        </p>
      </>
    ),
    foot: <OtherCopy />,
    schema: keptCopyNameSchema,
    first: kept[0]?.name ?? '',
    Field: ({ form }) => (
      <Choice
        form={form}
        name="copy"
        label="Copia que está en esta computadora"
        options={kept.map((copy) => ({ code: copy.name, label: labelOf(copy) }))}
      />
    ),
    who: 'De Coordinación; si es de otra persona, la segunda debe ser de Coordinación. Las dos ya estaban en la copia.',
    wordsAtField: ({ reason }) => atField[reason ?? ''],
    preview: (client, name, by) => client.previewKeptCopy({ name, by }),
    words: ({ madeAt, lastEntryAt }) => [
      `La copia es del ${whenWords(madeAt)}; lo último que tiene es del ${whenWords(lastEntryAt)}. Lo que se escribió después no está en ella: habrá que registrarlo otra vez.`,
      ...(unsent === 0 ? [] : [unsentHereWords(unsent)]),
      `${keeper} ya no guardará el registro: si vuelve, se cierra sola en cuanto se encuentra en la red con esta. Hasta entonces, que nadie trabaje en ella.`,
      'Las demás computadoras se conectan otra vez, cada una con un código nuevo.',
    ],
    isOver: () => true,
    verb: () => 'Guardar el registro aquí',
    restore: async (client, { copy: name, by }, second) => {
      setTaken(true);
      try {
        await client.becomeKeeper({ name, by, second });
        return null;
      } catch (error) {
        setTaken(false);
        throw error;
      }
    },
    done: {
      password: <Next first="Entre con su usuario y contraseña." />,
      recoveryKey: (
        <Next first="Ponga una contraseña nueva con la misma hoja; si alguien recuerda la suya, entre con ella." />
      ),
    },
  };
}

/** What is left to do, in order. */
function Next({ first }: { readonly first: string }) {
  return (
    <>
      <p>Esta computadora guarda ahora el registro. Siga así:</p>
      <ol>
        <li>{first}</li>
        <li>
          En «Centro», «Ajustes», «Computadoras»: permita que se conecten las otras y dé a cada una un código nuevo.
        </li>
        <li>En «Copias»: elija de nuevo la carpeta de las copias y haga una.</li>
        <li>
          Registre otra vez lo que se escribió después de la copia. Apunte antes los números de los papeles que
          salieron.
        </li>
      </ol>
    </>
  );
}
