import {describe, expect, it} from 'vitest';
import {
	document,
	fieldInHand,
	filledByWriting,
	gaps,
	leftOpen,
	offer,
	openFields,
	refused,
	start,
	writtenText,
	type Action,
	type WizardState,
} from '../../../source/core/wizard/index.ts';
import {match, readForm} from '../../../source/core/form/index.ts';
import {textOf} from '../../../source/core/text/index.ts';
import {answer, begin, go, newline, now, play, press, type} from './session.ts';

const move: Action = {type: 'edit', edit: {type: 'move', motion: 'left'}, now};

/** The id of the field with that label. */
function named({form}: WizardState, label: string): string {
	return form.fields.find(field => field.label === label || field.id.endsWith(label))?.id ?? '';
}

/** A session on a template, in the field with that label. */
function at(source: string, label: string, more: Parameters<typeof begin>[1] = {}): WizardState {
	const blank = begin(source, more);
	return play(blank, go(named(blank, label))).state;
}

describe('moving the cursor', () => {
	it('leaves names with commas, bullets and signs as they are', () => {
		const source = '# A\n\n- **Authors:** [names]\n\n## Steps\n\n1. [Step 1]\n2. [Step 2]\n';
		const blank = begin(source);
		const given = new Map([
			[named(blank, 'Authors'), {state: 'answered', value: ['Doe, Jane', 'Bob']} as const],
			[named(blank, 'steps/body'), {state: 'answered', value: ['2024. A good year', '- dash']} as const],
		]);
		for (const [id, {value}] of given) {
			const {state} = play(begin(source, {answers: given}), go(id), move, type('!'));
			expect(JSON.stringify(answer(state, id))).toContain('!');
			expect((answer(state, id) as string[]).length).toBe(value.length);
			const back = play(begin(source, {answers: given}), go(id), move, press('field.next')).state;
			expect(back.answers.get(id)).toBe(given.get(id));
		}
	});
});

describe('undo in a table, a checklist and a choice', () => {
	const table = at('# A\n\n## Data\n\n| Table | Rows |\n|---|---|\n| [name] | [count] |\n', 'data/body');
	const next = press('cell.next');
	const filled = play(table, type('users'), next, type('10'), next, type('orders'), next, type('20')).state;
	const rows = (state: WizardState) => answer(state, table.focus);

	it('brings a removed row back alone, and redo removes it again', () => {
		const removed = play(filled, press('row.remove')).state;
		expect(rows(removed)).toEqual([{table: 'users', rows: '10'}]);
		const back = play(removed, press('field.undo')).state;
		expect(rows(back)).toEqual(rows(filled));
		expect(back.input).toMatchObject({row: 1, column: 1});
		expect(rows(play(back, press('field.redo')).state)).toEqual(rows(removed));
	});

	it('takes back what was typed in the cell in hand first, then cell by cell', () => {
		const once = play(filled, press('field.undo')).state;
		expect(rows(once)).toEqual([
			{table: 'users', rows: '10'},
			{table: 'orders', rows: ''},
		]);
		const twice = play(once, press('field.undo')).state;
		expect(rows(twice)).toEqual([{table: 'users', rows: '10'}]);
		expect(twice.input).toMatchObject({row: 1, column: 0});
		// The row that was made by going on is the next to go.
		const thrice = play(twice, press('field.undo')).state;
		expect(thrice.input).toMatchObject({rows: [['users', '10']]});
		expect(rows(play(thrice, press('field.undo')).state)).toEqual([{table: 'users', rows: ''}]);
	});

	it('takes back one tick, and one move of an item', () => {
		const list = at('# A\n\n## Gate\n\n- [ ] First\n- [ ] Second\n', 'gate/body');
		const ticked = play(list, press('list.toggle'), press('list.down'), press('list.toggle')).state;
		const once = play(ticked, press('field.undo')).state;
		expect(answer(once, list.focus)).toEqual({first: true, second: false});
		expect(answer(play(once, press('field.redo')).state, list.focus)).toEqual({first: true, second: true});
		const own = at('# A\n\n## Checks\n\n- [ ] [check]\n', 'checks/body');
		const moved = play(own, type('a'), press('row.add'), type('b'), press('row.up'), press('field.undo')).state;
		expect(answer(moved, own.focus)).toEqual([
			{text: 'a', done: false},
			{text: 'b', done: false},
		]);
	});

	it('brings back a text of one’s own that an option took the place of', () => {
		const choice = at('# A\n\n- **Store:** SQL / Files / etc.\n', 'Store');
		const other: Action = {type: 'choose', index: fieldInHand(choice).options.length, now};
		const replaced = play(choice, other, type('Paper'), {type: 'choose', index: 0, now}).state;
		expect(answer(replaced, choice.focus)).toBe('SQL');
		expect(answer(play(replaced, press('field.undo')).state, choice.focus)).toBe('Paper');
	});
});

