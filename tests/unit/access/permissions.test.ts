import { describe, expect, it } from 'vitest';
import {
  actions,
  decide,
  exceptionalReads,
  grantOf,
  mayEver,
  roles,
  type CaseRelation,
  type Role,
} from '../../../src/shared/access/index.ts';

const none: CaseRelation = {
  isOnTeam: false,
  isOwnRecent: false,
  isOfToday: false,
  hasConflict: false,
  isSealed: false,
  isSealMember: false,
  isExceptional: false,
};

const relations = {
  team: { ...none, isOnTeam: true },
  own: { ...none, isOwnRecent: true },
  today: { ...none, isOfToday: true },
  none,
  conflict: { ...none, isOnTeam: true, isOwnRecent: true, isOfToday: true, hasConflict: true },
  sealedNotMember: { ...none, isOnTeam: true, isOfToday: true, isSealed: true },
  exceptional: { ...none, isExceptional: true },
  exceptionalSealed: { ...none, isExceptional: true, isSealed: true },
  exceptionalConflict: { ...none, isExceptional: true, hasConflict: true },
  sealedMember: { ...none, isOnTeam: true, isSealed: true, isSealMember: true },
} satisfies Record<string, CaseRelation>;
type RelationName = keyof typeof relations;

describe('permission table', () => {
  it('stays as reviewed, cell by cell', () => {
    const rows = actions.map((action) => {
      const cells = roles.map((role) => {
        const grant = grantOf(role, action);
        if (grant === null) return '-';
        const view = grant.view === null ? '' : `:${grant.view}`;
        return `${grant.scope}${view}${grant.secondPerson ? '2' : ''}${grant.passwordAgain ? '!' : ''}`;
      });
      return `${action}: ${cells.join(' ')}`;
    });
    expect(rows).toMatchSnapshot();
  });

  it('denies unknown actions and inherited names', () => {
    for (const action of ['case.everything', 'toString', '__proto__', 'constructor', '']) {
      expect(roles.some((role) => grantOf(role, action) !== null)).toBe(false);
    }
  });

  it('gives technical support nothing of any case', () => {
    const tied = actions.filter((action) =>
      ['assigned', 'any', 'own'].includes(grantOf('technicalSupport', action)?.scope ?? ''),
    );
    expect(tied).toEqual([]);
  });
});

/** What the table means for somebody in that relation to a case; null where it does not say alone. */
function meant(role: Role, action: string, name: RelationName): boolean | null {
  const grant = grantOf(role, action);
  if (grant === null || ['conflict', 'exceptionalConflict'].includes(name)) return false;
  if (['sealedNotMember', 'exceptionalSealed'].includes(name)) {
    return role === 'coordinator' && ['seal.read', 'seal.create', 'seal.open'].includes(action);
  }
  if (name === 'exceptional') {
    const isLent = grant.scope === 'assigned' && (exceptionalReads as readonly string[]).includes(action);
    return isLent || decide([role], action, none).allowed;
  }
  if (grant.scope === 'assigned') return relations[name].isOnTeam;
  return grant.scope === 'own' ? relations[name].isOwnRecent : null;
}

describe('decide', () => {
  it('follows relation, conflict and seal for every role, action and relation', () => {
    let checked = 0;
    for (const role of roles) {
      for (const action of actions) {
        for (const name of Object.keys(relations) as RelationName[]) {
          const expected = meant(role, action, name);
          const { allowed } = decide([role], action, relations[name]);
          if (expected !== null) expect(allowed, `${role} ${action} ${name}`).toBe(expected);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThanOrEqual(2500);
  });

  it('lends an acceso excepcional reading alone, and says that it was lent', () => {
    const open = { ...none, isExceptional: true };
    expect(decide(['psychologist'], 'registerForm.readA', open)).toMatchObject({ allowed: true, isExceptional: true });
    expect(decide(['psychologist'], 'registerForm.readA', { ...open, isOnTeam: true })).not.toHaveProperty(
      'isExceptional',
    );
    const lent = actions.filter((action) => decide(['psychologist', 'lawyer'], action, open).allowed);
    const own = actions.filter((action) => decide(['psychologist', 'lawyer'], action, none).allowed);
    expect(lent.filter((action) => !own.includes(action)).toSorted()).toEqual([...exceptionalReads].toSorted());
    // Nothing of the areas with a key of their own, nothing that leaves the house, nothing that writes.
    for (const action of exceptionalReads) {
      expect(action).toMatch(/\.read/);
      expect(action).not.toMatch(/psychological|social|legal|safeAddress|attachment|print|document|interview/);
    }
  });

  it('adds up the roles of one person, the widest view winning', () => {
    const both = decide(['admission', 'psychologist'], 'person.readIdentity', {
      ...none,
      isOnTeam: true,
      isOfToday: true,
    });
    expect(both).toMatchObject({ allowed: true, view: null });
    expect(mayEver(['admission', 'lawyer'], 'print.filing')).toBe(true);
  });
});
