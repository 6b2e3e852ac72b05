/** Fetching and saving files that a procedure handed to a session. */
import type { filesContract } from '../../../shared/platform/files-contract.ts';
import type { FileSaver } from '../ports.ts';
import { inside, type Handlers } from './handler.ts';

export function filesHandlers<Trx>(saver: FileSaver): Handlers<typeof filesContract, Trx> {
  return {
    readFile: inside((unit, { id, offset }) => Promise.resolve(unit.session.files.read(id, offset))),
    saveFile: {
      prepare: () => Promise.resolve(null),
      commit: (unit, { id }) => {
        unit.session.files.bytesOf(id);
        return Promise.resolve({ end: 'handed-back' as const });
      },
      deliver: async (call, { id, name }) => ({ end: await saver.save(name, call.session.files.bytesOf(id)) }),
    },
  };
}
