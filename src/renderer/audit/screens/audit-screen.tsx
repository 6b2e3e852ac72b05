import { Button } from '@mantine/core';
import { useState } from 'react';
import { actionWords, recordKindWords, type AuditLine } from '../../../shared/audit/index.ts';
import { useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import {
  PlainButton,
  look,
  DataTable,
  EmptyState,
  PageTitle,
  QueryState,
  StateBadge,
  type Column,
} from '../../platform/ui/index.ts';
import css from '../audit.module.css';
import { useAuditLines, type Reach } from '../queries.ts';
import { RetentionNote } from '../retention-note.tsx';
import { ProvePanel } from './prove-panel.tsx';
import { SheetsPanel } from './sheets-panel.tsx';
import { VerifyPanel } from './verify-panel.tsx';

const outcomeWords = { ok: 'Hecho', denied: 'Denegado', failed: 'No se pudo' } as const satisfies Record<
  AuditLine['outcome'],
  string
>;
const outcomeTones = { ok: 'neutral', denied: 'error', failed: 'warning' } as const;

/** Entries of before computers had a name in the audit say the kind of host. */
const hostWords = { electron: '—', loopback: 'Navegador', direct: 'Línea de comandos', restore: '—' } as const;
const deviceWords = (device: string) => (Object.hasOwn(hostWords, device) ? hostWords[device as Host] : device);
type Host = keyof typeof hostWords;

const columns: readonly Column<AuditLine>[] = [
  { title: 'N.º', cell: (line) => line.seq },
  { title: 'Fecha y hora', cell: (line) => inLima(line.at) },
  { title: 'Quién', cell: (line) => line.staffName ?? 'El programa' },
  { title: 'Computadora', cell: (line) => deviceWords(line.device) },
  { title: 'Acción', cell: (line) => actionWords(line.action) },
  {
    title: 'Sobre',
    cell: ({ objectKind, objectNumber }) =>
      objectKind === null ? '—' : [recordKindWords(objectKind), objectNumber].filter(Boolean).join(' '),
  },
  {
    title: 'Resultado',
    cell: ({ outcome }) => <StateBadge tone={outcomeTones[outcome]}>{outcomeWords[outcome]}</StateBadge>,
  },
];

const captions = {
  own: 'Lo que usted hizo, lo más reciente primero',
  all: 'Lo que puede ver de todo el centro, lo más reciente primero',
} as const satisfies Record<Reach, string>;

/** «Auditoría»: the own record for everybody, that of others for whoever may read it. */
export function AuditScreen() {
  const mayReadAll = useMay('audit.readAll');
  const mayVerify = useMay('audit.verify');
  const [reach, setReach] = useState<Reach>(mayReadAll ? 'all' : 'own');
  return (
    <>
      <PageTitle aside={<span className={look.secondary}>Bitácora: quién hizo qué y cuándo</span>}>Auditoría</PageTitle>
      {mayVerify && (
        <>
          <VerifyPanel />
          <SheetsPanel />
          <ProvePanel />
        </>
      )}
      {mayReadAll && <RetentionNote />}
      {mayReadAll && (
        <div className={css.tabs} role="group" aria-label="Qué bitácora se muestra">
          <ReachButton reach="all" shown={reach} onChoose={setReach}>
            Del centro
          </ReachButton>
          <ReachButton reach="own" shown={reach} onChoose={setReach}>
            Mía
          </ReachButton>
        </div>
      )}
      <Lines key={reach} reach={reach} />
    </>
  );
}

type ReachProps = {
  readonly reach: Reach;
  readonly shown: Reach;
  readonly onChoose: (reach: Reach) => void;
  readonly children: string;
};

function ReachButton({ reach, shown, onChoose, children }: ReachProps) {
  return (
    <Button
      variant={reach === shown ? 'outline' : 'default'}
      aria-pressed={reach === shown}
      onClick={() => onChoose(reach)}
    >
      {children}
    </Button>
  );
}

function Lines({ reach }: { readonly reach: Reach }) {
  const pages = useAuditLines(reach);
  return (
    <QueryState query={pages}>
      {(data) => {
        const lines = data.pages.flat();
        if (lines.length === 0) return <EmptyState>Aún no hay nada en esta bitácora.</EmptyState>;
        return (
          <>
            <DataTable
              caption={`${captions[reach]}: ${lines.length} entradas`}
              columns={columns}
              rows={lines}
              keyOf={(line) => String(line.seq)}
            />
            <div className={look.row}>
              {pages.hasNextPage ? (
                <PlainButton aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {pages.isFetchingNextPage ? 'Cargando…' : 'Cargar más'}
                </PlainButton>
              ) : (
                <p role="status">No hay entradas anteriores.</p>
              )}
            </div>
          </>
        );
      }}
    </QueryState>
  );
}
