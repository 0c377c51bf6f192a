/** Wizard states for the screens' tests, from a small template that has every kind of field. */

import {readForm} from '../../source/core/form/index.ts';
import {start, update, type Action, type WizardState} from '../../source/core/wizard/index.ts';
import type {Store} from '../../source/ui/index.ts';

export const template = `# Spec: [Product name]

Status: Draft | In Review | Approved

## 1. Summary (required)

<!-- One sentence that a newcomer understands. -->
One-liner: <what are we building>

Target date: YYYY-MM-DD

## 2. Goals (required)

- G1: <goal>
- G2: <goal>

## 3. Risks (optional)

| Risk | Impact | Owner |
| --- | --- | --- |
| <risk> | Low / Medium / High | <name> |

## 4. Architecture

\`\`\`mermaid
flowchart LR
  A --> B
\`\`\`

## 5. Launch

- [ ] Runbook is written
- [ ] Alerts are set

## 6. Notes

[Anything else that a reader should know.]
`;

export const now = '2026-03-04T10:42:00+01:00';

/** A wizard on the template, as it is when it is opened. */
export function opened(
	size: {readonly columns: number; readonly rows: number},
	options: {readonly source?: string; readonly focus?: string; readonly firstRun?: boolean} = {},
): WizardState {
	const begun = start({
		form: readForm(options.source ?? template),
		template: {name: 'spec', hash: '0123456789ab', origin: 'file'},
		context: {today: '2026-03-04', marker: true, begun: true},
		size,
		savedAt: now,
		...(options.focus === undefined ? {} : {focus: options.focus}),
		...(options.firstRun === undefined ? {} : {firstRun: options.firstRun}),
	});
	if (!begun.ok) throw new Error(begun.problem.summary);
	return begun.value;
}

/** The state after some actions. */
export function after(state: WizardState, ...actions: readonly Action[]): WizardState {
	return actions.reduce((current, action) => update(current, action)[0], state);
}

/** A store that keeps what it was asked for and runs no effect. */
export function storeOf(first: WizardState): Store & {readonly effects: readonly string[]} {
	let state = first;
	const listeners = new Set<() => void>();
	const effects: string[] = [];
	return {
		effects,
		getState: () => state,
		dispatch(action) {
			const [next, wished] = update(state, action);
			state = next;
			effects.push(...wished.map(({type}) => type));
			for (const listener of listeners) {
				listener();
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
}
