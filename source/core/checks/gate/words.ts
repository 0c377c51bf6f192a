/** The words by which a template states a gate, and what its boxes ask. Another language is one more entry in a row. */

/** What a box speaks of that is looked at in the document as a whole. */
export type Subject =
	'evidence' | 'questions' | 'placeholders' | 'reasons' | 'diagrams' | 'links' | 'inventory' | 'required' | 'clarity';

function words(...rows: readonly string[]): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${rows.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

const gates = words(
	'quality (?:gates?|check(?:list)?|bar)',
	'(?:definition of|criteria for) (?:done|ready)|done criteria|dod',
	'(?:exit|completion|readiness|release) (?:criteria|checklist)|ready to (?:build|implement|release)',
	'(?:document|spec(?:ification)?|review) (?:gate|checklist)|completeness check(?:list)?',
	'qualitäts(?:tor|prüfung|kriterien|check)|abnahme ?checkliste|definition von fertig|fertig-?kriterien',
	'(?:contrôle|critères) de (?:qualité|sortie)|définition de (?:fini|terminé)',
	'(?:control|criterios) de (?:calidad|salida)|definición de (?:hecho|terminado)',
);

/** Whether a heading or label states a gate: boxes on whether the document is good enough. */
export function namesGate(title: string): boolean {
	return gates.test(title);
}

/** What nobody can see in a document: that somebody did, thinks or agreed to something. */
const deeds = words(
	'reviewed|approved?s?|approval|sign(?:ed)?[ -]?off|signed|agree[sd]?|agreement|accepted|consulted|informed|trained|notified',
	'pass(?:es|ed)?|tested|verified|validated|deployed|merged|released|shipped|built|measured|monitored|running|rehearsed|exercised',
	'stakeholders?|team|everyone|somebody|buy-in',
	'geprüft|freigegeben|genehmigt|abgenommen|abgestimmt|getestet|informiert|geschult',
	'revue?s? par|approuvée?s?|validée?s?|testée?s?|revisad[oa]s?|aprobad[oa]s?|probad[oa]s?',
);

/** Whether a box asks for something that no text shows. */
export function asksForDeed(text: string): boolean {
	return deeds.test(text);
}

const settling =
	'no|none|without|zero|0|resolved|answered|closed|settled|decided|owner|due|keine?|ohne|geklärt|beantwortet';
const subjects: readonly (readonly [Subject, RegExp, RegExp?])[] = [
	['clarity', words('ambigu\\p{L}+|unambiguous\\p{L}*|open to interpretation|mehrdeutig\\p{L}*|eindeutig\\p{L}*')],
	[
		'evidence',
		words(
			'(?:every|each|all)(?: \\p{L}+)? (?:paragraphs?|claims?|statements?)',
			'jede[rs]? (?:absatz|aussage)|alle absätze',
		),
		words('evidence|sources?|backed|cited|citations?|references?|belege?|beleg|quellen?'),
	],
	[
		'placeholders',
		words('place ?holders?|todos?|tbds?|guidance|template text|platzhalter|lorem ipsum'),
		words('no|none|zero|0|without|free|removed|gone|replaced|left|resolved|filled|keine?|ohne|entfernt|ersetzt'),
	],
	['questions', words('questions?|fragen|preguntas|perguntas'), words(settling)],
	[
		'reasons',
		words('n/a|not applicable|entfällt|nicht zutreffend'),
		words('reasons?|why|because|explained|grund|begründ\\p{L}*|warum'),
	],
	[
		'diagrams',
		words('diagrams?|mermaid|diagramme?'),
		words('valid|render(?:s|ed)?|parses?|syntax|drawn|draws|can be drawn|gültig'),
	],
	[
		'links',
		words('(?:hyper)?links|(?:every|each|no) (?:\\p{L}+ )?link|cross[- ]references|verweise|liens|enlaces'),
		words('work(?:s|ing)?|valid|resolves?|reach(?:able)?|broken|dead|checked|funktionieren|gültig|tot(?:e|en)?'),
	],
	[
		'inventory',
		words('inventor(?:y|ies)|inventare?'),
		words(
			'match(?:es)?|in step|in sync|complete|names|lists?|covers?|agrees?|up[ -]to[ -]date|vollständig|stimm(?:t|en)',
		),
	],
	[
		'required',
		words(
			'(?:all|every|each)(?: (?:required|mandatory))? (?:sections?|fields?|chapters?|parts)',
			'alle (?:pflicht)?(?:abschnitte|felder|kapitel)',
		),
		words('complete[d]?|filled(?: in| out)?|answered|present|done|vollständig|ausgefüllt|vorhanden'),
	],
];

/** What a box asks of the document as a whole; undefined for one that asks it of a part, or of its author. */
export function subjectOf(text: string): Subject | undefined {
	return subjects.find(([, what, how]) => what.test(text) && (how === undefined || how.test(text)))?.[0];
}

const verbs =
	/(?<![\p{L}\p{N}])(?<verb>is|are|has|have|includes?|covers?|contains?|lists?|defines?|describes?|names?|states?|identif(?:y|ies)|specif(?:y|ies)|ist|sind|hat|haben|enthält|enthalten|umfasst|umfassen|nennt|nennen|beschreibt|definiert)(?![\p{L}\p{N}])/iu;
const qualities = words(
	'complete[d]?|clear|documented|defined|described|identified|listed|specified|stated|named|explicit|recorded|filled(?: in)?|present|assigned|covered|included',
	'numeric|numbers?|quantified|measurable|diagram(?:s|med)?|drawn|illustrated|repeatable|rollbackable|rolled back|reversible|up[ -]to[ -]date',
	'vollständig|klar|dokumentiert|definiert|beschrieben|benannt|genannt|messbar|beziffert|wiederholbar|umkehrbar',
);
const empty = words(
	'the|an?|every|each|all|any|its|their|that|this|with|for|of|to|in|on|by|from|or|and|not|no|left|sections?|chapters?|parts?|it|been|be|both|at least|one',
	'der|die|das|ein(?:e[rnms]?)?|jede[rs]?|alle|und|oder|mit|für|von|abschnitte?',
);

/** A box that speaks of a part of the document: which, in phrases of plain words, and what it has to have. */
export type Clause = {
	readonly of: readonly (readonly string[])[];
	/** Things that have to be there, each in words. */
	readonly things: readonly (readonly string[])[];
	readonly isDrawn: boolean;
	readonly isNumeric: boolean;
};

/** A box's words as a clause; undefined where they claim nothing that can be seen in a part of the document. */
export function clauseOf(text: string): Clause | undefined {
	const verb = verbs.exec(text);
	const qualified = qualities.test(text);
	const isPlain = verb !== null && /^(?:is|are|ist|sind)$/i.test(verb.groups!['verb']!);
	if (!qualified && (verb === null || isPlain)) return undefined;
	const behind = verb ? text.slice(verb.index + verb[0].length) : '';
	const of = phrasesIn(verb ? text.slice(0, verb.index) : text);
	const back = words('rollbackable|rolled back|reversible|umkehrbar').test(text) ? [['rollback']] : [];
	return {
		of,
		things: [...phrasesIn(behind), ...back],
		isDrawn: words('diagram(?:s|med)?|drawn|illustrated').test(text),
		isNumeric: words('numeric|numbers?|quantified|measurable|messbar|beziffert').test(text),
	};
}

function phrasesIn(text: string): readonly (readonly string[])[] {
	return text
		.split(/[,;+&/]|(?<![\p{L}\p{N}])(?:and|und|or|oder)(?![\p{L}\p{N}])/iu)
		.map(phrase => stemsIn(phrase.replace(new RegExp(qualities, 'giu'), ' ').replace(new RegExp(empty, 'giu'), ' ')))
		.filter(stems => stems.length > 0);
}

/** The words of a text without their endings, so that `Retry policy` has what `retries` asks for. */
export function stemsIn(text: string): readonly string[] {
	return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(word => {
		const one = word.replace(/ies$/, 'y').replace(/(?<=\p{L}{2}[^s])s$/u, '');
		return one.length > 5 ? one.replace(/(\p{L})\1ing$/u, '$1').replace(/(?<=\p{L}{4})ing$/u, '') : one;
	});
}

/** Whether two stems are the same word. */
export function sameStem(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	return (
		long === short ||
		(short.length >= 4 &&
			long.startsWith(short) &&
			/^(?:e|d|ed|able|ment|ation|en|er|n|ung|ungen)$/.test(long.slice(short.length)))
	);
}
