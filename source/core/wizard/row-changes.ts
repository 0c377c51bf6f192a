/** Rows added, duplicated, removed and moved: items of a checklist and rows of a table alike. */

import type {Command} from './actions.ts';

/** Rows after a `row.*` command, and the row that is then in hand; undefined for any other command. */
export function changeRows<T>(
	rows: readonly T[],
	at: number,
	command: Command,
	blank: () => T,
): {rows: readonly T[]; at: number} | undefined {
	const row = rows[at];
	switch (command) {
		case 'row.add': {
			return {rows: [...rows.slice(0, at + 1), blank(), ...rows.slice(at + 1)], at: rows.length === 0 ? 0 : at + 1};
		}

		case 'row.duplicate': {
			return row === undefined ? undefined : {rows: [...rows.slice(0, at + 1), row, ...rows.slice(at + 1)], at: at + 1};
		}

		case 'row.remove': {
			return {rows: rows.filter((_, index) => index !== at), at: Math.max(0, Math.min(at, rows.length - 2))};
		}

		case 'row.up':
		case 'row.down': {
			const to = at + (command === 'row.up' ? -1 : 1);
			const other = rows[to];
			if (row === undefined || other === undefined) return undefined;
			return {rows: rows.map((each, index) => (index === at ? other : index === to ? row : each)), at: to};
		}

		default: {
			return undefined;
		}
	}
}

/** The nearest value that is not below `low` nor above `high`. */
export function clamp(value: number, low: number, high: number): number {
	return Math.min(Math.max(value, low), high);
}
