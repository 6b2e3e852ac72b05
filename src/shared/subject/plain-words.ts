/** Words with a capital, or beside a title, that name nobody. As data: whatever is missing here costs a look. */
import { bareWords as setOf } from '../people/index.ts';

/** Articles, pronouns, prepositions, and what often follows a title without being a name. */
export const smallWords = setOf(`
  a al algo alguien algún alguna ambos ante antes aquel aquella así aún aunque bajo bien cada casi como con contra cual
  cuál cuando cuanto de del desde después donde dos durante e el él ella ellas ellos en entre era es esa ese eso esta
  está están estaba este esto fue fueron ha había han hasta hay he hoy ja la las le les lo los luego más me mí mi mis
  mientras muy nada ni no nos nunca o otra otro para pero poco por porque pues que qué quien quién quienes se sea ser
  será si sí sido siempre sin sobre son su sus suya suyo también tan te tiene tenía toda todas todo todos tras tu un una
  unas uno unos va vez y ya yo usuaria usuarias persona mayor menor anciana embarazada denunciada denunciado agredida
  agraviada adulta víctima entrevistada atendida presente ausente cercana cercano íntima común responsable dueña
  refiere manifiesta indica señala dice menciona comenta relata narra acude viene llega solicita pide acepta rechaza
  desea quiere puede debe sabe vive trabaja cuenta presenta muestra llora firma recibe asiste llama regresa retorna
  informa precisa expresa agrega responde queda sale entra siente teme ayuda acompaña aloja apoya cuida conoce vio dijo
  hizo pidió vino salió`);

/** Offices, papers, norms, days and months; acronyms of the work. */
export const officialWords = setOf(`
  lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
  setiembre octubre noviembre diciembre navidad semana santa año nuevo
  centro centros emergencia mujer mujeres cem mimp programa nacional warmi ñan línea sau demuna omaped ciam upe
  comisaría comisarías policía pnp policial fiscalía fiscalías fiscal provincial provinciales ministerio público
  juzgado juzgados juez jueza corte superior suprema sala poder judicial mixto mixta familia penal civil paz letrado
  transitorio transitoria permanente módulo básico justicia defensoría pueblo municipal municipalidad distrital regional
  gobierno region provincia distrito departamento perú peruana república estado congreso constitución código ley leyes
  decreto legislativo supremo resolución ds dl rm rvm tuo artículo reglamento protocolo guía ficha fichas formato anexo
  carpeta expediente oficio informe acta constancia denuncia medida medidas protección audiencia notificación partes mesa
  instituto medicina legal imlcf rml pericia certificado médico hospital posta salud essalud sis minsa minedu ugel
  reniec sunarp inpe onpe dni ruc cédula pasaporte carné permiso migraciones escuela colegio institución educativa
  iei ie universidad servicio servicios psicología psicológico psicológica social trabajadora trabajador psicóloga
  psicólogo psicologa abogada abogado legal admisión coordinación coordinadora coordinador promotora promotor equipo
  multidisciplinario profesional profesionales usuaria usuario persona denunciada agraviada víctima agresor presunto
  nna pam vbg vcm vf vfs vs ts ps frv fvr eva ucayali primera primer segundo segunda tercer tercera cuarto cuarta quinto
  quinta sexto sexta séptimo séptima octavo octava noveno novena décimo décima despacho turno unidad área división
  departamental dirección general oficina sede centenaria cuna más qali warma juntos pensión vaso leche bono pronabec
  jirón jr av avenida calle pasaje psje mz manzana lote lt urb urbanización asociación aahh
  casa casas refugio temporal hogar albergue quechua aimara aymara asháninka awajún shipibo castellano español internet
  whatsapp facebook instagram tiktok messenger zoom meet google usted señora ud uds sra señor nro no art inc km hrs
  norte sur este oeste defensa pública público valoración riesgo riesgos plan seguridad cámara gesell alimentos tenencia
  visitas régimen atención víctimas víctima derechos humanos humano comité dirección consultorio jurídico gratuito alegra
  colegio abogados defensor defensora subprefectura prefectura gobernación rondas campesinas asistencia intervención
  entrevista única declaración psicológico psicológica severo moderado leve violencia física económica patrimonial
  sexual denuncias agraviados grupo integrantes apoyo red redes salud mental comunitario niñas niños adolescentes adulto
  mayores discapacidad relato apelación demanda pensión divorcio separación filiación botón pánico patrulla mapa
  i ii iii iv v vi vii viii ix x xi xii`);

/** Of an address or a shelter that says where nothing is. */
export const placeWords = setOf(`
  casa hogar albergue refugio temporal centro acogida residencia avenida jirón calle pasaje prolongación urbanización
  asociación cuadra manzana lote asentamiento humano block dpto departamento piso interior frente costado altura espalda
  esquina cerca mercado parque plaza colegio iglesia posta hospital paradero grande villa nueva nuevo alta alto bajo baja
  santa santo norte sur este oeste sector etapa grupo zona mujer mujeres vida`);