it('undo inside a text is no other step because the help was looked at in between', () => {
	const typed = play(begin(), type('A'), type('!'), press('view.help'), press('view.close'), press('field.undo')).state;
	const left = play(typed, press('field.next')).state;
	expect(play(left, press('field.undo')).state.answers.size).toBe(0);
	const {focus} = typed;
	expect(play(left, press('field.undo'), press('field.redo')).state.answers.get(focus)).toEqual(
		left.answers.get(focus),
	);
});

describe('a choice answered in one’s own words', () => {
	it('is come back to where those words are, and Enter keeps them', () => {
		const blank = begin('# A\n\n- **Store:** SQL / Files / etc.\n- **Name:** [name]\n');
		const id = named(blank, 'Store');
		const index = blank.form.fields.find(field => field.id === id)?.options.length ?? 0;
		const {state} = play(blank, go(id), {type: 'choose', index, now}, type('Paper'), press('field.next'), go(id));
		expect(state.input).toMatchObject({cursor: index, typingOther: true});
		expect(answer(play(state, press('list.choose')).state, id)).toBe('Paper');
	});
});

describe('a section that does not apply', () => {
	const source = '# A\n\n## Data\n\n- **Owner:** [Name]\n\n### Flow\n\nDescribe it.\n';
	const inside = at(source, 'data/flow/body');
	const marked = (state: WizardState) =>
		play(state, press('section.not-applicable'), type('none'), press('list.choose'));

	it('applies again once it is answered, with a word about it, and undo brings its mark back', () => {
		const outer = marked(play(inside, go(named(inside, 'Owner'))).state).state;
		expect(outer.answers.get('data')).toEqual({state: 'not-applicable', reason: 'none'});
		const typed = play(outer, go(inside.focus), type('x')).state;
		expect(typed.notice?.text).toContain('applies again');
		expect(document(typed).source).toContain('\nx\n');
		const back = play(typed, press('field.undo'), press('field.undo')).state;
		expect(back.answers.get('data')).toEqual({state: 'not-applicable', reason: 'none'});
	});

	it('has its mark taken away from below it too', () => {
		const outer = marked(play(inside, go(named(inside, 'Owner'))).state).state;
		const {state} = play(outer, go(inside.focus), press('section.not-applicable'));
		expect([state.answers.size, state.overlay]).toEqual([0, undefined]);
	});

	it('is offered nothing, and neither is a field that is answered or not applicable', () => {
		const owner = at(source, 'Owner');
		const offered = (state: WizardState) => offer(state, fieldInHand(state));
		expect(offered(owner)?.value).toBe('Ada Byron');
		expect(offered(marked(owner).state)).toBeUndefined();
		const noOwner = play(owner, press('field.not-applicable'), type('nobody'), press('list.choose')).state;
		expect(offered(noOwner)).toBeUndefined();
		const {state} = play(noOwner, press('field.use-default'));
		expect(state.answers).toBe(noOwner.answers);
	});

	it('is asked for its reason again where that is missing, and only then loses its mark by the same key', () => {
		for (const command of ['field.not-applicable', 'section.not-applicable'] as const) {
			const bare = play(inside, press(command), press('list.choose')).state;
			expect(bare.notice?.text).toContain('reason is due');
			const again = play(bare, press(command)).state;
			expect(again.overlay?.type).toBe('not-applicable');
			const reasoned = play(again, type('none'), press('list.choose')).state;
			expect([...reasoned.answers.values()]).toEqual([{state: 'not-applicable', reason: 'none'}]);
			expect(play(reasoned, press(command)).state.answers.size).toBe(0);
		}
	});
});

