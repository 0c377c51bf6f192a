import {describe, expect, it} from 'vitest';
import {
	document,
	gaps,
	messages,
	openFields,
	outline,
	completeness,
	title,
	writtenText,
} from '../../../source/core/wizard/index.ts';
import {textOf} from '../../../source/core/text/index.ts';
import {answer, begin, go, newline, now, play, press, type} from './session.ts';
import {asDocument, readForm} from '../../../source/core/form/index.ts';

const ids = begin().form.fields.map(({id}) => id);
const [
	titleId = '',
	status = '',
	owner = '',
	created = '',
	summary = '',
	goals = '',
	data = '',
	name = '',
	purpose = '',
] = ids;

describe('answering', () => {
	it('takes what is typed as the answer at once, and the meter moves', () => {
		const blank = begin();
		const {state} = play(blank, go(titleId), type('Ledger'));
		expect(answer(state, titleId)).toBe('Ledger');
		expect(document(state).source).toContain('# Ledger design');
		expect(completeness(state).required.answered).toBe(completeness(blank).required.answered + 1);
		expect(title(state)).toBe('Ledger design');
	});

	it('takes an answer back when its text is deleted, and the template stands as it was', () => {
		const blank = begin();
		const {state} = play(blank, go(titleId), type('L'), {
			type: 'edit',
			edit: {type: 'delete', motion: 'left'},
			now: '',
		});
		expect(state.answers.size).toBe(0);
		expect(document(state).source).toBe(document(blank).source);
	});

	it('picks one option by its number, another in its place', () => {
		const {state} = play(begin(), go(status), {type: 'choose', index: 1, now: ''}, {type: 'choose', index: 2, now: ''});
		expect(answer(state, status)).toBe('Approved');
	});

	it('takes the option under the cursor with Enter and goes on', () => {
		const {state} = play(begin(), go(status), press('list.down'), press('list.choose'));
		expect([answer(state, status), state.focus]).toEqual(['In Review', owner]);
	});

	it('makes an item of each line in a list', () => {
		const {state} = play(begin(), go(goals), type('Fast'), newline, type('Safe'));
		expect(answer(state, goals)).toEqual(['Fast', 'Safe']);
		expect(document(state).source).toContain('- Fast\n- Safe\n');
	});

	it('fills a table cell by cell and makes a row behind the last', () => {
		const {state} = play(
			begin(),
			go(data),
			type('users'),
			press('cell.next'),
			type('10'),
			press('cell.next'),
			type('orders'),
		);
		expect(answer(state, data)).toEqual([
			{table: 'users', rows: '10'},
			{table: 'orders', rows: ''},
		]);
	});

	it('spells out a date in words when the author moves on', () => {
		const {state} = play(begin(), go(created), type('+2w'), press('field.next'));
		expect(answer(state, created)).toBe('2026-03-23');
	});

	it('offers the author for the owner and takes it with one key, never by itself', () => {
		const there = play(begin(), go(owner)).state;
		expect(there.answers.has(owner)).toBe(false);
		const {state} = play(there, press('field.use-default'));
		expect(answer(state, owner)).toBe('Ada Byron');
	});
});

describe('moving', () => {
	it('goes through every field and ends in the review', () => {
		let state = begin();
		for (const id of ids) {
			expect(state.focus).toBe(id);
			state = play(state, press('field.next')).state;
		}

		expect(state.overlay?.type).toBe('review');
	});

	it('is never held back by an invalid answer', () => {
		const {state} = play(begin(), go(created), type('not a date'), press('field.next'));
		expect(state.focus).toBe(ids[ids.indexOf(created) + 1]);
		expect(messages(state).some(message => message.field === created && message.severity === 'error')).toBe(true);
		expect(openFields(state)).toContain(created);
	});

	it('jumps to a gap from the review', () => {
		const reviewed = play(begin(), press('view.review')).state;
		const target = gaps(reviewed)[2]?.field;
		const {state} = play(reviewed, press('list.down'), press('list.down'), press('list.choose'));
		expect(state.focus).toBe(target);
		expect(state.overlay).toBeUndefined();
	});
});

