/** Articles confirmed once for a kind of writ print without being ticked again (D39), as an argument. */
import { afterEach, describe, expect, it } from 'vitest';
import { articleSetId } from '../../../src/shared/filings/index.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const rest = { validFrom: '2026-06-01', validTo: null, source: 'SPIJ inventado', note: null, replaces: null };

async function confirmed(centre: TestCentre, articles: string, by: 'legal' | 'coordina' | 'psico' = 'legal') {
  const change = { ...rest, confirmation: 'secondary' as const, value: { kind: 3, articles } };
  const target = { tableId: 'article-set', rowId: articleSetId(3), seenVersions: 1 };
  return (await centre.as(by)).changeRule({ ...target, change });
}

describe('the articles confirmed for a kind', () => {
  it('come ticked in its writs alone, and are no longer told as to confirm', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const before = await lawyer.startFiling({ caseId, kind: 3 });
    expect(before.options.articles).toEqual([]);
    expect(before.confirmed).toEqual({ rowId: 'articles-03', seenVersions: 1, since: null });
    await confirmed(centre, 'const-1, l-8, l-22');
    const { options, articles, confirmed: state } = await lawyer.startFiling({ caseId, kind: 3 });
    expect(options.articles).toEqual(['const-1', 'l-8', 'l-22']);
    expect(state).toEqual({ rowId: 'articles-03', seenVersions: 2, since: '2026-06-01' });
    expect(articles.filter(({ isConfirmed }) => isConfirmed).map(({ id }) => id)).toEqual(['l-8', 'l-22', 'const-1']);
    expect((await lawyer.startFiling({ caseId, kind: 1 })).options.articles).toEqual([]);
    const { warnings, blocks } = await lawyer.composeDraft({ caseId, kind: 3, options });
    expect(warnings.join()).not.toContain('Por confirmar');
    const text = JSON.stringify(blocks);
    expect(text).toContain('Lo expuesto compromete los derechos que protegen las normas siguientes: ');
    expect(text.indexOf('Derechos. ')).toBeLessThan(text.indexOf('Hechos y norma. '));
    expect(text.indexOf('Hechos y norma. ')).toBeLessThan(text.indexOf('Lo que se pide. '));
    // One that is ticked besides is still to confirm.
    const more = { ...options, articles: [...options.articles, 'l-22-a'] };
    const { warnings: told } = await lawyer.composeDraft({ caseId, kind: 3, options: more });
    expect(told.join()).toContain('Por confirmar: Art. 22-A de la Ley 30364');
  });

  it('leave out an article that the table has no more', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await confirmed(centre, 'l-8, l-999');
    const { options } = await (await centre.as('legal')).startFiling({ caseId, kind: 3 });
    expect(options.articles).toEqual(['l-8']);
  });

  it('are confirmed by the lawyer or Coordinación, with their ids as the table has them', async () => {
    const centre = await startCentre();
    expect(await refusal(() => confirmed(centre, 'l-8', 'psico'))).toBe('forbidden/');
    await expect(confirmed(centre, 'artículo 8; 22')).rejects.toMatchObject({
      failure: {
        issues: [{ path: 'change.value.articles', message: 'Escriba los identificadores con comas: l-8, l-22.' }],
      },
    });
    expect(await refusal(() => confirmed(centre, 'l-8', 'coordina'))).toBe('none');
  });
});