describe('an answer that cannot stand in the document', () => {
	const open = play(
		at('# [Title]\n\n## Notes\n\nDescribe them.\n', 'notes/body'),
		type('```sh'),
		newline,
		type('ls'),
	).state;
	const asked = play(open, press('document.write'), press('list.choose')).state;

	it('is told before the file is written, and Enter goes there', () => {
		expect(asked.overlay).toMatchObject({type: 'write', step: 'refused'});
		const [first] = open.form.fields;
		const elsewhere = play(open, go(first?.id ?? '')).state;
		expect(elsewhere.focus).not.toBe(open.focus);
		const {state} = play(elsewhere, press('document.write'), press('list.choose'), press('confirm.yes'));
		expect([state.focus, state.overlay]).toEqual([open.focus, undefined]);
	});

	it('stays in the draft, which is not over, when the file is written without it', () => {
		const path = 'service.md';
		const {state, effects} = play(asked, press('confirm.no'), {type: 'target.looked-at', path});
		expect(effects).toContainEqual({
			type: 'document.write',
			path,
			text: writtenText(open, false),
			keepsDraft: true,
		});
		const written = play(state, {type: 'document.written', path}).state;
		expect(written.outcome).toMatchObject({type: 'written', refused: [{code: 'value.unclosed'}]});
		expect(answer(written, open.focus)).toBe('```sh\nls');
	});
});

describe('an answer above what finishing takes away', () => {
	// Without the comment, which goes when all is answered, the heading would be a part of the item above it.
	const typed = play(
		at('- The service\n\n<!-- Say what it is. -->\n\n   # [Context]\n', 'document/title'),
		type('Orders'),
		press('field.next'),
		type('They are kept.'),
	).state;

	it('stands in the finished document too, and nothing is asked', () => {
		const asked = play(typed, press('document.write'), press('list.choose'));
		expect([refused(typed, false), refused(typed, true)]).toEqual([[], []]);
		expect(asked.state.overlay).toMatchObject({type: 'write', step: 'path', finish: true});
		expect(writtenText(typed, true)).not.toContain('Say what it is.');
		expect(match(typed.form, writtenText(typed, true)).answers).toEqual(typed.answers);
	});
});

describe('where a document is written', () => {
	const blank = play(begin(), press('document.write'));
	const path = ({overlay}: WizardState) => (overlay?.type === 'write' ? textOf(overlay.path) : undefined);

	it('takes no other file’s name, unless the author types it', () => {
		expect(blank.effects).toContainEqual({type: 'target.propose', name: 'service.md'});
		const back: Action = {type: 'target.proposed', name: 'service.md', path: 'service-2.md'};
		expect(path(play(blank.state, back).state)).toBe('service-2.md');
		expect(path(play(blank.state, type('x'), back).state)).toBe('service.mdx');
	});
});

