import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LikelyPanel } from '../../../src/renderer/intake/validation/likely-panel.tsx';
import { ClientProvider } from '../../../src/renderer/platform/client.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { CaseOverview, LikelyPerson } from '../../../src/shared/intake/index.ts';
import type { Candidate } from '../../../src/shared/people/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { Alone } from '../../support/alone.tsx';
import { eventually } from '../../support/eventually.ts';

afterEach(cleanup);

const herId = crypto.randomUUID() as NonNullable<LikelyPerson['personId']>;
const foundId = crypto.randomUUID() as Candidate['personId'];
const overview = {
  ...{ caseId: crypto.randomUUID(), version: 3, number: '2026-0007', state: 'draft' },
  ...{ userName: 'Yeni Huamán', aggressorName: 'Wilber Corahua', unsettled: [] },
} as unknown as CaseOverview;

function person(more: Partial<LikelyPerson> = {}): LikelyPerson {
  return {
    ...{ role: 'user', personId: herId, name: 'Yenny Huamán', age: 52, district: 'Huanta, Huanta, Ayacucho' },
    fichas: [{ number: '2024-0117', role: 'user', isFromOldList: false }],
    reasons: [
      { text: 'Mismos nombres.', speaks: 'for' },
      { text: 'La edad no corresponde.', speaks: 'against' },
    ],
    ...{ contradictions: [], isOfHers: false, isAsked: true, answer: null, reviewers: [] },
    ...more,
  };
}

const closed = person({
  personId: null,
  name: 'Requiere revisión',
  reviewers: ['Servicio legal'],
  fichas: [],
  reasons: [],
});

type Links = Parameters<typeof LikelyPanel>[0]['links'];
type Shown = {
  readonly unsettled?: CaseOverview['unsettled'];
  readonly links?: Links;
  readonly against?: string[];
  readonly state?: CaseOverview['state'];
};

function draw(
  likely: readonly LikelyPerson[],
  { unsettled = [], links = [], against = [], state = 'draft' }: Shown = {},
) {
  const client = {
    compareForLink: vi.fn(() => Promise.resolve({ contradictions: against })),
    unlinkPerson: vi.fn(() => Promise.resolve({ version: 4 })),
    takeBackAnswer: vi.fn(() => Promise.resolve({ version: 4 })),
    settlePerson: vi.fn(() => Promise.resolve({ version: 4 })),
    ruleOutPersons: vi.fn(() => Promise.resolve({ version: 4 })),
    findPersons: vi.fn(() =>
      Promise.resolve({
        candidates: [
          {
            ...{ personId: foundId, name: 'Juana Rojas', birthYear: null, district: null, lastVisitYear: 2024 },
            ...{ level: 'possible', reasons: [], knownAs: [], needsReview: false, cases: [] },
          },
        ],
      }),
    ),
  };
  render(
    <Alone>
      <ClientProvider value={client as unknown as Client<Contract>}>
        <LikelyPanel overview={{ ...overview, unsettled, state }} likely={likely} links={links} />
      </ClientProvider>
    </Alone>,
  );
  return { client, user: userEvent.setup(), her: within(screen.getByRole('region', { name: /^Ella/ })) };
}

