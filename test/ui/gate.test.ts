/** The gate in hand on the screen: what its boxes become, and why. */

import {describe, expect, it} from 'vitest';
import type {WizardState} from '../../source/core/wizard/index.ts';
import {press, screen, surroundings, rowsOf, type} from './on-screen.ts';
import {wizardFrame} from '../../source/ui/screens/wizard-frame.ts';
import {after, opened} from './states.ts';

const source = `# [Title]

## Desks

| Desk | Target |
| --- | --- |
| <desk> | <number> |

## Alerts

<who is woken, and when>

## Quality gate

- [ ] Targets of all desks are numeric
- [ ] Alerts are defined
- [ ] All required sections are complete
- [ ] The team has read it
`;
const gate = 'quality-gate/body';
const now = '2026-03-04T10:42:00+01:00';

/** At the gate, with a title and alerts. */
function atGate(size: WizardState['size']): WizardState {
	const titled = type(opened(size, {source}), 'Posts');
	const alerted = type(after(titled, {type: 'go', field: 'alerts/body', now}), 'The desk, at the fifth failure.');
	return after(alerted, {type: 'go', field: gate, now});
}

describe.each([
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
])('in a window of $columns by $rows', size => {
	it('each box that is computed has below it what it becomes, and the others nothing', () => {
		const rows = screen(atGate(size)).split('\n');
		const below = (text: string): string => rows[rows.findIndex(row => row.includes(text)) + 1] ?? '';
		expect(below('[ ] Targets of all desks')).toMatch(/Computed: not met\. “Desks” says nothing yet\./);
		expect(below('[x] Alerts are defined')).toMatch(/Computed: met\. “Alerts”: nothing is open\./);
		expect(below('[ ] All required sections')).toMatch(/Computed: not met\. .*Desks.* is open\./);
		expect(below('[ ] The team has read it')).not.toContain('Computed');
		expect(Math.max(...rows.map(row => row.length))).toBeLessThanOrEqual(size.columns);
	});

	it('a key that ticks leaves such a box as it is and says why, and ticks the others', () => {
		const refused = press(atGate(size), 'space');
		expect(screen(refused)).toContain('[ ] Targets of all desks are numeric');
		expect(screen(refused).replaceAll(/\s+/g, ' ')).toContain('The document decides this box. Computed: not met.');
		expect(screen(press(refused, 'down', 'down', 'down', 'space'))).toContain('[x] The team has read it');
	});
});

it('what is computed follows a moment behind the keys, as all that is measured', () => {
	const before = atGate({columns: 80, rows: 24});
	const given = new Map(before.answers);
	given.delete('alerts/body');
	const rows = rowsOf(wizardFrame({...before, answers: given}, {...surroundings, measured: before}));
	expect(rows.join('\n')).toContain('[x] Alerts are defined');
});

it('a reader is told what a box becomes instead of what it was', () => {
	const spoken = wizardFrame(atGate({columns: 80, rows: 24}), surroundings).spoken?.();
	expect(spoken).toMatch(/^1 of 4: Targets of all desks are numeric, Computed: not met\./);
});

it('the review and the write step tell that the gate follows from the rest', () => {
	const state = atGate({columns: 80, rows: 24});
	expect(screen(press(state, 'alt+r'))).toMatch(/Quality gate +is ticked by what the document says when it is/);
	expect(screen(press(state, 'ctrl+s'))).toContain('One more follows from the others.');
});
