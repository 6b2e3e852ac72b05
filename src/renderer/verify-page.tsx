/** «Verificar código»: papers by their number or file, the audit by an entry. */
import { SheetCheck } from './audit/index.ts';
import { VerifyScreen } from './papers/index.ts';

export function VerifyPage() {
  return (
    <VerifyScreen>
      <SheetCheck />
    </VerifyScreen>
  );
}
