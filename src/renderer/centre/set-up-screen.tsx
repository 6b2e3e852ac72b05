import { setUpGroupLabels, setUpSteps, type SetUpStep } from '../../shared/centre/index.ts';
import { codesOf } from '../../shared/platform/codes-of.ts';
import { hrefOf, screen, useGo, type RouteModule } from '../platform/routes.ts';
import { asOfNow, useRead } from '../platform/query.ts';
import { useMay } from '../platform/session.tsx';
import { ActionBar, EmptyState, PageTitle, Panel, QueryState, Step, StepSheet } from '../platform/ui/index.ts';

export const setUpPath = '/puesta-en-marcha';

/** Where each step is done, and what one does there. */
const ways = {
  professions: { path: '/personal', verb: 'Completar el personal' },
  copy: { path: '/ajustes/copias', verb: 'Elegir dónde copiar' },
  blank: { path: '/papeles-en-blanco', verb: 'Imprimir los papeles' },
  letterhead: { path: '/ajustes', verb: 'Completar el membrete' },
  directory: { path: '/directorio', verb: 'Completar el directorio' },
  deciders: { path: '/personal/encargatura', verb: 'Preparar una encargatura' },
  rules: { path: '/ajustes/tablas', verb: 'Ver las reglas' },
} as const satisfies Record<SetUpStep['id'], { readonly path: string; readonly verb: string }>;

/** «Puesta en marcha»: what is done is seen in the record itself; the next step is the filled button. */
function SetUpScreen() {
  return (
    <>
      <PageTitle>Puesta en marcha</PageTitle>
      {useMay('settings.centre') ? <Read /> : <EmptyState>La puesta en marcha es de Coordinación.</EmptyState>}
    </>
  );
}

function Read() {
  const facts = useRead(['centre', 'set-up'], (client) => client.readSetUp({}), asOfNow);
  return <QueryState query={facts}>{(read) => <Steps steps={setUpSteps(read)} />}</QueryState>;
}

function Steps({ steps }: { readonly steps: readonly SetUpStep[] }) {
  const go = useGo();
  const next = steps.find(({ isDone }) => !isDone);
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <>
      <p role="status">{progressWords(done, steps)}</p>
      {codesOf(setUpGroupLabels).map((group) => (
        <Panel key={group} title={setUpGroupLabels[group]}>
          <StepSheet label={setUpGroupLabels[group]}>
            {steps.map(
              (step, index) =>
                step.group === group && (
                  <Step
                    key={step.id}
                    number={index + 1}
                    level={3}
                    title={step.title}
                    note={step.note}
                    isDone={step.isDone}
                    aside={step !== next && <a href={hrefOf(ways[step.id].path)}>{ways[step.id].verb}</a>}
                  />
                ),
            )}
          </StepSheet>
        </Panel>
      ))}
      <ActionBar
        main={{
          ...{ reads: true, byControlEnter: true },
          label: next === undefined ? 'Ir a Mi día' : ways[next.id].verb,
          onClick: () => go(next === undefined ? '/' : ways[next.id].path),
        }}
      />
    </>
  );
}

function progressWords(done: number, steps: readonly SetUpStep[]): string {
  if (done === steps.length) return 'Todo está puesto en marcha.';
  const minutes = steps.reduce((sum, step) => sum + (step.isDone ? 0 : (step.minutes ?? 0)), 0);
  const left = minutes === 0 ? '' : `, faltan unos ${minutes} minutos`;
  return `${done} de ${steps.length}${left}. Se puede atender mientras tanto.`;
}

export const setUpRoutes: RouteModule = {
  screens: [screen(setUpPath, SetUpScreen)],
  areas: [{ path: setUpPath, label: 'Puesta en marcha', action: 'settings.centre' }],
};
