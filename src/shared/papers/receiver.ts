/** Who a copy goes to, filled from the paper itself (D13). */

/** «del Segundo Juzgado…», as it follows the treatment → «Segundo Juzgado…»; as long as a receiver of a copy may be. */
export function receiverName(addressee: string): string {
  const name = addressee.trim().replace(/^(?:de(?: la| los| las)?|del)\s+/i, '');
  return (name.charAt(0).toUpperCase() + name.slice(1)).slice(0, 120);
}