describe('not applicable', () => {
	it('asks for a reason, writes it where the answer stands and counts it', () => {
		const {state} = play(
			begin(),
			go(summary),
			press('field.not-applicable'),
			type('Only a script'),
			press('list.choose'),
		);
		expect(state.answers.get(summary)).toEqual({state: 'not-applicable', reason: 'Only a script'});
		expect(document(state).source).toContain('N/A — Only a script');
		expect(openFields(state)).not.toContain(summary);
	});

	it('marks the section under the cursor of the outline', () => {
		const rows = outline(begin());
		const goals_ = rows.findIndex(row => row.title.includes('Goals'));
		const down = Array.from({length: goals_ - rows.findIndex(row => row.isFocused)}, () => press('list.down'));
		const {state} = play(
			begin(),
			press('view.outline'),
			...down,
			press('section.not-applicable'),
			type('Nothing to reach'),
			press('list.choose'),
		);
		expect(state.answers.get(rows[goals_]?.id ?? '')).toEqual({state: 'not-applicable', reason: 'Nothing to reach'});
		expect(document(state).source).toContain('## 2. Goals\nN/A — Nothing to reach');
	});

	it('leaves an optional section out, and the outline says so', () => {
		const {state} = play(begin(), go(data), press('section.leave-out'));
		expect(document(state).source).not.toContain('3. Data');
		expect(outline(state).find(row => row.title.includes('Data'))?.state).toBe('not-applicable');
	});
});

describe('undo and redo', () => {
	it('cross fields', () => {
		const typed = play(begin(), go(titleId), type('Ledger'), go(owner), type('Grace'), go(summary)).state;
		const once = play(typed, press('field.undo')).state;
		expect([answer(once, titleId), answer(once, owner), once.focus]).toEqual(['Ledger', undefined, owner]);
		const twice = play(once, press('field.undo')).state;
		expect([answer(twice, titleId), twice.focus]).toEqual([undefined, titleId]);
		const again = play(twice, press('field.redo'), press('field.redo')).state;
		expect([answer(again, titleId), answer(again, owner)]).toEqual(['Ledger', 'Grace']);
	});

	it('make again what was taken back in a text before another field was', () => {
		const typed = play(begin(), go(titleId), type('Ledger'), go(owner), type('Grace')).state;
		const back = play(typed, press('field.undo'), press('field.undo')).state;
		expect([...back.answers]).toEqual([]);
		const again = play(back, press('field.redo'), press('field.redo')).state;
		expect([answer(again, titleId), answer(again, owner), again.focus]).toEqual(['Ledger', 'Grace', owner]);
	});
});

describe('repeats', () => {
	const two = play(
		begin(),
		go(name),
		type('Signer'),
		go(purpose),
		type('signs'),
		press('instance.add'),
		type('Store'),
	).state;

	it('are added behind the one in hand, with fields of their own', () => {
		expect(document(two).source).toContain('## Component: Signer\n');
		expect(document(two).source).toContain('## Component: Store\n');
		expect(two.form.fields.length).toBe(ids.length + 3);
	});

	it('change places with their answers', () => {
		const {state} = play(two, press('instance.up'));
		expect(document(state).source.indexOf('Component: Store')).toBeLessThan(
			document(state).source.indexOf('Component: Signer'),
		);
		expect(document(state).source).toContain('signs');
	});

	it('are duplicated with their answers and removed without touching others', () => {
		const copied = play(two, press('instance.duplicate')).state;
		expect(document(copied).source.split('## Component: Store').length).toBe(3);
		const {state} = play(copied, press('instance.remove'), press('instance.remove'));
		expect(document(state).source).toContain('## Component: Signer');
		expect(document(state).source).not.toContain('Store');
		expect(state.form.fields.length).toBe(ids.length);
	});
});

describe('what is done to blocks', () => {
	const source =
		'# A\n\n## Component: <name>\n\n- **Purpose:** <purpose>\n\n### State machine (required or N/A with reason)\n\nDescribe its states.\n\n### Failures\n\n- **Failure:** <what>\n  - **Handling:** <how>\n';
	const id = (state: ReturnType<typeof begin>, end: string) =>
		state.form.fields.findLast(field => field.id.endsWith(end))?.id ?? '';
	const one = begin(source);
	const named = play(one, go(id(one, '/name')), type('Signer')).state;
	const failing = play(named, go(id(named, '/failure')), type('A'), press('instance.add'), type('B')).state;
	const stateless = play(
		failing,
		go(id(failing, '/state-machine/body')),
		press('section.not-applicable'),
		type('stateless'),
		press('list.choose'),
	).state;
	const two = play(stateless, go(id(stateless, '/name')), press('instance.add'), type('Store')).state;
	const text = (state: ReturnType<typeof begin>) => document(state).source;

	it('takes along the sections marked inside them and the blocks they hold', () => {
		const moved = play(two, press('instance.up')).state;
		const [store = '', signer = ''] = text(moved).split('## Component: ').slice(1);
		expect(store).toMatch(/^Store\n/);
		expect(store).not.toContain('stateless');
		expect(signer).toMatch(/^Signer\n/);
		expect(signer).toContain('N/A — stateless');
		expect(signer).toMatch(/Failure:\*\* A[^]*Failure:\*\* B/);
	});

	it('is taken back by undo, and done again by redo, with every answer in its place', () => {
		const removed = play(two, go(id(one, '/name')), press('instance.remove')).state;
		expect(text(removed)).not.toContain('Signer');
		expect(text(removed)).toContain('Component: Store');
		const back = play(removed, press('field.undo')).state;
		expect(text(back)).toBe(text(two));
		expect(text(play(back, press('field.redo')).state)).toBe(text(removed));
	});

	it('leaves nothing of a marked section to undo twice', () => {
		const left = play(begin(), go(data), press('section.leave-out'), press('field.undo')).state;
		expect(left.answers.size).toBe(0);
	});
});

