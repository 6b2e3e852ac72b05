/**
 * Acts of violence and places as a writ tells them, where the label of the form is a heading of a list («Impide / prohíbe
 * recibir visitas») and no words of a sentence. Every other label stands as it is.
 */
const acts: Readonly<Record<string, string>> = {
  careerForbidden: 'prohibición o límite de su desarrollo profesional o laboral',
  incomeTaken: 'sustracción de sus ingresos',
  resourcesFractioned: 'entrega diminuta o fraccionada de los recursos necesarios',
  foodDutyConditioned: 'condicionamiento de la obligación de alimentos',
  workToolsDestroyed: 'daño, sustracción o destrucción de sus bienes o instrumentos de trabajo',
  personalPropertyDestroyed: 'daño, sustracción o destrucción de sus bienes personales',
  threatToTakeChildren: 'amenaza de quitarle a sus hijas o hijos',
  otherThreats: 'otras amenazas',
  visitsForbidden: 'impedimento de recibir visitas',
  outingsForbidden: 'impedimento de estudiar, trabajar o salir',
  thingsBroken: 'destrucción de cosas de la casa',
  surveillance: 'vigilancia continua o persecución',
  thrownOut: 'expulsión de la casa',
  deathThreat: 'amenazas de daño o de muerte',
  otherAggressions: 'otras agresiones físicas',
  shoves: 'empujones o derribo al suelo',
  whipping: 'latigazos, correazos o golpes con sogas',
  weaponWounds: 'heridas con arma punzocortante o de fuego',
  blowsWithObjects: 'golpes con objetos contundentes',
  onlineGrooming: 'proposiciones con fines sexuales por medios tecnológicos',
  touchingOfMinor: 'tocamientos, actos de connotación sexual o actos libidinosos',
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** @param label of the form, for the acts that can be said as they are ticked */
export function actWords(act: string, label: string): string {
  return (Object.hasOwn(acts, act) ? acts[act] : undefined) ?? lower(label);
}

/** «Casa de la persona usuaria» → «casa de la persona agraviada»: a court knows no users of a service. */
export function placeWords(label: string): string {
  if (/vía pública/i.test(label)) return 'la vía pública';
  return lower(label)
    .replace('persona usuaria', 'persona agraviada')
    .replace('presunta persona agresora', 'parte denunciada')
    .replace(/^casa de ambos$/, 'casa de ambas partes');
}
