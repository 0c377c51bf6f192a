/** A question as it is listed for people and programs, and how it stands in words. */

import type {Range} from '../form/types.ts';
import type {QuestionState} from './question-words.ts';

/** A question with what is said of it; what is not said, or is a blank, is left out. */
export type QuestionRow = {
	readonly question: string;
	readonly state: QuestionState;
	/** Its status in the document's own word. */
	readonly status?: string;
	readonly owner?: string;
	readonly due?: string;
	readonly decision?: string;
	/** What blocks it. */
	readonly blocker?: string;
	/** Whatever else is said of it, such as what is done next. */
	readonly action?: string;
	/** Whether it still waits for its answer. */
	readonly isWaiting: boolean;
	/** Whether it waits, and its day is over. */
	readonly isOverdue: boolean;
	readonly section: string;
	readonly field: string;
	readonly range: Range;
};

const stateWords: Readonly<Record<QuestionState, string>> = {
	open: 'open',
	'in-progress': 'in progress',
	answered: 'answered',
	deferred: 'put off',
	blocked: 'blocked',
	unknown: 'in a state that is not known',
};

/** `open, Ada, due 2026-03-01, overdue`: how a question stands, in one line. */
export function standingWords(row: QuestionRow): string {
	const {state, owner, due, decision, blocker, action, isWaiting: waits, isOverdue} = row;
	const {status = ''} = row;
	// A status that nobody knows, and one that says by what: `Blocked by the vendor`.
	const isOwn = status !== '' && (state === 'unknown' || (state === 'blocked' && /\p{L}[^\p{L}]+\p{L}/u.test(status)));
	const begin = isOwn ? status : stateWords[state];
	const parts = [
		blocker === undefined || isOwn ? begin : `${begin} by ${blocker}`,
		waits && owner !== undefined ? `owner ${owner}` : '',
		waits && due !== undefined ? `due ${due}` : '',
		isOverdue ? 'overdue' : '',
	];
	const rest = waits ? action : (decision ?? action);
	return parts.filter(part => part !== '').join(', ') + (rest === undefined ? '' : `: ${rest}`);
}

/** `2 open, 1 blocked (1 overdue), 4 answered`; empty where there is no question. */
export function questionCounts(rows: readonly QuestionRow[]): string {
	const order: readonly QuestionState[] = ['open', 'in-progress', 'blocked', 'deferred', 'answered', 'unknown'];
	const late = rows.filter(({isOverdue}) => isOverdue).length;
	const counts = order.flatMap(state => {
		const count = rows.filter(row => row.state === state).length;
		return count === 0 ? [] : [`${count} ${stateWords[state]}`];
	});
	return [...counts, ...(late > 0 ? [`${late} overdue`] : [])].join(', ');
}
