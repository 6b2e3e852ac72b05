/** Every component in its states, to be looked at and to be checked by axe under the release policy. */
import { useEffect, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { QuestionFields, summaryOf, useAutosave, useSectionForm } from '../../../src/renderer/platform/forms/index.ts';
import { LockedPage } from '../../../src/renderer/platform/locked-page.tsx';
import type { Entry } from '../../../src/renderer/platform/entries.ts';
import { Frame } from '../../../src/renderer/platform/ui/frame.tsx';
import {
  ActionBar,
  ConfirmMark,
  DataTable,
  Dialog,
  EmptyState,
  ErrorSummary,
  Notice,
  PageTitle,
  PdfPages,
  RiskWord,
  StateBadge,
  TextField,
} from '../../../src/renderer/platform/ui/index.ts';
import { answersSchema, blankAnswers, type Section } from '../../../src/shared/record/index.ts';

const common = { required: true, confirmation: 'official' } as const;
const yesNo = (item: string, label: string) => ({ kind: 'yesNo', item, label, variable: item, ...common }) as const;
const options = (labels: string[]) => labels.map((label, code) => ({ code, label }));

const section: Section = {
  id: 'a',
  title: 'A. Datos de la persona usuaria',
  questions: {
    names: {
      kind: 'text',
      item: 'A.1.1',
      label: 'Nombres',
      variable: 'a',
      max: 80,
      hint: 'Como los escribe la persona',
      ...common,
    },
    birth: { kind: 'partialDate', item: 'A.1.4', label: 'Fecha de nacimiento', variables: ['a'], ...common },
    since: {
      kind: 'date',
      item: 'A.1.5',
      label: 'Fecha de ingreso',
      variable: 'a',
      ...common,
      confirmation: 'toConfirm',
    },
    hour: { kind: 'time', item: 'A.1.6', label: 'Hora de ingreso', variable: 'a', ...common, required: false },
    civil: {
      kind: 'choice',
      item: 'A.2.1',
      label: 'Estado civil',
      variable: 'a',
      options: options(['Soltera/o', 'Casada/o', 'Conviviente', 'Viuda/o']),
      ...common,
    },
    job: {
      kind: 'choice',
      item: 'A.2.2',
      label: 'Ocupación',
      variable: 'a',
      options: options([
        'Agricultora',
        'Ama de casa',
        'Comerciante',
        'Docente',
        'Estudiante',
        'Enfermera',
        'Obrera',
        'Niñera',
        'Otra',
      ]),
      ...common,
    },
    children: yesNo('A.3.1', '¿Tiene hijas o hijos?'),
    howMany: {
      kind: 'number',
      item: 'A.3.2',
      label: '¿Cuántas hijas o hijos tiene?',
      variable: 'a',
      min: 1,
      max: 20,
      unit: 'hijas o hijos',
      askedWhen: { question: 'children', is: [1] },
      ...common,
    },
    kinds: {
      kind: 'ticks',
      item: 'B.2.1',
      label: 'Servicios a los que acudió antes',
      none: 'none',
      ...common,
      ticks: Object.fromEntries(
        [
          'Comisaría',
          'Fiscalía',
          'Juzgado',
          'Centro de salud',
          'Defensoría municipal',
          'Línea 100',
          'Otro',
          'Ninguno',
        ].map((label, index, all) => [
          index === all.length - 1 ? 'none' : `k${index}`,
          { label, variable: `k${index}` },
        ]),
      ),
    },
    account: {
      kind: 'text',
      item: 'B.3',
      label: 'Relato de la persona usuaria',
      variable: 'a',
      max: 20000,
      lines: 4,
      ...common,
      required: false,
    },
  },
  blocks: [
    { id: '1', title: 'A.1 Identificación', questions: ['names', 'birth', 'since', 'hour'] },
    { id: '2', title: 'A.2 Situación', questions: ['civil', 'job', 'children', 'howMany'] },
    { id: '3', title: 'B.2 Antecedentes', questions: ['kinds', 'account'] },
  ],
};

const navigation: Entry[] = [
  { href: '#/form', label: 'Orden de llegada', icon: 'queue', current: true, links: [] },
  { href: '#/parts', label: 'Casos', icon: 'file', current: false, links: [] },
  { href: '#/pdf', label: 'Vencimientos', icon: 'calendar', current: false, links: [] },
  { href: '#/x', label: 'Reporte del mes', icon: 'chart', current: false, links: [] },
  { href: '#/y', label: 'Copias de seguridad', icon: 'box', current: false, links: [] },
];

export function Gallery() {
  const [page, setPage] = useState(location.hash.slice(2));
  useEffect(() => {
    const listen = () => {
      setPage(location.hash.slice(2));
    };
    addEventListener('hashchange', listen);
    return () => {
      removeEventListener('hashchange', listen);
    };
  }, []);
  if (page === 'locked') {
    return (
      <LockedPage reason="idle">
        <TextField words={{ label: 'Contraseña' }} type="password" />
      </LockedPage>
    );
  }
  return (
    <Frame
      centreName="CEM Las Flores"
      staffName="Rosa Quispe"
      role="Admisión"
      practice={page !== 'parts'}
      loopback={page === 'parts'}
      idleWarning={page === 'parts'}
      entries={navigation}
      isInCase={false}
      account={[]}
      onHelp={() => undefined}
      onLock={() => undefined}
      onSignOut={null}
      search={
        <input
          id="app-search"
          aria-label="Buscar o hacer"
          style={{ width: '100%', height: 32, border: '1px solid var(--cem-edge)', borderRadius: 4, padding: '0 10px' }}
        />
      }
    >
      {page === 'parts' ? <Parts /> : page === 'pdf' ? <Pdf /> : <FormPage />}
    </Frame>
  );
}

function FormPage() {
  const form = useSectionForm<FieldValues>({
    schema: answersSchema(section.questions),
    defaultValues: {
      ...blankAnswers(section.questions),
      birth: { year: 1990, month: 3, day: null },
      since: '31/02/2026',
    },
    id: 'a',
  });
  const autosave = useAutosave({ form, save: () => Promise.resolve() });
  return (
    <>
      <PageTitle>{section.title}</PageTitle>
      <ErrorSummary items={summaryOf(form, Object.keys(section.questions))} attempt={form.attempt} />
      <QuestionFields section={section} form={form} />
      <ActionBar
        main={{ label: 'Registrar ficha', onClick: () => void form.send(() => Promise.resolve()) }}
        saved={autosave.state}
      />
    </>
  );
}

function Parts() {
  const [dialog, setDialog] = useState(false);
  const rows = ['2026-0123', '2026-0124', '2026-0125'];
  return (
    <>
      <PageTitle>Casos a cargo</PageTitle>
      <Notice>Hay 3 casos sin seguimiento este mes.</Notice>
      <Notice tone="warning" action={{ label: 'Hacer copia', onClick: () => undefined }}>
        La última copia fuera de esta computadora tiene 26 horas.
      </Notice>
      <Notice tone="error">No se pudo guardar. Su texto sigue en pantalla.</Notice>
      <Notice tone="done">Ficha 2026-0123 registrada. La recibe Psicología.</Notice>
      <p>
        <RiskWord level="severe" word="Severo" /> <RiskWord level="moderate" word="Moderado" />{' '}
        <RiskWord level="mild" word="Leve" /> <RiskWord level="incomplete" word="Incompleto: faltan 3 preguntas" />{' '}
        <ConfirmMark /> <StateBadge>Borrador</StateBadge> <StateBadge tone="accent">En curso</StateBadge>{' '}
        <StateBadge tone="done">Completa</StateBadge>
      </p>
      <DataTable
        caption="Casos a cargo, abiertos, por fecha"
        rows={rows}
        keyOf={(row) => row}
        onOpen={() => {
          setDialog(true);
        }}
        columns={[
          { title: 'Ficha', cell: (row) => row },
          { title: 'Riesgo', cell: () => <RiskWord level="moderate" word="Moderado" /> },
          { title: 'Ingreso', cell: () => '05/09/2026', right: true },
        ]}
      />
      <EmptyState action={{ label: 'Quitar filtros', onClick: () => undefined }}>
        Ningún caso con estos filtros.
      </EmptyState>
      <Dialog
        opened={dialog}
        title="¿Descartar el borrador de las 10:32?"
        cancel={{
          label: 'Seguir escribiendo',
          onClick: () => {
            setDialog(false);
          },
        }}
        confirm={{
          label: 'Descartar',
          onClick: () => {
            setDialog(false);
          },
          dangerous: true,
        }}
      >
        <p>No se puede recuperar.</p>
      </Dialog>
    </>
  );
}

function Pdf() {
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  useEffect(() => {
    void fetch('./sample.pdf').then(async (response) => {
      setBytes(new Uint8Array(await response.arrayBuffer()));
    });
  }, []);
  return (
    <>
      <PageTitle>Vista previa</PageTitle>
      {bytes && <PdfPages bytes={bytes} title="Oficio 12" />}
    </>
  );
}
