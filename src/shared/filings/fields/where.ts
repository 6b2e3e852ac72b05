/** The field that answers a fact: a link leads there. */
import { questionName, type KindDefinition } from '../kinds/kind.ts';

/**
 * Paths of the fields of the sections, of the valuation and of the writ itself. Without an entry no field answers the
 * fact alone: the link leads to its page.
 */
const fields: Readonly<Record<string, string>> = {
  'agraviada.nombres': 'user.firstSurname',
  'agraviada.iniciales': 'user.firstSurname',
  'agraviada.documento': 'user.document.state',
  'agraviada.edad': 'user.birth',
  'agraviada.domicilio': 'user.address.text',
  'agraviada.es_menor': 'user.birth',
  'agraviada.es_adulta_mayor': 'user.birth',
  'agraviada.discapacidad': 'answers.hasDisability',
  'agraviada.gestante': 'answers.isPregnant',
  'agraviada.gestacion': 'answers.gestationWeeks',
  'agraviada.depende': 'answers.userRiskFactors',
  'representante.nombres': 'answers.informantIsUser',
  'representante.documento': 'answers.informantIsUser',
  'representante.vinculo': 'answers.informantBond',
  'denunciado.identidad': 'aggressor.nameState',
  'denunciado.documento': 'aggressor.document.state',
  'denunciado.edad': 'answers.aggressorAge',
  'denunciado.ocupacion': 'answers.aggressorOccupation',
  'denunciado.domicilio': 'aggressor.address.text',
  'denunciado.vinculo': 'answers.partnerBond',
  'denunciado.convive': 'answers.aggressorLivesWithUser',
  'denunciado.no_convive': 'answers.aggressorLivesWithUser',
  'denunciado.antecedentes': 'answers.aggressorRiskFactors',
  'hecho.fecha': 'incident.occurredOn',
  'hecho.hora': 'incident.occurredTime',
  'hecho.lugar': 'incident.place',
  'hecho.relato': 'account',
  'hecho.violencia': 'answers.violenceType',
  'hecho.actos': 'answers.physicalActs',
  hechos_anteriores: 'answers.firstTime',
  'riesgo.nivel': 'answers.valuationLevel',
  'riesgo.fecha': 'answers.valuationLevel',
  'denuncia.dependencia': 'answers.complaintOfficeName',
  'denuncia.fecha': 'answers.complaintOn',
  'patrocinio.acepta': 'answers.wantsLegalRepresentation',
  'despacho.nombre': 'office',
  'escrito.expediente': 'courtFileNumber',
  'escrito.cuaderno': 'notebook',
  'escrito.urgencia': 'urgencyReason',
  'escrito.medios': 'evidence',
  'escrito.anexos': 'annexes',
  'escrito.articulos': 'articles',
  'corrige.escrito': 'corrects',
  'medidas.alguna': 'measures.removal-from-home.ticked',
  'medidas.zona': 'measures.no-approach.detail',
  'medidas.asignacion': 'measures.emergency-allowance.detail',
  'medidas.alimentos': 'precautionary.alimony.detail',
  'medidas.tenencia': 'precautionary.custody.detail',
  'medidas.visitas': 'precautionary.visits.detail',
  'medidas.otra': 'measures.other-measure.detail',
};

/** Path of the field that answers a fact of a kind; undefined where none does alone. */
export function fieldOfFact(path: string, kind: KindDefinition): string | undefined {
  const known = fields[path];
  if (known !== undefined) return known;
  if (Object.hasOwn(kind.form.questions, questionName(path))) return `answers.${questionName(path)}`;
  return kind.lists.some((list) => list.path === path) ? `lists.${path}` : undefined;
}
