/** A connection for what is tested without an application. */
import { Connection } from '../../src/main/platform/connection.ts';
import { plainPorts } from '../../src/main/platform/plain-ports.ts';

export function aConnection(device = 'direct'): Connection {
  const ports = plainPorts();
  return new Connection(
    { device, ports },
    { printer: ports.printer, saver: { save: () => Promise.resolve('handed-back') } },
  );
}
