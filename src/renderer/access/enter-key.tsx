import { look } from '../platform/ui/index.ts';

/** The key, in small, on the filled button of the door. */
export function EnterKey() {
  return (
    <kbd className={look.key} aria-hidden="true">
      Enter
    </kbd>
  );
}
