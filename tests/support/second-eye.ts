/** The other person who approves what a table waits for. */
import { passphrase, type TestCentre } from './start-application.ts';

/** Approves every change of a row that waits, by whichever of the two may decide it. */
export async function approveRules(centre: TestCentre): Promise<void> {
  for (const login of ['coordina', 'legal'] as const) {
    const client = await centre.as(login);
    const { proposals } = await client.listProposals({});
    for (const { id, kind, canDecide } of proposals) {
      if (kind === 'rule-change' && canDecide)
        await client.approveRuleChange({ proposalId: id }, { password: passphrase });
    }
  }
}
