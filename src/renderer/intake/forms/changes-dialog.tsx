import type { FormSectionId } from '../../../shared/intake/index.ts';
import { Dialog, QueryState } from '../../platform/ui/index.ts';
import { ChangesTable } from '../changes-table.tsx';
import { useFormChanges } from '../queries.ts';
import { fieldLabel } from './field-words.ts';

type Props = {
  readonly caseId: string;
  readonly section: FormSectionId;
  readonly path: string;
  readonly onClose: () => void;
};

/** How one answer changed since it was first saved. */
export function ChangesDialog({ caseId, section, path, onClose }: Props) {
  const changes = useFormChanges(caseId, section);
  return (
    <Dialog isWide title={`Cambios: ${fieldLabel(path)}`} cancel={{ label: 'Cerrar', onClick: onClose }}>
      <QueryState query={changes}>
        {({ sets }) => <ChangesTable caption={fieldLabel(path)} sets={sets} path={path} />}
      </QueryState>
    </Dialog>
  );
}
