/** Totals: which row of a table is one, and what the amounts in a column add up to. */

import {emptyCell, inThousands, longestNumber} from './value/pattern.ts';
import type {Answers, Field, Form, Row, Value} from './types.ts';

const words =
	/^(?:(?:grand|overall|running)\s+)?(?:totals?|sums?|summe|gesamt(?:summe)?|insgesamt|somme|total général|suma|totale|somma|totaal|итого|всего|合计|总计|合計|総計|합계|총계)$/iu;

/** True for the name of a row that adds up those above it. */
export function namesTotal(label: string): boolean {
	return words.test(bare(label).replace(/:$/, '').trim());
}

/**
 * True for the name of a row that is a total of others already, or of some of them: whether rows below it add up with it,
 * and with which sign, only their author knows.
 */
export function namesPartialTotal(label: string): boolean {
	return namesTotal(label) || /^(?:sub-?\s?totals?|zwischensumme|sous-total|subtotale?)\b/iu.test(bare(label));
}

/** Heads of columns whose last row is something else than their sum. */
const notAddedUp =
	/[%‰]|\b(?:percent(?:ages?)?|per cent|shares?|rates?|ratios?|averages?|avg|means?|medians?|max(?:imum)?|minimum|peak|cumulative|coverage|unit (?:price|cost)|p\d{2,3})\b/i;

/** Whether the numbers of a column may be added up: not where its head says that they are shares, rates and the like. */
export function isAddedUp(head: string): boolean {
	return !notAddedUp.test(head);
}

/** Whether a blank says in words that it is a sum. */
function asksForSum(blank: string): boolean {
	return /\b(?:sums?|totals?|summe|somme|suma|soma|somma)\b/iu.test(blank);
}

/** Whether what is added up is there to be added up: shares of something are not, unless the template says so. */
function isWanted(head: string, sum: string, blank: string): boolean {
	return (isAddedUp(head) && !/[%‰]/u.test(sum)) || asksForSum(blank);
}

/** An amount in parts: `$1,200.50` is 120050 hundredths with `$` in front. */
type Amount = {readonly units: bigint; readonly decimals: number; readonly before: string; readonly after: string};

const amount =
	/^(?<before>[^\d\s.,+-]{0,4}|[A-Z]{3})\s*(?<whole>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+))(?:\.(?<part>\d{1,12}))?(?<after>\s*[^\d\s][^\d]{0,24})?$/u;
const nothing = new RegExp(`^${emptyCell}`, 'u');

function amountOf(text: string): Amount | undefined {
	if (text.length > longestNumber) return undefined;
	const {before = '', whole = '', part = '', after = ''} = amount.exec(text)?.groups ?? {};
	if (whole === '') return undefined;
	return {units: BigInt(whole.replaceAll(/[,+]/g, '') + part), decimals: part.length, before, after: after.trimEnd()};
}

