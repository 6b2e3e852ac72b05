/** Files made to do harm: each is refused for its own reason, or kept and shown without what acts in it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import { failureWords } from '../../../src/shared/failure-words.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { hostileFiles, type HostileFile } from '../../support/hostile-files.ts';
import { addFile, seen } from '../../support/send-file.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { send } from '../imports/a-list.ts';
import { failureOf } from '../refusal.ts';

const most = { cpuMs: 2000, memory: 200 * 1024 * 1024 };

let centre: TestCentre;
let lawyer: Client<Contract>;
let office: Client<Contract>;
let caseId = '';
beforeAll(async () => {
  centre = await startCentre();
  ({ caseId } = await centre.aCase());
  [lawyer, office] = [await centre.as('legal'), await centre.as('coordina')];
});
afterAll(closeCentres);

/** Peak of memory and time of this process while the work runs, worker threads included. */
async function measured<Value>(work: () => Promise<Value>): Promise<{ value: Value; cpuMs: number; memory: number }> {
  globalThis.gc?.();
  const [before, started] = [process.memoryUsage.rss(), process.cpuUsage()];
  let peak = before;
  const looking = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 10);
  try {
    const value = await work();
    const { user, system } = process.cpuUsage(started);
    return { value, cpuMs: (user + system) / 1000, memory: peak - before };
  } finally {
    clearInterval(looking);
  }
}

/** What is seen of it afterwards; words only, nothing that acts. */
async function bring(file: HostileFile, bytes: Buffer): Promise<{ warnings: readonly string[]; shown: string }> {
  centre.clock.advance(2000);
  if (file.as === 'list') {
    const importId = await send(office, bytes, file.name);
    return { warnings: [], shown: JSON.stringify(await office.getImport({ importId })) };
  }
  const { attachment } = await addFile(lawyer, caseId, { name: file.name, bytes });
  const { shownAs } = await seen(lawyer, caseId, attachment.id);
  return { warnings: attachment.warnings, shown: shownAs };
}

const verdicts: string[] = [];

describe('hostile files', () => {
  it.each(hostileFiles.map((file) => [file.as, file.name, file.what, file] as const))(
    '%s %s: %s',
    async (_as, _name, _what, file) => {
      const bytes = await file.make();
      let kept: Awaited<ReturnType<typeof bring>> | null = null;
      const { value: failure, ...cost } = await measured(() =>
        failureOf(async () => {
          kept = await bring(file, bytes);
        }),
      );
      expect(failure === null ? null : `${failure.code}/${failure.reason ?? ''}`).toBe(
        file.refused === null ? null : `rule-broken/${file.refused}`,
      );
      if (failure === null) expect(kept).toMatchObject({ warnings: file.warnings ?? [] });
      else expect(failureWords(failure)).toMatch(/^[A-ZÁÉÍÓÚÑ¿].{40,}\.$/s);
      expect(cost.cpuMs).toBeLessThan(most.cpuMs);
      expect(cost.memory).toBeLessThan(most.memory);
      verdicts.push(`${file.as} ${file.name}: ${file.refused ?? 'shown safely'}`);
    },
  );

  it('40/40 refused or shown safely', async () => {
    expect(new Set(verdicts).size).toBe(40);
    expect(hostileFiles).toHaveLength(40);
    const listed = (await lawyer.listAttachments({ caseId })).attachments;
    expect(listed).toHaveLength(
      hostileFiles.filter((file) => file.as === 'attachment' && file.refused === null).length,
    );
  });
});
