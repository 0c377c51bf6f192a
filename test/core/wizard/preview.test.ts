/** What the preview shows is what is written. */

import {expect, it} from 'vitest';
import {
	document,
	documentToWrite,
	placeToWrite,
	update,
	writtenText,
	type WizardState,
} from '../../../source/core/wizard/index.ts';
import {opened} from '../../ui/states.ts';

const now = '2026-03-04T10:42:00+01:00';
const source = `# [Title]

- Last updated: YYYY-MM-DD
- Status: Draft

## Costs

| Item | Price |
| --- | --- |
| [item] | [number] |
| **Total** | [total] |

## Alerts

<who is woken, and when>

## Quality gate

- [ ] Alerts are defined
- [x] All required sections are complete
- [ ] The team has read it
`;

function answered(field: string, text: string, state: WizardState): WizardState {
	const [there] = update(state, {type: 'go', field, now});
	return update(there, {type: 'edit', edit: {type: 'insert', text}, now})[0];
}

it('the preview has the dates, the boxes and all else that writing fills in', () => {
	const blank = opened({columns: 120, rows: 40}, {source});
	const state = answered('alerts/body', 'The desk, at the fifth failure.', answered('document/title', 'Posts', blank));
	const shown = documentToWrite(state).source;
	expect(writtenText(state, false)).toContain(shown.trimEnd());
	expect(shown).toContain('- Last updated: 2026-03-04');
	expect(shown).toContain('- [x] Alerts are defined');
	expect(shown).toContain('- [ ] All required sections are complete');
});

it('a place in the document is found again in it', () => {
	const blank = opened({columns: 120, rows: 40}, {source: source.replace('YYYY-MM-DD', '[date]')});
	const state = answered('alerts/body', 'The desk.', blank);
	const range = document(state).spans.get('alerts/body')!;
	const {from, to} = placeToWrite(state, range);
	expect(documentToWrite(state).source.slice(from, to)).toBe('The desk.');
});
