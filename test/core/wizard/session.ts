/** A session of the wizard for tests: a small template of every kind, and what an author does as plain words. */

import {readForm} from '../../../source/core/form/index.ts';
import {
	start,
	update,
	type Action,
	type Command,
	type Effect,
	type WizardState,
} from '../../../source/core/wizard/index.ts';

export const template = `# [Service name] design

- **Status:** Draft | In Review | Approved
- **Owner:** [Name]
- **Created:** [YYYY-MM-DD]

## 1. Summary
Describe the service in a few sentences.

## 2. Goals
- [Goal 1]
- [Goal 2]

## 3. Data (optional)
| Table | Rows |
|---|---|
| [name] | [count] |

## Component: <name>
- **Purpose:** <what it does>
- **Technology:** <stack>

## 4. Checks
- [ ] [check]
`;

export const now = '2026-03-09T10:42:00+01:00';

/** A session at its beginning. */
export function begin(source = template, more: Partial<Parameters<typeof start>[0]> = {}): WizardState {
	const begun = start({
		form: readForm(source),
		template: {name: 'service', version: '1.0.0', hash: '0123456789ab', origin: 'bundled'},
		context: {today: '2026-03-09', author: 'Ada Byron', marker: true, begun: true},
		size: {columns: 100, rows: 30},
		savedAt: now,
		...more,
	});
	if (!begun.ok) throw new Error(begun.problem.summary);
	return begun.value;
}

export type Played = {readonly state: WizardState; readonly effects: readonly Effect[]};

/** The state after actions, and all effects that were wished for. */
export function play(state: WizardState, ...actions: readonly Action[]): Played {
	const effects: Effect[] = [];
	let current = state;
	for (const action of actions) {
		const [next, wished] = update(current, action);
		current = next;
		effects.push(...wished);
	}

	return {state: current, effects};
}

export const press = (command: Command): Action => ({type: 'command', command, now});
export const type = (text: string): Action => ({type: 'edit', edit: {type: 'insert', text}, now});
export const go = (field: string): Action => ({type: 'go', field, now});
export const newline: Action = {type: 'edit', edit: {type: 'newline'}, now};

/** What is answered at a field. */
export function answer(state: WizardState, id: string): unknown {
	const given = state.answers.get(id);
	return given?.state === 'answered' ? JSON.parse(JSON.stringify(given.value)) : given?.state;
}
