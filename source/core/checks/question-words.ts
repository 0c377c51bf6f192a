/** The words by which lists of open questions say what they say. Another language is one more entry in a row. */

import {ownPatterns} from './own-words.ts';
import type {OwnWords} from './types.ts';

/** How a question stands. `unknown` is a word that nobody here knows: nothing is said of it. */
export type QuestionState = 'open' | 'in-progress' | 'answered' | 'deferred' | 'blocked' | 'unknown';

/** What is said of a question beside it. */
export type QuestionPart = 'status' | 'owner' | 'due' | 'decision' | 'blocker';

function begins(...rows: readonly string[]): RegExp {
	return new RegExp(`^(?:${rows.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

function holds(...rows: readonly string[]): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${rows.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

const titles = begins(
	'(?:(?:open|unresolved|outstanding|unanswered|pending|remaining) )?questions?',
	'(?:open|unresolved|outstanding) (?:issues?|points?|topics?)',
	'(?:(?:offene|ungeklärte|unbeantwortete|ausstehende) )?(?:fragen?|punkte)',
	'questions (?:ouvertes|en suspens)|points ouverts',
	'(?:preguntas|cuestiones)(?: abiertas| pendientes)?|(?:questões|perguntas)(?: (?:em aberto|abertas|pendentes))?|(?:domande|questioni)(?: aperte)?',
);

/** Whether a section, list or table is called by its questions; what else it has may stand behind that. */
export function namesQuestions(title: string, own?: OwnWords): boolean {
	const words = title.trim().replace(/^(?:appendix|annex|anhang|annexe|anexo)\s+\w+\s*[:.–—-]\s*/iu, '');
	return titles.test(words) || ownPatterns(own).questions?.test(words) === true;
}

const question = /^(?:open )?(?:question|frage|pregunta|pergunta|domanda|issue|unknown|offener punkt)s?$/iu;

/** Whether a column or part is the question itself. */
export function isQuestion(label: string): boolean {
	return question.test(label.trim());
}

const parts: readonly (readonly [QuestionPart, RegExp])[] = [
	[
		'blocker',
		holds(
			'blocked (?:by|on)',
			'blockers?',
			'blocking',
			'waiting (?:for|on)',
			'blockiert durch',
			'wartet auf',
			'hindernis',
			'bloqu(?:é par|eado por)',
		),
	],
	[
		'due',
		holds(
			'due(?: date| by| on)?',
			'deadline',
			'by when',
			'(?:needed|answer|confirm|decide|resolve) by',
			'target(?: date)?',
			'frist',
			'fällig(?: am| bis)?',
			'bis(?: wann)?',
			'termin',
			'échéance',
			'fecha límite',
			'vence',
			'prazo',
			'scadenza',
		),
	],
	[
		'decision',
		holds(
			'decisions?',
			'answers?',
			'resolutions?',
			'outcomes?',
			'entscheidung(?:en)?',
			'antwort(?:en)?',
			'beschluss',
			'ergebnis',
			'réponse',
			'décision',
			'respuesta',
			'decisión',
			'resposta',
			'decisão',
			'risposta',
			'decisione',
		),
	],
	[
		'owner',
		holds(
			'owners?',
			'owned by',
			'dri',
			'assignees?',
			'assigned to',
			'responsible',
			'who',
			'verantwortlich(?:er?)?',
			'zuständig(?:er?)?',
			'wer',
			'responsables?',
			'responsável',
			'responsabile',
		),
	],
	['status', holds('status', 'state', 'stand', 'zustand', 'statut', 'état', 'estado', 'stato')],
];

/** What a column or label says of a question. */
export function partNamed(label: string): QuestionPart | undefined {
	return parts.find(([, words]) => words.test(label))?.[0];
}

/** Whether words ask for a day: a label or a blank. */
export function asksForDay(text: string): boolean {
	return /\b(?:dates?|days?|by when|due|deadline|YYYY|datum|tag|frist|termin|fecha|data|échéance)\b/iu.test(text);
}

const states: readonly (readonly [QuestionState, RegExp])[] = [
	['blocked', begins('blocked', 'stuck', 'blocker', 'blockiert', 'bloqué', 'bloquead[oa]', 'bloccat[oa]')],
	[
		'deferred',
		begins(
			'deferred',
			'postponed',
			'parked',
			'(?:decision|decide|decided|resolve|will resolve) later',
			'later',
			'out of scope',
			'vertagt',
			'verschoben',
			'zurückgestellt',
			'später',
			'reporté',
			'aplazad[oa]',
			'adiad[oa]',
			'rimandat[oa]',
		),
	],
	[
		'answered',
		begins(
			'answered',
			'resolved',
			'closed',
			'decided',
			'done',
			'solved',
			'settled',
			'fixed',
			'beantwortet',
			'geklärt',
			'gelöst',
			'erledigt',
			'entschieden',
			'geschlossen',
			'abgeschlossen',
			'résolu',
			'décidé',
			'répondu',
			'resuelt[oa]',
			'respondid[oa]',
			'cerrad[oa]',
			'resolvid[oa]',
			'risolt[oa]',
			'chius[oa]',
		),
	],
	[
		'in-progress',
		begins(
			'in[ -](?:progress|review|discussion|work)',
			'pending',
			'ongoing',
			'investigating',
			'under (?:discussion|review|investigation)',
			'wip',
			'in (?:arbeit|klärung|bearbeitung|prüfung)',
			'en cours',
			'en curso',
			'em andamento',
			'in corso',
		),
	],
	[
		'open',
		begins(
			'open',
			'new',
			'unanswered',
			'unresolved',
			'undecided',
			'to ?do',
			'not (?:yet )?(?:answered|resolved|decided|started)',
			'offen',
			'neu',
			'ungeklärt',
			'unbeantwortet',
			'ausstehend',
			'ouverte?',
			'abiert[oa]',
			'pendiente',
			'abert[oa]',
			'pendente',
			'apert[oa]',
		),
	],
];

/** The state that a text begins with, behind signs and emphasis; undefined for one that begins with none. */
export function stateNamed(text: string, own?: OwnWords): QuestionState | undefined {
	const words = text.replace(/^[^\p{L}\p{N}]+/u, '');
	return [...ownPatterns(own).states, ...states].find(([, pattern]) => pattern.test(words))?.[0];
}

const final = begins(
	'approved',
	'final(?:i[sz]ed)?',
	'accepted',
	'released',
	'signed[ -]off',
	'ratified',
	'freigegeben',
	'genehmigt',
	'akzeptiert',
	'angenommen',
	'verabschiedet',
	'approuvé',
	'accepté',
	'aprobad[oa]',
	'aceptad[oa]',
	'aprovad[oa]',
	'aceit[oa]',
	'approvat[oa]',
);

/** Whether a document's status says that nothing is open any more. */
export function isFinal(status: string): boolean {
	return final.test(status.replace(/^[^\p{L}]+/u, ''));
}

const settled = '(?:resolved|answered|closed|decided|settled|cleared|beantwortet|geklärt|gelöst|entschieden|erledigt)';
const rules = [
	new RegExp(
		`\\b(?:complete|finished|done|final|ready|approved)\\b[^.\\n]*\\b(?:once|when|if|only|until|after)\\b[^.\\n]*\\b(?:every|each|all|no)\\b[^.\\n]*\\bquestions?\\b[^.\\n]*\\b${settled}`,
		'iu',
	),
	new RegExp(
		`\\b(?:every|each|all)\\b[^.\\n]*\\bquestions?\\b[^.\\n]*\\b(?:must|have to|has to|need to|needs to|shall)\\b[^.\\n]*\\b${settled}\\b[^.\\n]*\\b(?:before|prior to|until)\\b`,
		'iu',
	),
	new RegExp(
		`(?:vollständig|fertig|abgeschlossen|freigegeben)[^.\\n]*(?:wenn|sobald|erst)[^.\\n]*(?:alle|jede)[^.\\n]*fragen?[^.\\n]*${settled}`,
		'iu',
	),
];

/** The words in which a text says that a document is complete only when its questions are settled. */
export function completenessRule(text: string): {readonly laterWillDo: boolean} | undefined {
	const said = rules.map(rule => rule.exec(text)).find(match => match !== null);
	if (!said) return undefined;
	const line = text.slice(said.index).split(/\r\n|\n|\r/, 1)[0] ?? '';
	return {
		laterWillDo: /\b(?:later|deferred|put off|postponed|accepted|parked|später|vertagt|zurückgestellt)\b/iu.test(line),
	};
}
