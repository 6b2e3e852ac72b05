/** Fetching files that a procedure handed to a session, and text for the clipboard. */
import { reservedTextFor, type filesContract } from '../../../shared/platform/files-contract.ts';
import { inside, type Handler, type Handlers } from './handler.ts';

type Ways<Trx> = {
  /** Of whoever keeps the register of what stands outside. */
  readonly saveFile: Handler<(typeof filesContract)['saveFile'], Trx>;
};

export function filesHandlers<Trx>({ saveFile }: Ways<Trx>): Handlers<typeof filesContract, Trx> {
  return {
    readFile: inside((unit, { id, offset }) => Promise.resolve(unit.session.files.read(id, offset))),
    saveFile,
    copyText: inside(({ session }, { text, isReserved }) => {
      const { clipboard } = session.connection.ports;
      if (text === null) clipboard?.clearHeld();
      else clipboard?.write(text, isReserved ? reservedTextFor : null);
      return Promise.resolve({ end: clipboard === null ? ('handed-back' as const) : ('written' as const) });
    }),
  };
}
