/** The whole contract, walked for whatever may hold a secret: each is replaced, refused or listed with how it travels. */
import { afterEach, describe, expect, it } from 'vitest';
import { passwordSchema, pinSchema, typedRecoveryKeySchema } from '../../../src/shared/access/index.ts';
import { recoveryGroupSchema } from '../../../src/shared/centre/index.ts';
import { contract, type ProcedureName } from '../../../src/shared/contract.ts';
import {
  answeredAtCompanion,
  onlyAtKeeper,
  pinsToKeeper,
  secretFieldName,
} from '../../../src/shared/only-at-keeper.ts';
import type { Call } from '../../../src/shared/platform/contract.ts';
import { z } from '../../../src/shared/platform/zod.ts';
import { passphrase } from '../../support/start-application.ts';
import { refusal } from '../fixture.ts';
import { answeredHere, closeKeepers, startKeeper } from './keeper.ts';

afterEach(closeKeepers);

const secretSchemas = new Set<unknown>([passwordSchema, typedRecoveryKeySchema, pinSchema, recoveryGroupSchema]);
/** Wider than what the chair itself looks for. */
const secretName = /passw|passphrase|contrase|clave|secret|recovery.?key|paper.?key|^pin$|Pin$|^pin[A-Z]/i;

type Found = { readonly path: readonly string[]; readonly hasLogin: boolean };
type Def = Readonly<Record<string, unknown>>;

const defOf = (schema: unknown): Def => (schema as { readonly _zod: { readonly def: Def } })._zod.def;
const inner = ['innerType', 'element', 'valueType', 'in', 'out', 'left', 'right'] as const;

/** What a schema is made of, without the name of a field: wrappers, branches, items. */
function partsOf(schema: unknown): unknown[] {
  const def = defOf(schema);
  const getter = def['getter'];
  return [
    ...inner.flatMap((name) => (def[name] === undefined ? [] : [def[name]])),
    ...((def['options'] as unknown[] | undefined) ?? []),
    ...((def['items'] as unknown[] | undefined) ?? []),
    ...(typeof getter === 'function' ? [(getter as () => unknown)()] : []),
  ];
}

function* secretsIn(schema: unknown, at: Found, seen: readonly unknown[] = []): Generator<Found> {
  if (seen.includes(schema)) return;
  if (secretSchemas.has(schema)) yield at;
  const next = [...seen, schema];
  if (schema instanceof z.ZodObject) {
    const hasLogin = 'login' in schema.shape;
    for (const [name, held] of Object.entries(schema.shape)) {
      const below = { path: [...at.path, name], hasLogin };
      const isLeaf = ![...fieldsOf(held)].includes(true);
      if (secretName.test(name) && isLeaf) yield below;
      yield* secretsIn(held, below, next);
    }
    return;
  }
  const path = schema instanceof z.ZodArray ? [...at.path, '0'] : at.path;
  for (const part of partsOf(schema)) yield* secretsIn(part, { ...at, path }, next);
}

/** Whether a schema has fields of its own somewhere. */
function* fieldsOf(schema: unknown): Generator<boolean> {
  if (schema instanceof z.ZodObject) yield true;
  else for (const part of partsOf(schema)) yield* fieldsOf(part);
}

const names = Object.keys(contract) as ProcedureName[];
const holding = new Map(
  names.flatMap((name) => {
    const found = [...secretsIn(contract[name].input, { path: [], hasLogin: false })];
    return found.length === 0 ? [] : [[name, found] as const];
  }),
);

/** An input with this text in this place, and a login beside it where one belongs. */
function inputWith({ path, hasLogin }: Found, text: string): unknown {
  const [last] = path.slice(-1);
  return path.reduceRight<unknown>((held, key) => {
    if (key === '0') return [held];
    return key === last && hasLogin ? { login: 'psico', [key]: held } : { [key]: held };
  }, text);
}

const callOf = (procedure: string, input: unknown, password: string | null = null): Call => ({
  ...{ procedure, input, password },
  ...{ session: 'token-1', key: null },
});

