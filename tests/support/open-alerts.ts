/** Alerts that nobody has closed, as somebody reads them on the pages of the own cases. */
import { byUrgency, type Alert } from '../../src/shared/alerts/index.ts';
import type { Contract } from '../../src/shared/contract.ts';
import type { Client } from '../../src/shared/platform/contract.ts';

export async function openAlertsOf(client: Client<Contract>): Promise<{ alerts: Alert[] }> {
  const alerts: Alert[] = [];
  for (const { caseId } of (await client.listMyCases({})).cases)
    alerts.push(...(await client.listCaseAlerts({ caseId })).alerts.filter(({ closedAt }) => closedAt === null));
  return { alerts: alerts.toSorted(byUrgency) };
}