describe('an opened document', () => {
	const source = '# A\n\n- **Status:** [status]\n- **Last updated:** [YYYY-MM-DD]\n';
	const blank = begin(source);
	const answers = new Map([
		[named(blank, 'Status'), {state: 'answered', value: 'Draft'} as const],
		[named(blank, 'Last updated'), {state: 'answered', value: '2026-01-02'} as const],
	]);
	const text = writtenText(begin(source, {answers}), false);
	const opened = begin(source, {opened: {answers, isOwnForm: false, source: text}, target: 'a.md'});
	const written = (from: WizardState) =>
		play(from, press('document.write'), press('list.choose'), {
			type: 'target.looked-at',
			path: 'a.md',
			existing: {text, version: '1'},
		});

	it('is not written, and that is said, where nothing was changed', () => {
		const {state, effects} = written(play(opened, go(named(opened, 'Status')), move).state);
		expect(effects.some(effect => effect.type === 'document.write')).toBe(false);
		expect(state.notice?.text).toContain('Nothing changed');
		expect([state.overlay, state.outcome]).toEqual([undefined, undefined]);
	});

	it('says when it was last updated where something was', () => {
		const {state} = written(play(opened, go(named(opened, 'Status')), type('ed')).state);
		expect(state.overlay).toMatchObject({type: 'write', step: 'overwrite'});
		expect(writtenText(state, false)).toBe(text.replace('Draft', 'Drafted').replace('2026-01-02', '2026-03-09'));
	});
});

describe('a date', () => {
	it('goes by a day in the form that the template asks for', () => {
		const due = at('# A\n\n- **Due:** DD/MM/YYYY\n', 'Due');
		const up = play(due, press('list.up')).state;
		expect(answer(up, due.focus)).toBe('09/03/2026');
		expect(answer(play(up, press('list.down')).state, due.focus)).toBe('08/03/2026');
	});

	it('that fills itself is open and counted as such, and leaves nothing to do', () => {
		const state = begin('# [Title]\n\n- **Created:** [YYYY-MM-DD]\n');
		const id = named(state, 'Created');
		expect([openFields(state).includes(id), filledByWriting(state), leftOpen(state).includes(id)]).toEqual([
			true,
			[id],
			false,
		]);
		expect(gaps(state).find(({field}) => field === id)).toMatchObject({kind: 'dated', reason: /today's date/});
		const titled = play(state, type('Ledger'), press('document.write'), press('list.choose')).state;
		expect(titled.overlay).toMatchObject({finish: true});
	});
});

describe('a session', () => {
	it('begins with the first field of the document, front matter included', () => {
		const state = begin('---\nowner: <name>\n---\n\n# [Title]\n\n- **Status:** [status]\n');
		expect(state.focus).toBe(state.form.fields[0]?.id);
		expect(fieldInHand(state).place.at).toBe('yaml');
	});

	it('has a problem to tell where the form asks nothing', () => {
		const {context, template, size} = begin();
		const begun = start({form: {...readForm('x'), fields: []}, template, context, size, savedAt: now});
		expect(begun).toMatchObject({ok: false, problem: {code: 'template.no-fields'}});
	});
});

describe('a field that was put off', () => {
	it('is so no longer once it is answered', () => {
		const blank = begin();
		const {state} = play(blank, press('field.defer'), go(blank.focus), type('Ledger'));
		expect(state.deferred.size).toBe(0);
	});
});

describe('what was answered before', () => {
	it('is not offered to the same word in a block about another thing', () => {
		const source =
			'# A\n\n- **Decision:** [what]\n\n## Log\n\n### Entry: <name>\n\n- **Decision:** [what]\n\n## Choices\n\n### Choice: <name>\n\n- **Decision:** [what]\n';
		const {form} = begin(source);
		const [outside, entry, choice] = form.fields.filter(({label}) => label === 'Decision');
		expect([entry?.repeat, choice?.repeat].every(Boolean)).toBe(true);
		for (const answered of [outside, entry, choice]) {
			const {state} = play(begin(source), go(answered?.id ?? ''), type('Use files'));
			for (const field of [outside, entry, choice])
				if (field && field !== answered) expect(offer(state, field)?.from).not.toBe('elsewhere');
		}
	});
});
