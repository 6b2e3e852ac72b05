/**
 * The process under the write log: does one scenario and says after each answer that it came.
 *
 * `node tests/crash/writer.ts SCENARIO ROOT ROUNDS`; the shim turns what is written to CRASH_ACK into acknowledgements.
 */
import { openSync, writeSync } from 'node:fs';
import { fixedClock } from '../support/fixed-clock.ts';
import { openCentre, type TestCentre } from '../support/start-application.ts';
import { placeIn, scenarioNamed, type Desk } from './scenarios.ts';
import type { Told } from './write-log.ts';

const [name = '', root = '', rounds = '1'] = process.argv.slice(2);
const ack = openSync(process.env['CRASH_ACK'] ?? '', 'w');
const place = placeIn(root);
const clock = fixedClock('2026-06-10T14:00:00.000Z');

const tell = (told: Told): void => void writeSync(ack, `${JSON.stringify(told)}\n`);

async function start(): Promise<TestCentre> {
  const centre = await openCentre(place.data, clock);
  const invoke = centre.application.invoke.bind(centre.application);
  centre.application.invoke = async (call) => {
    const envelope = await invoke(call);
    const act = (call as { procedure: string }).procedure;
    if (envelope.ok) tell({ kind: 'answered', act });
    else if (envelope.failure.code === 'unexpected') tell({ kind: 'unexpected', act });
    return envelope;
  };
  return centre;
}

const desk: Desk = { place, clock, tell, start };
await scenarioNamed(name).work(desk, Number(rounds));
