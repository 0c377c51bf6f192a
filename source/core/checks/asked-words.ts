/**
 * The words by which templates ask for what rules look after: heads of columns, labels and titles. Another language is one
 * more entry in a row.
 */

function holds(...rows: readonly string[]): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${rows.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

function whole(...rows: readonly string[]): RegExp {
	return new RegExp(`^(?:${rows.join('|')})$`, 'iu');
}

/** What is done against a danger. */
export const mitigations = holds(
	'mitigations?',
	'mitigated by',
	'counter-?measures?',
	'(?:gegen|abhilfe)maßnahmen?',
	'atténuations?',
	'contre-mesures?',
	'mitigaci(?:ón|ones)',
	'contramedidas?',
	'mitigaç(?:ão|ões)',
	'mitigazion[ei]',
	'contromisur[ae]',
);

/** A column in which something is said only where there is something to say. */
export const free = holds(
	'notes?|comments?|remarks?|caveats?|details?|links?|references?|refs?|tickets?|see(?: also)?|signatures?|approved on|optional|consulted|informed',
	'anmerkung(?:en)?|bemerkung(?:en)?|kommentare?|hinweise?|notizen?|verweise?|unterschrift(?:en)?',
	'remarques?|commentaires?|notas?|observaciones|comentarios?|observações|comentários?|note|osservazioni|firma|assinatura',
);

/** What a mitigation is for. */
export const dangers = holds(
	'threats?',
	'risks?',
	'hazards?',
	'failures?(?: modes?| cases?| scenarios?)?',
	'vulnerabilit(?:y|ies)',
	'attacks?',
	'bedrohung(?:en)?',
	'risik(?:o|en)',
	'gefahr(?:en)?',
	'fehler(?:art|fall|bild)(?:en|er)?',
	'menaces?',
	'risques?',
	'amenazas?',
	'riesgos?',
	'ameaças?',
	'riscos?',
	'minacc(?:ia|e)',
	'rischi(?:o)?',
);

/** A section or label that asks for the states that something goes through. */
export const stateMachines = holds(
	'state (?:machines?|diagrams?|charts?)|statecharts?|life ?cycle (?:states|diagram)',
	'zustands(?:automat(?:en)?|maschinen?|diagramme?)',
	"machines? à états|diagrammes? d['’]états?|máquinas? de estados?|diagramas? de estados?|macchin[ae] a stati",
);

/** That something has no states, said in a word. */
export const stateless = whole(
	"(?:it['’]?s |it is |this is |is )?(?:stateless|not stateful|no states?|without states?)",
	'zustandslos|ohne zustand|sans états?|sin estados?|sem estados?|senza stati?',
);

/** A label that asks whether there are personal data. */
export const personalData = holds(
	'pii',
	'personal(?:ly identifiable)? (?:data|information)',
	'personenbezogene daten',
	'données personnelles|datos personales|dados pessoais|dati personali',
);

/** A column of aims that can be measured. */
export const targets = whole(
	'(?:(?:slo|sla|service level|performance|alert(?:ing)?) )?(?:targets?|thresholds?|objectives?)(?: value| \\([^()]*\\))?',
	'slos?(?: target)?',
	'(?:ziel|soll|schwell|grenz)(?:e|en)?(?:werte?)?',
	'(?:valeur )?cible|objectifs?|seuils?',
	'(?:valor )?objetivos?|umbral(?:es)?',
	'metas?|limiar(?:es)?',
	'obiettiv[io]|sogli[ae]',
);

/** A column of what is measured. */
export const measures = whole(
	'slis?|(?:key )?(?:metrics?|indicators?)|kpis?|measures?|service level indicators?|quality attributes?|nfrs?',
	'(?:kenn|mess)(?:zahl|größe|wert)(?:en|e)?|metrik(?:en)?|indikator(?:en)?',
	'métriques?|indicateurs?|métricas?|indicador(?:es)?|metric[ah]e?|indicator[ei]',
);

/** A label of an aim that can be measured; a target audience and a target folder are none. */
export const aims = new RegExp(
	[
		'(?<!\\p{L})(?:slos?|slas?|slis?|latency|throughput|availability|uptime|performance|response time|error rate|alert(?:ing)?|failure|capacity|load|coverage|accuracy)(?: [\\p{L}/]+){0,2} (?:targets?|thresholds?|objectives?)$',
		'^r[tp]o(?: \\([^()]*\\))?$',
		'^recovery (?:time|point) objective(?: \\([^()]*\\))?$',
	].join('|'),
	'iu',
);

/** A blank that asks for a figure in words. */
export const figures = holds(
	'numbers? (?:that|with|and|plus|,)',
	'numbers?, ',
	'(?:a |one )?(?:measured|numeric|measurable) (?:figures?|values?|targets?)',
	'metrics? ?(?:\\+|and|with) ?(?:a |its )?targets?',
);

/** Amounts in words. */
export const amounts = holds(
	'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|half|once|twice|double|single',
	'no|none|any|every|each|all|never|always|first|hourly|daily|nightly|weekly|monthly|quarterly|yearly|immediate(?:ly)?',
	'null|ein(?:e[mnrs]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|halb|einmal|zweimal|kein\\p{L}*|jede[mnrs]?|alle|nie|immer|stündlich|täglich|wöchentlich|monatlich|sofort',
	'zéro|une?|deux|trois|quatre|cinq|aucune?|chaque|jamais|toujours|cero|un[oa]|dos|tres|cuatro|cinco|ningun[oa]?|cada|nunca|siempre|dois|três|quatro|nenhuma?|sempre',
);

/** The columns of who does what. */
export const roles = {
	responsible: whole('responsibles?(?: \\(r\\))?', 'r', 'zuständig', 'verantwortlich', 'durchführung'),
	accountable: whole('accountables?(?: \\(a\\))?', 'a', 'rechenschaftspflichtig', 'ergebnisverantwortlich'),
} as const;

/** A title or caption of such a table. */
export const racis = /(?<!\p{L})R[AS]S?CI(?!\p{L})/u;

/** The columns of a list of endpoints. */
export const endpoints = {
	path: whole('endpoints?', 'paths?', 'routes?', 'operations?', 'ur[li]s?', 'endpunkte?', 'pfade?'),
	method: whole('methods?', 'verbs?', 'http methods?', 'http verbs?', 'methoden?'),
	request: whole('requests?(?: (?:body|schema|payload))?', 'input', 'anfragen?', 'requête', 'solicitud', 'requisição'),
	response: whole(
		'responses?(?: (?:body|schema|payload))?',
		'output',
		'returns',
		'antwort(?:en)?',
		'réponse',
		'respuesta',
		'resposta',
	),
	errors: whole('errors?(?: codes?| responses?)?', 'failures?', 'fehler(?:codes?)?', 'erreurs?', 'errores', 'erros'),
} as const;

/** The columns of a data table's fields. */
export const dataFields = {
	name: whole(
		'fields?(?: names?)?',
		'columns?(?: names?)?',
		'attributes?',
		'feld(?:er)?',
		'spalten?',
		'champs?',
		'campos?',
	),
	type: whole('(?:data ?)?types?', '(?:daten)?typ(?:en)?', 'tipos?'),
	constraints: whole('constraints?', 'rules', 'beschränkung(?:en)?', 'contraintes?', 'restricciones', 'restrições'),
	indexes: whole('index(?:ed|es)?', 'indices', 'indiziert', 'indexé', 'indexado'),
} as const;