/** A cell's text without the marks around or in it. */
function bare(cell: string): string {
	return cell.replaceAll(/[*_`]/g, '').trim();
}

/**
 * What cells add up to, written as they are: with their currency and unit, as many decimals as the finest has, and
 * thousands parted where one of them has that. Empty cells and those that do not apply count for nothing. Undefined where
 * there is no amount, one is not to be read as one, or they are of different currencies or units.
 */
export function sumOf(cells: readonly string[]): string | undefined {
	const given = cells.map(bare).filter(cell => cell !== '' && !nothing.test(cell));
	const amounts = given.map(cell => amountOf(cell));
	const [first] = amounts;
	if (!first) return undefined;
	const decimals = Math.max(...amounts.map(one => one?.decimals ?? 0));
	let sum = 0n;
	for (const one of amounts) {
		if (!one || one.before !== first.before || one.after.trim() !== first.after.trim()) return undefined;
		sum += one.units * 10n ** BigInt(decimals - one.decimals);
	}

	const digits = (sum < 0n ? -sum : sum).toString().padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const grouped = given.some(cell => cell.includes(',')) ? inThousands(whole) : whole;
	const part = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
	const gap = /^[A-Z]{3}$/.test(first.before) ? ' ' : '';
	return `${first.before}${gap}${sum < 0n ? '-' : ''}${grouped}${part}${first.after}`;
}

/**
 * Whether an amount is what cells add up to, and what that is; one with fewer decimals than they have may be rounded.
 * Undefined where it can't be told: they are not of one currency and unit, or are only near enough (`~5`, `5+`) or shares
 * of something (`5 %`), which nobody has to add up. `1.200,50` is read as well as `1,200.50`; where both can be meant, as
 * by `1.200`, the amount is right if it is for one of them.
 */
export function totalled(
	cells: readonly string[],
	stated: string,
): {readonly sum: string; readonly isRight: boolean} | undefined {
	const usual = totalledAsRead(cells, stated);
	if (usual?.isRight) return usual;
	const other = totalledAsRead(cells.map(exchanged), exchanged(stated));
	return other && (other.isRight || !usual) ? {...other, sum: exchanged(other.sum)} : usual;
}

function totalledAsRead(cells: readonly string[], stated: string): ReturnType<typeof totalled> {
	const sum = sumOf(cells);
	const due = amountOf(sum ?? '');
	const said = amountOf(bare(stated));
	if (sum === undefined || !due || !said) return undefined;
	if (said.before !== due.before || said.after.trim() !== due.after.trim()) return undefined;
	if (/[<>~≈≤≥±]/u.test(said.before) || /[%‰+]/u.test(said.after)) return undefined;
	const decimals = Math.max(due.decimals, said.decimals);
	const off = due.units * 10n ** BigInt(decimals - due.decimals) - said.units * 10n ** BigInt(decimals - said.decimals);
	const isRight = (off < 0n ? -off : off) * 2n <= 10n ** BigInt(decimals - said.decimals);
	return {sum, isRight};
}

/** A number of those who part thousands by dots and decimals by a comma, as the others write it, and the other way round. */
function exchanged(text: string): string {
	return text.replaceAll(/[.,]/g, sign => (sign === '.' ? ',' : '.'));
}

/**
 * What the rows of the table above add up to, for a field that is the total of a column; undefined for any other, and
 * where they do not add up. A sign that the template has in front of the field or behind it is left to the template.
 */
export function totalFor(form: Form, answers: Answers, field: Field): string | undefined {
	if (field.sums === undefined) return undefined;
	const column = field.sums;
	const table = form.fields.findLast(
		one => one.kind === 'table' && one.section === field.section && one.range.to <= field.range.from,
	);
	const answer = table && answers.get(table.id);
	if (answer?.state !== 'answered' || !Array.isArray(answer.value)) return undefined;
	const rows = answer.value as readonly Row[];
	const [first] = table?.columns ?? [];
	if (first && rows.some(row => namesPartialTotal(row[first.id] ?? ''))) return undefined;
	const sum = sumOf(rows.map(row => row[column] ?? ''));
	const head = table?.columns?.find(({id}) => id === column)?.label ?? '';
	if (sum === undefined || !isWanted(head, sum, field.unfilled ?? field.placeholder)) return undefined;
	const {source} = form;
	const start = source.lastIndexOf('\n', field.range.from - 1) + 1;
	const before = /[^\s|*_`]*$/u.exec(source.slice(start, field.range.from))![0];
	const behind = /^\s*[^\s|*_`]*/u.exec(source.slice(field.range.to, field.range.to + 40))![0].trim();
	return between(before, sum, behind);
}

/** An amount without the signs that stand in front of its place and behind it already. */
export function between(before: string, sum: string, behind: string): string {
	const own = before !== '' && sum.startsWith(before) ? sum.slice(before.length).trim() : sum;
	return behind !== '' && own.endsWith(behind) ? own.slice(0, -behind.length).trim() : own;
}

/** What stands in a cell of a fixed row that adds up the rows above it; undefined where it does not. */
export function totalInGrid(field: Field, value: Value | undefined, row: number, column: string): string | undefined {
	const fixed = field.fixedRows?.[row];
	if (!fixed || row === 0 || !namesTotal(fixed.label) || Object.hasOwn(fixed.cells, column)) return undefined;
	const grid = (value ?? {}) as Readonly<Record<string, Row>>;
	const above = field.fixedRows.slice(0, row);
	if (above.some(({label}) => namesPartialTotal(label))) return undefined;
	const sum = sumOf(above.map(({id, cells}) => cells[column] ?? grid[id]?.[column] ?? ''));
	const head = field.columns?.find(({id}) => id === column)?.label ?? '';
	return sum !== undefined && isWanted(head, sum, fixed.blanks[column] ?? '') ? sum : undefined;
}

/** A grid with the totals that are open in it; the same value where there are none. */
export function withTotals(field: Field, value: Value): Value {
	if (!field.fixedRows?.some(({label}) => namesTotal(label))) return value;
	const grid = value as Readonly<Record<string, Row>>;
	const made = Object.assign(Object.create(null), grid) as Record<string, Row>;
	for (const [index, {id}] of field.fixedRows.entries()) {
		for (const {id: column} of field.columns ?? []) {
			const total = made[id]?.[column] ? undefined : totalInGrid(field, made, index, column);
			if (total !== undefined) made[id] = Object.assign(Object.create(null), made[id], {[column]: total}) as Row;
		}
	}

	return made;
}
