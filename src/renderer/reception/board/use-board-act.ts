import type { ArrivalLine } from '../../../shared/reception/index.ts';
import type { Contract } from '../../../shared/contract.ts';
import type { InputGivenOf } from '../../../shared/platform/contract.ts';
import { useRefreshReception } from '../queries.ts';
import { failureOf, ToldProblem } from '../../platform/failure-words.ts';
import { type ActClient, type ActEnd, useAct } from '../../platform/forms/index.ts';

type Service = NonNullable<ArrivalLine['service']>;

/** Nobody typed anything that could still stand on the screen: somebody was quicker. */
async function unlessChanged<Value>(label: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (failureOf(error).code !== 'conflict') throw error;
    throw new ToldProblem(`Otra persona acaba de cambiar ${label}. Vea cómo está ahora antes de seguir.`);
  }
}

/** What is done with one arrival as it was read; a failure is told and the board is read again. */
export function useBoardAct(line: ArrivalLine) {
  const refresh = useRefreshReception();
  const { run, ...act } = useAct({ refresh });
  const { arrivalId, version, label } = line;
  /** True when it was done. */
  const change = (
    work: (client: ActClient) => Promise<string>,
    toTitle?: ActEnd<string>['toTitle'],
  ): Promise<boolean> =>
    run((client) => unlessChanged(label, work(client)), {
      words: (said) => said,
      refused: refresh,
      ...(toTitle !== undefined && { toTitle }),
    });
  return {
    act,
    busy: act.busy,
    call: (isAsked: boolean, next?: () => HTMLElement | null) =>
      change(async (client) => {
        await client.callArrival({ arrivalId, version, isAsked });
        return `${label} llamada.`;
      }, next),
    attend: (isAsked: boolean, next?: () => HTMLElement | null) =>
      change(async (client) => {
        await client.attendArrival({ arrivalId, version, staffId: null, isAsked });
        return `${label} en atención.`;
      }, next),
    handOver: (
      to: { service: Service | null; staffId: string | null; name: string },
      next?: () => HTMLElement | null,
    ) =>
      change(async (client) => {
        const { hasGrant } = await client.handOverArrival({
          arrivalId,
          version,
          service: to.service,
          staffId: to.staffId,
        });
        return hasGrant ? `${label} entregada a ${to.name}, con su ficha.` : `${label} entregada a ${to.name}.`;
      }, next),
    setHold: (mustCall: boolean) =>
      change(async (client) => {
        await client.setArrivalHold({ arrivalId, version, mustCall });
        return mustCall ? `${label}: se pedirá llamar a Coordinación.` : `${label} puede pasar.`;
      }),
    close: (
      end: Omit<InputGivenOf<Contract['closeArrival']>, 'arrivalId' | 'version'>,
      words: string,
      next?: () => HTMLElement | null,
    ) =>
      change(async (client) => {
        await client.closeArrival({ arrivalId, version, ...end });
        return `${label} cerrada: ${words}.`;
      }, next),
  };
}
