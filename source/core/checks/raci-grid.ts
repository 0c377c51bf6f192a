/** Who is responsible and who accountable, as tables say it: by columns with names, or by letters under roles. */

import {racis, roles} from './asked-words.ts';
import {bare} from './pipe-tables.ts';
import type {PipeRow} from './pipe-tables.ts';
import {isNothing} from './said.ts';
import {columnNamed, type WrittenTable} from './written-tables.ts';

export type RaciFault = {readonly row: PipeRow; readonly column: number; readonly words: string};

/** The rows of a table of who does what in which nobody, or more than one, is accountable, or nobody is responsible. */
export function raciFaults(table: WrittenTable): readonly RaciFault[] {
	const responsible = columnNamed(table, roles.responsible);
	const accountable = columnNamed(table, roles.accountable);
	if (responsible > 0 && accountable > 0) return byColumns(table, responsible, accountable);
	return isLettered(table) ? byLetters(table) : [];
}

function byColumns(table: WrittenTable, responsible: number, accountable: number): readonly RaciFault[] {
	// Whoever stands alone somewhere is one person, so that "Ada, Ben" is two and "Sales, Europe" is not.
	const alone = new Set(table.rows.flatMap(({cells}) => cells.map(({text}) => bare(text))));
	return table.rows.flatMap(row => {
		const said = row.cells.slice(1).some(({text}) => !isNothing(text));
		if (!said) return [];
		const faults: RaciFault[] = [];
		if (isNothing(row.cells[responsible]?.text ?? ''))
			faults.push({row, column: responsible, words: 'has nobody who is responsible'});
		const owner = row.cells[accountable]?.text ?? '';
		if (isNothing(owner)) faults.push({row, column: accountable, words: 'has nobody who is accountable'});
		else if (namesIn(owner, alone) > 1)
			faults.push({row, column: accountable, words: 'has more than one who is accountable'});
		return faults;
	});
}

/** How many a cell names, as far as that can be told: names of two words, handles, and what stands alone elsewhere. */
function namesIn(cell: string, alone: ReadonlySet<string>): number {
	const parts = cell
		.replace(/\([^()]*\)/g, '')
		.split(/\s*(?:[,;&+/]|<br ?\/?>|\s(?:and|und|et|y|e)\s)\s*/iu)
		.map(bare)
		.filter(part => part !== '');
	const isName = (part: string): boolean => alone.has(part) || /^(?:@\S+|\p{Lu}\S*(?: \p{Lu}\S*)+)$/u.test(part);
	return parts.every(isName) ? parts.length : 1;
}

const letters = /^(?:[RASCIV](?:\s*[,/&+ ]\s*[RASCIV])*)$/;

/**
 * Whether cells hold the letters of such a grid: most of those that say anything, and under a title that says so or
 * with both letters in a row.
 */
function isLettered({heads, rows, title}: WrittenTable): boolean {
	const cells = rows.flatMap(row => row.cells.slice(1)).filter(({text}) => !isNothing(text));
	const lettered = cells.filter(({text}) => letters.test(bare(text)));
	if (heads.length < 3 || lettered.length < 4 || lettered.length * 5 < cells.length * 4) return false;
	const isNamed = racis.test(title) || heads.some(head => racis.test(head));
	return isNamed || rows.some(row => count(row, 'A') === 1 && count(row, 'R') > 0);
}

function byLetters({rows}: WrittenTable): readonly RaciFault[] {
	return rows.flatMap(row => {
		if (row.cells.slice(1).every(({text}) => !letters.test(bare(text)))) return [];
		const faults: RaciFault[] = [];
		const owners = count(row, 'A');
		if (count(row, 'R') === 0) faults.push({row, column: 0, words: 'has nobody who is responsible (R)'});
		if (owners === 0) faults.push({row, column: 0, words: 'has nobody who is accountable (A)'});
		else if (owners > 1) faults.push({row, column: 0, words: `has ${owners} who are accountable (A)`});
		return faults;
	});
}

function count({cells}: PipeRow, letter: string): number {
	return cells.slice(1).filter(({text}) => letters.test(bare(text)) && text.includes(letter)).length;
}