describe('writing', () => {
	const filled = play(begin(), go(titleId), type('Ledger')).state;
	const asked = play(filled, press('document.write')).state;

	it('proposes a path from the title and looks what stands there', () => {
		expect(asked.overlay?.type === 'write' && textOf(asked.overlay.path)).toBe('ledger-design.md');
		const {effects} = play(asked, press('list.choose'));
		expect(effects).toContainEqual({type: 'target.look', path: 'ledger-design.md'});
	});

	it('asks before it overwrites and before it commits, then writes and commits', () => {
		const path = 'ledger-design.md';
		const repository = {branch: 'main', path};
		const there = play(asked, press('list.choose'), {
			type: 'target.looked-at',
			path,
			existing: {text: 'old', version: 'v1'},
			repository,
		}).state;
		expect(there.overlay).toMatchObject({type: 'write', step: 'overwrite'});
		const agreed = play(there, press('confirm.yes')).state;
		expect(agreed.overlay).toMatchObject({type: 'write', step: 'commit'});
		const worded = play(agreed, press('confirm.yes')).state;
		expect(worded.overlay?.type === 'write' && textOf(worded.overlay.message)).toBe('docs: update Ledger design');
		const {effects} = play(worded, press('list.choose'));
		expect(effects).toContainEqual({
			type: 'document.write',
			path,
			text: writtenText(filled, false),
			replaces: 'v1',
			message: 'docs: update Ledger design',
		});
	});

	it('makes no branch that is there already or in the way of another, and takes the one in hand', () => {
		const path = 'service-design.md';
		const repository = {branch: 'main', path, branches: ['main', 'docs/old', 'release']};
		const asked = play(
			begin(),
			press('document.write'),
			{type: 'edit', edit: {type: 'replace', text: path}, now},
			press('list.choose'),
			{type: 'target.looked-at', path, repository},
			press('confirm.yes'),
			press('write.branch'),
		).state;
		const named = (text: string) =>
			play(asked, {type: 'edit', edit: {type: 'replace', text}, now}, press('list.choose')).state.overlay;
		const refused = (summary: string) => ({step: 'branch', problem: {code: 'write.branch', summary}});
		expect(named('docs/old')).toMatchObject(refused('"docs/old" is a branch already.'));
		expect(named('docs')).toMatchObject(refused('"docs" can\'t be a branch beside "docs/old".'));
		expect(named('release/1')).toMatchObject(refused('"release/1" can\'t be a branch beside "release".'));
		for (const name of ['docs/new', 'main', 'releases']) expect(named(name)).toMatchObject({step: 'message'});
	});

	it('commits on a new branch where one is named, whose name is looked at first', () => {
		const path = 'ledger-design.md';
		const worded = play(
			asked,
			press('list.choose'),
			{type: 'target.looked-at', path, repository: {branch: 'main', path}},
			press('confirm.yes'),
			press('write.branch'),
		).state;
		const wrong = play(worded, type('two words'), press('list.choose')).state;
		expect(wrong.overlay).toMatchObject({step: 'branch', problem: {code: 'write.branch'}});
		expect(play(wrong, press('view.close')).state.overlay).toMatchObject({step: 'message'});
		const named = play(worded, type('docs/ledger'), press('list.choose')).state;
		expect(named.overlay).toMatchObject({step: 'message'});
		const write = {type: 'document.write', path, message: 'docs: add Ledger design'};
		const onBranch: unknown = expect.objectContaining({...write, branch: 'docs/ledger'});
		expect(play(named, press('list.choose')).effects).toContainEqual(onBranch);
		const back = play(worded, type('main'), press('list.choose'), press('list.choose'));
		expect(back.effects).toContainEqual({...write, text: writtenText(filled, false)});
	});

	it('says before it writes why git would refuse, and writes the file alone', () => {
		const path = 'ledger-design.md';
		const problem = {code: 'git.no-identity', summary: 'git does not know who you are.', exit: 4} as const;
		const there = play(asked, press('list.choose'), {
			type: 'target.looked-at',
			path,
			repository: {branch: 'main', path, problem},
		}).state;
		expect(there.overlay).toMatchObject({type: 'write', step: 'commit', repository: {problem}});
		const {effects} = play(there, press('confirm.yes'));
		expect(effects).toContainEqual({type: 'document.write', path, text: writtenText(filled, false)});
	});

	it('asks nothing about commits outside a repository', () => {
		const path = 'ledger-design.md';
		const problem = {code: 'git.not-a-repository', summary: 'No repository.', exit: 4} as const;
		const {effects} = play(asked, press('list.choose'), {
			type: 'target.looked-at',
			path,
			repository: {branch: '', path, problem},
		});
		expect(effects.some(effect => effect.type === 'document.write')).toBe(true);
	});

	it('keeps the author at the path when the file can not be written', () => {
		const problem = {code: 'file.denied', summary: 'No.', exit: 3} as const;
		const {state} = play(
			asked,
			press('list.choose'),
			{type: 'target.looked-at', path: 'ledger-design.md'},
			{type: 'document.failed', problem},
		);
		expect(state.overlay).toMatchObject({type: 'write', step: 'path', problem});
		expect(play(state, press('view.close')).state.overlay).toBeUndefined();
	});

	it('ends the document with the comment that names its template, and stamps created', () => {
		const text = writtenText(filled, false);
		expect(text).toMatch(/\n<!-- specwright: service@1\.0\.0 sha256:0123456789ab -->\n$/);
		expect(text).toContain('**Created:** 2026-03-09');
	});

	it('stamps last updated only where the author has not, or not since the document was opened', () => {
		const source = '# A\n\n- Last updated: [YYYY-MM-DD]\n- Name: [name]\n';
		const [updated = '', given = ''] = ['Last updated', 'Name'].map(
			label => begin(source).form.fields.find(field => field.label === label)?.id ?? '',
		);
		const at = (date: string) =>
			new Map([
				[updated, {state: 'answered', value: date} as const],
				[given, {state: 'answered', value: 'x'} as const],
			]);
		const byAuthor = begin(source, {answers: at('2026-01-02')});
		expect(writtenText(byAuthor, false)).toContain('Last updated: 2026-01-02');
		const opened = {answers: at('2026-01-02'), isOwnForm: false, source: writtenText(byAuthor, false)};
		const reopened = begin(source, {opened});
		expect(writtenText(reopened, false)).toBe(opened.source);
		const {state} = play(reopened, go(given), type('y'));
		expect(writtenText(state, false)).toContain('Last updated: 2026-03-09');
	});
});

