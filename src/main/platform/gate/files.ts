/** Fetching and saving files that a procedure handed to a session, and text for the clipboard. */
import { reservedTextFor, type filesContract } from '../../../shared/platform/files-contract.ts';
import type { Saving, TextClipboard } from '../ports.ts';
import { inside, type Handlers } from './handler.ts';

type Ways = { readonly saver: Saving; readonly clipboard: TextClipboard | null };

export function filesHandlers<Trx>({ saver, clipboard }: Ways): Handlers<typeof filesContract, Trx> {
  return {
    readFile: inside((unit, { id, offset }) => Promise.resolve(unit.session.files.read(id, offset))),
    saveFile: {
      prepare: () => Promise.resolve(null),
      commit: (unit, { id }) => {
        unit.session.files.bytesOf(id);
        return Promise.resolve({ end: 'handed-back' as const });
      },
      deliver: async (call, { id, name }) => {
        const saved = await saver.save(name, call.session.files.bytesOf(id));
        return { end: saved === 'handed-back' ? saved : ('written' as const) };
      },
    },
    copyText: inside((_unit, { text, isReserved }) => {
      if (text === null) clipboard?.clearHeld();
      else clipboard?.write(text, isReserved ? reservedTextFor : null);
      return Promise.resolve({ end: clipboard === null ? ('handed-back' as const) : ('written' as const) });
    }),
  };
}
