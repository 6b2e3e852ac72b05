import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IncidentLog } from '../../../src/main/platform/incident-log.ts';
import { rightsOfOthers } from '../../support/rights.ts';
import { fixedClock } from '../../support/fixed-clock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registro-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const leaks = ['Rosa', 'Quispe', '00112233', 'Jazmines', 'select', 'where', '/home/', 'registro.e1.db', 'frase'];
const data = "select * from person where given_names = 'Rosa Quispe' and dni = '00112233' -- Jr. Jazmines 742";

function recorded(error: unknown): { line: Record<string, unknown>; text: string; incident: string } {
  const clock = fixedClock();
  const incident = new IncidentLog(folder, clock).record(error, 'getCase');
  const text = readFileSync(join(folder, 'logs', '2026-06-10.jsonl'), 'utf8');
  return { line: JSON.parse(text.trim().split('\n').at(-1) ?? '') as Record<string, unknown>, text, incident };
}

function withProperties(properties: Record<string, unknown>): Error {
  return Object.assign(new Error(data), properties);
}

class RosaError extends Error {}

const hostile: readonly (readonly [string, () => unknown])[] = [
  ['a message', () => new Error(data)],
  ['a cause', () => new TypeError('x', { cause: new Error(data) })],
  ['causes of a group', () => new AggregateError([new Error(data)], data)],
  ['properties', () => withProperties({ path: '/home/rosa/registro.e1.db', sql: data, parameters: [data] })],
  ['a name put on it', () => withProperties({ name: 'Quispe' })],
  ['a code put on it', () => withProperties({ code: 'Quispe' })],
  ['a code that is no word', () => withProperties({ code: '00112233' })],
  ['lines that look like frames', () => new Error(`x\n    at Rosa Quispe (/home/rosa/00112233.ts:1:1)\n  at ${data}`)],
  [
    'a message changed later',
    () => {
      const error = new Error(`x\n    at Rosa Quispe de los Jazmines (select:1:1)`);
      error.message = 'otro';
      return error;
    },
  ],
  ['a stack put on it', () => withProperties({ stack: `Error: ${data}\n    at Quispe (frase secreta:1:1)` })],
  ['a text thrown', () => data],
  ['an object thrown', () => ({ message: data, name: 'Rosa' })],
  ['no value thrown', () => undefined],
];

describe('IncidentLog', () => {
  it.each(hostile)('keeps %s out of the log', (_what, make) => {
    const { text, incident, line } = recorded(make());
    for (const leak of leaks) expect(text).not.toContain(leak);
    expect(incident).toMatch(/^[0-9A-F]{3}-[0-9A-F]{3}$/);
    expect(Object.keys(line).sort()).toEqual(['at', 'class', 'code', 'incident', 'operation', 'stack']);
    expect(line).toMatchObject({ incident, operation: 'getCase' });
  });

  it('keeps what helps to find a bug: class, code, function, file and line', () => {
    expect(recorded(new RosaError('x')).line).toMatchObject({ class: 'RosaError', code: null });
    const error = Object.assign(new TypeError('x'), { code: 'SQLITE_CONSTRAINT_CHECK' });
    const { line } = recorded(error);
    expect(line).toMatchObject({ class: 'TypeError', code: 'SQLITE_CONSTRAINT_CHECK' });
    expect((line['stack'] as string[])[0]).toMatch(/@incident-log\.test\.ts:\d+$/);
    expect(recorded(Object.assign(new Error('x'), { code: 'ENOSPC' })).line).toMatchObject({ code: 'ENOSPC' });
    expect(recorded(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' })).line).toMatchObject({
      code: 'ERR_INVALID_ARG_TYPE',
    });
  });

  it('gives every bug its own number, in a file only its owner reads', () => {
    const numbers = new Set(Array.from({ length: 20 }, () => recorded(new Error('x')).incident));
    expect(numbers.size).toBe(20);
    expect(rightsOfOthers(join(folder, 'logs', '2026-06-10.jsonl'))).toBe(0);
    expect(rightsOfOthers(join(folder, 'logs'))).toBe(0);
  });

  it('keeps 14 days and touches no other file', () => {
    const clock = fixedClock('2026-06-01T14:00:00.000Z');
    const log = new IncidentLog(folder, clock);
    log.record(new Error('x'), 'getCase');
    writeFileSync(join(folder, 'logs', 'nota.txt'), 'mía');
    for (let day = 0; day < 20; day += 1) {
      clock.advance(24 * 60 * 60 * 1000);
      log.record(new Error('x'), 'getCase');
    }
    const names = readdirSync(join(folder, 'logs')).sort();
    expect(names).toHaveLength(15);
    expect(names[0]).toBe('2026-06-08.jsonl');
    expect(names.at(-1)).toBe('nota.txt');
  });

  it('still answers a number when nothing can be written', () => {
    writeFileSync(join(folder, 'logs'), 'a file where the folder would be');
    const incident = new IncidentLog(folder, fixedClock()).record(new Error('x'), 'getCase');
    expect(incident).toMatch(/^[0-9A-F]{3}-[0-9A-F]{3}$/);
  });
});
