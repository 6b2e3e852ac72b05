import { useState } from 'react';
import { lacks, nobodyBeside, PasswordField, SecondPersonFields, toldSecond } from '../../access/index.ts';
import { afterLock } from '../../platform/after-lock.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { useMay, useSessionAccess } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import { SheetForm, OneOfField, Panel, ButtonRow } from '../../platform/ui/index.ts';
import css from '../audit.module.css';
import { useRefreshTroubles, useRefreshWitness, type ReadOnlyFacts } from '../queries.ts';
import type { ReadOnlyTrouble } from '../../../shared/audit/index.ts';

type Way = 'restore' | 'search' | 'goOn';
type Props = { readonly facts: ReadOnlyFacts; readonly trouble: ReadOnlyTrouble };

/** Three ways out of the read-only state, for Coordinación; everybody else reads who decides. */
export function HowItGoesOn(props: Props) {
  if (useMay('readOnly.end')) return <Decision {...props} />;
  return (
    <Panel title="Cómo sigue">
      <p>
        Deciden Coordinación y otra persona profesional, juntas en esta computadora: reponer una copia, o seguir desde
        aquí. Avíseles ahora.
      </p>
    </Panel>
  );
}

function Decision({ facts, trouble }: Props) {
  const isAhead = facts.copy?.isAhead === true;
  const [way, setWay] = useState<Way>(isAhead ? 'restore' : 'search');
  const options = [
    ...(facts.copy !== null && (isAhead || trouble.kind === 'chain-broken')
      ? [{ code: 'restore' as const, label: `Reponer la copia del ${inLima(facts.copy.at)}` }]
      : []),
    { code: 'search' as const, label: 'Buscar una copia más nueva' },
    { code: 'goOn' as const, label: 'Seguir desde aquí' },
  ];
  return (
    <Panel title="Cómo sigue">
      <OneOfField
        words={{ label: 'Qué se hace', id: 'read-only-way' }}
        options={options}
        value={way}
        onChange={setWay}
      />
      {way === 'restore' && facts.copy !== null && <Restore copy={facts.copy} />}
      {way === 'search' && <Search />}
      {way === 'goOn' && <GoOn trouble={trouble} />}
    </Panel>
  );
}

function Restore({ copy }: { readonly copy: NonNullable<ReadOnlyFacts['copy']> }) {
  const { lock } = useSessionAccess();
  return (
    <>
      <p>
        Vuelve lo que tiene la copia. Lo escrito después de ella se registra otra vez. El archivo de ahora se guarda
        aparte 30 días. Lo hacen dos personas.
      </p>
      <p className={css.path}>{copy.path}</p>
      <p>Antes cierren las demás sesiones. La página que se abre dice qué cambiaría.</p>
      <ButtonRow
        label="Cerrar mi sesión y reponer"
        onClick={() => {
          afterLock.restoreFrom = copy.path;
          lock('asked');
        }}
      />
    </>
  );
}

function Search() {
  const refresh = useRefreshTroubles();
  return (
    <>
      <p>
        Puede estar en otra memoria o en la otra computadora. Conecte la memoria de las copias y mire otra vez; las de
        otra carpeta se comparan en <a href={hrefOf('/auditoria')}>Auditoría</a>.
      </p>
      <p>Una copia de otra carpeta se repone desde la página de entrada, en «Recuperar desde una copia».</p>
      <ButtonRow plain label="Mirar otra vez" onClick={() => void refresh()} />
    </>
  );
}

const what = {
  'rolled-back': 'Lo que falta se pierde, salvo que se registre otra vez. Hágalo solo si no hay una copia más nueva.',
  'chain-broken':
    'La entrada cambiada queda así para siempre, y la revisión la seguirá nombrando. Guarde antes una copia de la carpeta de datos para quien audita.',
} as const;

function GoOn({ trouble }: Pick<Props, 'trouble'>) {
  const refreshTroubles = useRefreshTroubles();
  const refreshWitness = useRefreshWitness();
  const act = useAct({ refresh: () => Promise.all([refreshTroubles(), refreshWitness()]) });
  const go = useGo();
  const [own, setOwn] = useState('');
  const [second, setSecond] = useState(nobodyBeside);
  const [tried, setTried] = useState(false);
  const end = () => {
    setTried(true);
    const fields = [
      ['read-only-own', own],
      ['read-only-login', second.login],
      ['read-only-second', second.password],
    ] as const;
    const empty = fields.find(([, value]) => value.trim() === '');
    if (empty !== undefined) {
      document.getElementById(empty[0])?.focus();
      return;
    }
    const asked = { second: toldSecond(second) };
    void act.run((client) => client.endReadOnly(asked, { password: own }), {
      words: ({ segment }) =>
        `El registro ya se puede escribir. Guarde ahora la clave inicial del tramo ${segment}, en «Auditoría».`,
      done: () => go('/auditoria'),
    });
  };
  return (
    <SheetForm onSend={end}>
      <p>{what[trouble.kind]}</p>
      <p>Empieza un tramo nuevo de la bitácora. Lo pasado no se borra y la hoja de la semana lo muestra.</p>
      <ActProblem act={act} />
      <PasswordField
        words={{ label: 'Su contraseña', id: 'read-only-own', error: lacks(own, tried) }}
        value={own}
        onChange={setOwn}
      />
      <SecondPersonFields id="read-only" value={second} onChange={setSecond} tried={tried} />
      <ButtonRow busy={act.busy} label="Seguir desde aquí" meanwhile="Un momento…" />
    </SheetForm>
  );
}