describe('the contract', () => {
  it('is walked to its ends', () => {
    expect(names.length).toBeGreaterThan(200);
    expect([...holding.keys()].filter((name) => !(onlyAtKeeper as readonly string[]).includes(name)).sort()).toEqual(
      [
        ...['changeOwnPassphrase', 'endReadOnly', 'openCaseSeal', 'releaseInspection', 'signIn'],
        ...['resumeSession', 'setPin'],
      ].sort(),
    );
    const carried = onlyAtKeeper.filter((name) => !holding.has(name));
    // These hand the key out, or end what it began.
    expect(carried).toEqual(['printRecoverySheet', 'saveRecoverySheet']);
    const paths = new Set(holding.get('beginRotation')?.map(({ path }) => path.join('.')));
    expect([...paths]).toEqual(['second.password', 'second.key', 'paper']);
  });

  it('lets no secret leave a companion as it was typed', async () => {
    const keeper = await startKeeper();
    keeper.sessions.set('token-1', { staffId: keeper.slotOf('psico').staffId, login: 'psico' });
    const { chair } = keeper.line();
    const left: string[] = [];
    for (const [name, found] of holding) {
      if ((pinsToKeeper as readonly string[]).includes(name)) continue;
      for (const one of found) {
        const call = callOf(name, inputWith(one, passphrase));
        const refused = await refusal(async () => {
          const sent = JSON.stringify(await chair.replaceSecrets(call, 'psico'));
          if (sent.includes(passphrase)) left.push(`${name}: ${one.path.join('.')}`);
        });
        if (!['none', 'rule-broken/only-at-keeper'].includes(refused)) left.push(`${name}: ${refused}`);
      }
    }
    expect(left).toEqual([]);
  });

  it('sends the password of a session as a voucher, whatever is asked', async () => {
    const keeper = await startKeeper();
    const { chair } = keeper.line();
    const call = callOf('approveActing', { proposalId: 'x' }, passphrase);
    const sent = await chair.replaceSecrets(call, 'psico');
    expect(sent).toEqual({ ...call, password: expect.stringMatching(/^cem-voucher:/) as string });
    expect(call.password).toBe(passphrase);
  });
});

describe('a companion', () => {
  it('refuses what is done at the keeper alone before a word is said', async () => {
    const { line, recorded } = await startKeeper();
    const { chair } = line();
    for (const name of onlyAtKeeper) {
      const call = callOf(name, { login: 'psico', password: passphrase }, passphrase);
      expect(await refusal(() => chair.replaceSecrets(call, 'psico')), name).toBe('rule-broken/only-at-keeper');
    }
    const paper = { caseId: 'x', second: { login: 'legal', password: passphrase }, recoveryKey: '0400-20G3' };
    const refused = await refusal(() => chair.replaceSecrets(callOf('openCaseSeal', paper, passphrase), 'psico'));
    expect(refused).toBe('rule-broken/only-at-keeper');
    const unknown = [
      { passphrase },
      { deep: [{ newPassword: passphrase }] },
      { password: passphrase },
      { password: {} },
    ];
    for (const input of unknown)
      expect(await refusal(() => chair.replaceSecrets(callOf('any', input), 'psico'))).toBe(
        'rule-broken/only-at-keeper',
      );
    const elsewhere = { newPassphrase: passphrase };
    expect(await refusal(() => chair.replaceSecrets(callOf('signIn', elsewhere), 'psico'))).toBe(
      'rule-broken/only-at-keeper',
    );
    expect(recorded).toEqual([]);
  });

  it('replaces each pair where it stands and touches nothing else', async () => {
    const { line, door } = await startKeeper();
    const { chair } = line();
    const input = {
      words: 'mi clave del caso',
      list: [1, { login: 'legal', password: passphrase }, null],
      second: { login: 'social', password: passphrase, recoveryKey: null },
    };
    const before = structuredClone(input);
    const sent = await chair.replaceSecrets(callOf('any', input), 'psico');
    expect(input).toEqual(before);
    const changed = sent.input as { list: [number, { password: string }, null]; second: { password: string } };
    const [, pair] = changed.list;
    expect(door.redeem('pc-2', 'legal', pair.password)).not.toBeNull();
    expect(door.redeem('pc-2', 'social', changed.second.password)).not.toBeNull();
    expect(changed).toMatchObject({
      words: input.words,
      list: [1, { login: 'legal' }, null],
      second: { recoveryKey: null },
    });
    const plain = callOf('listStaff', { words: 'nada' });
    expect(await chair.replaceSecrets(plain, null)).toBe(plain);
  });

  it('proves two calls at once of one person one after the other', async () => {
    const { line } = await startKeeper();
    const { chair } = line();
    const call = () => chair.replaceSecrets(callOf('approveActing', {}, passphrase), 'psico');
    const wrong = chair.replaceSecrets(callOf('approveActing', {}, 'una-frase-equivocada'), 'legal');
    const both = await Promise.allSettled([wrong, call(), call()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  it('proposes a password itself', () => {
    expect(answeredAtCompanion).toEqual(['suggestPassphrase']);
    const answered = answeredHere({ procedure: 'suggestPassphrase', input: { words: 5 } });
    expect(answered).toMatchObject({ ok: true, after: null });
    expect(answered?.ok === true ? answered.value : null).toEqual({
      passphrase: expect.stringMatching(/^[a-z]+(?:-[a-z]+){4}$/) as string,
    });
    expect(answeredHere({ procedure: 'suggestPassphrase', input: { words: 1 } })).toBeNull();
    expect(answeredHere({ procedure: 'listStaff', input: {} })).toBeNull();
  });
});

it('knows a secret by the name of its field', () => {
  for (const name of ['password', 'newPassphrase', 'recoveryKey', 'clave', 'contrasena', 'secret']) {
    expect(secretFieldName.test(name), name).toBe(true);
  }
});
