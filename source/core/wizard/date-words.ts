/** The words by which labels of a document's own dates are known. Another language is one more entry in a row. */

import {ownPatterns, type OwnDate, type OwnWords} from '../checks/index.ts';

const since = '(?: (?:on|at|since|date|am|seit|vom|le|depuis|el|desde|em|il|dal))?';

function whole(...rows: readonly string[]): RegExp {
	return new RegExp(`^(?:${rows.join('|')})${since}$`, 'u');
}

const known: Readonly<Record<OwnDate, RegExp>> = {
	created: whole(
		'(?:date )?created|creation date|date of creation',
		'erstellt|angelegt|erstellungsdatum|datum der erstellung',
		'créée?|date de création',
		'cread[oa]|fecha de creación',
		'criad[oa]|data d[ae] criação',
		'creat[oa]|data di creazione',
	),
	updated: whole(
		'(?:date )?(?:of )?(?:last ?)?(?:updated?|modified|modification|changed?|revised)',
		'(?:zuletzt |letztmals )?(?:geändert|aktualisiert|bearbeitet)|(?:datum der )?letzten? (?:änderung|aktualisierung)|änderungsdatum',
		'(?:date de )?(?:la )?dernière (?:mise à jour|modification)|mise? à jour|modifiée?',
		'(?:fecha de )?(?:la )?última (?:actualización|modificación)|(?:actualizad|modificad)[oa]',
		'(?:data da )?última (?:atualização|modificação|alteração)|(?:atualizad|modificad|alterad)[oa]',
		"(?:data dell[’']?)?ultim[oa] (?:aggiornamento|modifica)|(?:aggiornat|modificat)[oa]",
	),
	statusChanged: whole(
		'(?:date )?(?:of )?status(?: (?:changed?|updated?|set))?',
		'status(?:änderung| geändert| gesetzt)?|datum (?:des status|der statusänderung)',
		'(?:date du )?statut|(?:fecha del |data do )?estado|(?:data dello )?stato',
	),
};

/** Whether a label, in lower case and without signs, is one of that date's, also by words of the document's project. */
export function namesDate(date: OwnDate, label: string, own: OwnWords | undefined): boolean {
	return known[date].test(label) || ownPatterns(own).dates[date]?.test(label) === true;
}

/**
 * What the day is called on which a document became that: `approved on`, `date of approval`; none for what is no event. In
 * other languages than English it is the word with what a day has in front: `genehmigt am`, `approuvé le`.
 */
export function daysOf(status: string): readonly RegExp[] {
	const [word = ''] =
		/^\p{L}+(?=$| (?:by|durch|von|par|por|da)\b)/u.exec(
			status
				.toLowerCase()
				.replace(/^[^\p{L}]+/u, '')
				.trim(),
		) ?? [];
	if (word === '') return [];
	const stem = /^\p{L}{3,}(?=ed$)/u.exec(word)?.[0];
	const nouns = ['e', 'al', 'ance', 'ion', 'ation'].map(end => `${stem ?? ''}${end}`);
	const names = stem !== undefined ? [word, ...nouns] : word.endsWith('wn') ? [word] : [`${word}d`];
	// A participle: `Review am` is the day of a review to come.
	const elsewhere = /(?:t|en|ée?|[aiu]d[oa]|[aiu]t[oa]|t[oa])$/u.test(word)
		? [new RegExp(`^${word} (?:am|le|el|em|il)$`, 'u')]
		: [];
	return [...names.map(name => new RegExp(`^(?:date )?(?:of )?${name}(?: (?:on|at|since|date))?$`, 'u')), ...elsewhere];
}