describe('LikelyPanel', () => {
  it('says what speaks for and against in words, not by colour alone', () => {
    const { her } = draw([person()]);
    expect(her.getAllByRole('listitem').map((one) => one.textContent)).toContain('A favor: Mismos nombres.');
    expect(her.getAllByRole('listitem').map((one) => one.textContent)).toContain('En contra: La edad no corresponde.');
  });

  it('says that nobody is close, and then asks nothing', () => {
    const { her } = draw([]);
    her.getByText('Nadie del registro se le parece tanto como para preguntar.');
    expect(her.queryByRole('button', { name: 'Ninguna es ella' })).toBeNull();
  });

  it('does not say that nobody is like her while the question of the desk is open', () => {
    const { her } = draw([], {
      unsettled: [{ role: 'user', personId: herId, name: 'Yenny Huamán', needsReview: false, reviewers: [] }],
    });
    expect(her.queryByText(/se le parece/)).toBeNull();
  });

  it('rules out those who are seen, by their ids', async () => {
    const { client, user, her } = draw([person(), closed]);
    await user.click(her.getByRole('button', { name: 'Ninguna es ella' }));
    const { caseId, version } = overview;
    expect(client.ruleOutPersons).toHaveBeenCalledWith(
      { caseId, version, role: 'user', personIds: [herId] },
      expect.anything(),
    );
  });

  it('tells nothing of somebody the reader may not see, and offers no link to her', () => {
    const { her } = draw([closed]);
    her.getByText('Requiere revisión');
    her.getByText('Está en una ficha que usted no puede abrir. La compara Servicio legal.');
    expect(her.queryByRole('button', { name: /^Es ella/ })).toBeNull();
  });

  it('asks Coordinación, who may see her, about whom somebody else could not', async () => {
    const { client, user, her } = draw([person({ answer: 'reviewAsked' })]);
    her.getByRole('button', { name: 'Es ella: Yenny Huamán, ficha 2024-0117' });
    await user.click(her.getByRole('button', { name: 'Ninguna es ella' }));
    expect(client.ruleOutPersons).toHaveBeenCalledWith(
      expect.objectContaining({ personIds: [herId] }),
      expect.anything(),
    );
  });

  it('keeps what was answered, and lets it be taken back in its place', async () => {
    const { client, user, her } = draw([person({ answer: 'different' })]);
    her.getByText('No es la misma');
    expect(her.queryByRole('button', { name: 'Ninguna es ella' })).toBeNull();
    await user.click(her.getByRole('button', { name: 'Cambiar respuesta: Yenny Huamán, ficha 2024-0117' }));
    const { caseId, version } = overview;
    expect(client.takeBackAnswer).toHaveBeenCalledWith(
      { caseId, version, role: 'user', personId: herId, reason: null },
      expect.anything(),
    );
  });

  it('links somebody whose age is another only after it was read and confirmed', async () => {
    const against = 'La edad no corresponde: en esta ficha, 35 años (2026); en el registro, nació en 2017.';
    const { client, user, her } = draw([person({ contradictions: [against] })]);
    await user.click(her.getByRole('button', { name: 'Es ella: Yenny Huamán, ficha 2024-0117' }));
    const dialog = within(await screen.findByRole('dialog'));
    dialog.getByText(against);
    expect(client.settlePerson).not.toHaveBeenCalled();
    await user.click(dialog.getByRole('button', { name: 'Es la misma persona de todos modos' }));
    expect(client.settlePerson).toHaveBeenCalledWith(expect.objectContaining({ isSure: true }), expect.anything());
  });

  it('says who was linked with whom, and undoes it', async () => {
    const link = {
      role: 'user',
      known: 'Yenny Huamán (ficha 2024-0117)',
      typed: 'Yeni Huamán',
      ...{ canUndo: true, isJoined: true },
    } as const;
    const { client, user, her } = draw([], { links: [link] });
    her.getByText('Es Yenny Huamán (ficha 2024-0117). En esta ficha se escribió: Yeni Huamán.');
    await user.click(her.getByRole('button', { name: /^Deshacer/ }));
    const { caseId, version } = overview;
    expect(client.unlinkPerson).toHaveBeenCalledWith({ caseId, version, role: 'user' }, expect.anything());
  });

  it('leaves the undoing of a validated case to Coordinación, and offers nobody else in her place', () => {
    const link = { role: 'user', known: 'Yenny Huamán', typed: 'Yeni Huamán', canUndo: false, isJoined: true } as const;
    const { her } = draw([person({ answer: 'reviewAsked' })], { links: [link], state: 'validated' });
    her.getByText(/Coordinación separa los dos registros/);
    for (const name of [/^Deshacer/, /^Es ella/, /^Buscar/, /^Cambiar/])
      expect(her.queryByRole('button', { name })).toBeNull();
    her.getByRole('button', { name: 'Ninguna es ella' });
  });

  it('tells two of one name apart by their fichas, also to whoever only hears them', () => {
    const other = crypto.randomUUID() as NonNullable<LikelyPerson['personId']>;
    const { her } = draw([
      person(),
      person({ personId: other, fichas: [{ number: '2025-0003', role: 'user', isFromOldList: false }] }),
    ]);
    her.getByRole('button', { name: 'Es ella: Yenny Huamán, ficha 2024-0117' });
    her.getByRole('button', { name: 'Es ella: Yenny Huamán, ficha 2025-0003' });
  });

  it('puts the focus at its heading after an answer, and into the field of the search', async () => {
    const { user, her } = draw([person()]);
    await user.click(her.getByRole('button', { name: 'Ninguna es ella' }));
    await eventually(() => {
      expect(her.getByRole('heading', { level: 3 })).toBe(document.activeElement);
    });
    await user.click(her.getByRole('button', { name: 'Buscar a otra persona' }));
    expect(her.getByRole('textbox', { name: 'Nombre o documento' })).toBe(document.activeElement);
  });

  it('links somebody found by search with a reason, and says at the field when it is missing', async () => {
    const { client, user, her } = draw([], { against: ['El sexo registrado es otro.'] });
    await user.click(her.getByRole('button', { name: 'Buscar a otra persona' }));
    await user.type(her.getByRole('textbox', { name: 'Nombre o documento' }), 'Juana Rojas{Enter}');
    await user.click(
      await her.findByRole('button', { name: 'Es la misma persona: Juana Rojas, última visita en 2024' }),
    );
    const sure = within(await screen.findByRole('dialog'));
    sure.getByText('El sexo registrado es otro.');
    expect(sure.queryByRole('radio')).toBeNull();
    await eventually(() => {
      expect(sure.getByRole('button', { name: 'Volver sin vincular' })).toBe(document.activeElement);
    });
    await user.click(sure.getByRole('button', { name: 'Es la misma persona de todos modos' }));
    const dialog = within(await screen.findByRole('dialog', { name: /por qué es la misma persona/ }));
    const confirm = () => user.click(dialog.getByRole('button', { name: 'Vincular de todos modos' }));
    await confirm();
    dialog.getByText('Elija un motivo.');
    expect(dialog.getAllByRole('radio')[0]).toBe(document.activeElement);
    await user.click(dialog.getByRole('radio', { name: 'Otro' }));
    expect(dialog.queryByText('Escriba el motivo.')).toBeNull();
    await confirm();
    dialog.getByText('Escriba el motivo.');
    expect(dialog.getByRole('textbox')).toBe(document.activeElement);
    expect(client.settlePerson).not.toHaveBeenCalled();
    await user.type(dialog.getByRole('textbox'), 'La vio la vecina');
    await confirm();
    expect(client.settlePerson).toHaveBeenCalledWith(
      expect.objectContaining({ personId: foundId, isSame: true, isSure: true }),
      expect.anything(),
    );
    expect(client.settlePerson).toHaveBeenCalledWith(
      expect.objectContaining({ reason: { code: 'other', text: 'La vio la vecina' } }),
      expect.anything(),
    );
  });
});