describe('a document of somebody else', () => {
	const text =
		'---\nowner: Ada\n---\n\n# Ledger\n\n- **Status:** Draft\n- **Owner:** Ada\n\n## Summary\n\nIt books entries, twice each. Nobody else writes here.\n\n## Notes\n\nKept as they are.  \n* odd\n';
	const own = asDocument(readForm(text));
	const opened = begin(text, {
		form: own.form,
		opened: {answers: own.answers, isOwnForm: true, source: text},
		context: {today: '2026-03-09', marker: true, begun: false},
	});
	const field = (label: string) => own.form.fields.find(each => each.label === label)?.id ?? '';

	it('is written as it was where nothing is changed', () => {
		expect(writtenText(opened, true)).toBe(text);
	});

	it('changes only where an answer is changed', () => {
		const {state} = play(opened, go(field('Status')), {type: 'edit', edit: {type: 'replace', text: 'Approved'}, now});
		expect(writtenText(state, false)).toBe(text.replace('Draft', 'Approved'));
	});

	it('says again what it said when the answer is taken back', () => {
		const {state} = play(
			opened,
			go(field('Status')),
			{type: 'edit', edit: {type: 'replace', text: ''}, now},
			press('field.reset'),
		);
		expect([answer(state, field('Status')), writtenText(state, false)]).toEqual(['Draft', text]);
	});

	it('loses the text of an answer that is cleared, and nothing else', () => {
		const {state} = play(opened, go(field('Summary')), {type: 'edit', edit: {type: 'replace', text: ''}, now});
		expect(writtenText(state, false)).toBe(text.replace('It books entries, twice each. Nobody else writes here.', ''));
	});
});
