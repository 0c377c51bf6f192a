import {describe, expect, it} from 'vitest';
import {valueWords} from '../../source/plain/question.ts';
import {play} from './session.ts';

type Played = Awaited<ReturnType<typeof play>>;

function answerOf({state}: Played, id: string): unknown {
	const answer = state.answers.get(id);
	return answer?.state === 'answered' ? answer.value : answer;
}

describe('what is offered', () => {
	it('is told at a choice of one and taken by Enter alone', async () => {
		const status = '- Status: Draft | In Review | Approved\n';
		const played = await play({template: `# [Name]\n\n## One\n\n${status}\n## Two\n\n${status}`}, [
			'Keys',
			'in review',
			'',
			':quit',
		]);
		expect(played.shown).toContain('Enter takes: In Review');
		expect(played.shown).toContain('Enter: take In Review)');
		expect(answerOf(played, 'two/status')).toBe('In Review');
	});

	it('is nothing for a table as a whole, whose end Enter is', async () => {
		const table = '| Risk | Owner |\n| --- | --- |\n| [what] | [who] |\n';
		const template = `# [Name]\n\n## Risks\n\n${table}\n## Later\n\n### Risks\n\n${table}`;
		const played = await play({template}, ['Keys', 'It leaks', 'Ada', '', '', ':quit']);
		expect(played.rest).toEqual([]);
		expect(played.shown).not.toContain('Enter takes: risk');
		const [, second] = played.state.form.fields.filter(({kind}) => kind === 'table');
		expect(answerOf(played, second?.id ?? '')).toBeUndefined();
	});

	it('is put into words whatever its kind is', () => {
		expect(valueWords('Ada')).toBe('Ada');
		expect(valueWords(['Ada', 'Grace'])).toBe('Ada, Grace');
		expect(valueWords({tests: true, alarms: false})).toBe('tests: yes, alarms: no');
		expect(valueWords([{text: 'Signs', done: true}])).toBe('text: Signs, done: yes');
		expect(valueWords({product: {does: 'Ada', answers: ''}})).toBe('product: does: Ada');
	});
});

describe('several of a list', () => {
	const template = '# [Name]\n\n## Where\n\n- Environments: dev | staging | prod, etc.\n';

	it("takes options and words of the author's own together", async () => {
		const played = await play({template}, ['Keys', '1, edge, prod', ':quit']);
		expect(played.shown).toContain('numbers with commas or your own words');
		expect(answerOf(played, 'where/environments')).toEqual(['dev', 'prod', 'edge']);
	});

	it('takes no number that no option has, and says which there are', async () => {
		const played = await play({template}, ['Keys', '1, 7', '2', ':quit']);
		expect(played.shown).toContain('"1, 7" is none of the options: a number from 1 to 3 or its words take one.');
		expect(answerOf(played, 'where/environments')).toEqual(['staging']);
	});
});

describe('what is not typed', () => {
	const template =
		'# [Name]\n\n## Facts\n\n- Latency: <number> ms\n- Budget (EUR): <amount>\n\n## Goals\n\n- G1: <goal>\n- G2: <goal>\n';

	it('is told with the question: a unit, and the id of each item as its turn comes', async () => {
		const played = await play({template}, [
			'Keys',
			'250 ms',
			'40',
			'Sign',
			'  Events',
			'Lose none',
			'',
			':preview',
			':quit',
		]);
		expect(played.shown).toContain('Latency [a number in ms;');
		expect(played.shown).toContain('Latency (ms)');
		expect(played.shown).not.toContain('Budget (EUR) (EUR)');
		expect(played.shown).toContain('numbered G1, G2 for you');
		expect(played.shown).toMatch(/G1[^]*G2[^]*G2[^]*G3/);
		expect(played.shown).toContain('- Latency: 250 ms\n- Budget (EUR): 40\n');
		expect(played.shown).toContain('- G1: Sign\n  - Events\n- G2: Lose none\n');
	});
});

describe('people', () => {
	it('are told for a list of people, and each number is an item more', async () => {
		const known = {people: ['Grace Hopper', 'Ada Lovelace']};
		const template = '# [Name]\n\n## Reviewers\n\n- [Name]\n- [Name]\n';
		const played = await play({template, known}, ['Keys', ':take 1', ':take 1', ':quit']);
		expect(played.shown).toContain(':take and a number adds one');
		expect(answerOf(played, 'reviewers/body')).toEqual(['Grace Hopper', 'Ada Lovelace']);
	});

	it('are told for a table that asks for them, and taken in its cells by their number', async () => {
		const template = '# [Name]\n\n## Team\n\n| Area | Owner |\n|---|---|\n| Product | <name> |\n| Support | <name> |\n';
		const known = {people: ['Grace Hopper', 'Ada Lovelace']};
		const played = await play({template, known}, ['Keys', ':take 2', 'Emmy Noether', ':quit']);
		expect(played.shown).toContain('1 Grace Hopper, 2 Ada Lovelace');
		expect(answerOf(played, 'team/body')).toMatchObject({
			product: {owner: 'Ada Lovelace'},
			support: {owner: 'Emmy Noether'},
		});
	});
});

describe('commands', () => {
	it('that only tell something leave the items of a checklist', async () => {
		const template = '# [Name]\n\n## Criteria\n\n- [ ] [criterion]\n- [ ] [criterion]\n';
		const played = await play({template}, [':goto 2', 'Signs', ':gaps', '[x] Loses none', '', ':quit']);
		expect(answerOf(played, 'criteria/body')).toEqual([
			{text: 'Signs', done: false},
			{text: 'Loses none', done: true},
		]);
	});

	it(':redo does again what was undone', async () => {
		const template = '# [Name]\n\n## Why\n\n- Owner: [name]\n';
		const played = await play({template}, ['Keys', ':back', ':clear', ':undo', ':redo', ':quit']);
		expect(answerOf(played, 'document/title')).toBeUndefined();
	});

	it(':defer puts off, says so there and among what is missing', async () => {
		const template = '# [Name]\n\n## Why\n\n- Owner: [name]\n- Team: [team]\n';
		const played = await play({template}, ['Keys', ':defer', ':gaps', ':back', ':quit']);
		expect(played.shown).toMatch(/2\. Why › Owner: .*put off/);
		expect(played.shown).toContain('  Put off until later.');
		expect([...played.state.deferred]).toEqual(['why/owner']);
		const again = await play({template}, ['Keys', ':defer', ':back', ':defer', ':quit']);
		expect([...again.state.deferred]).toEqual([]);
	});
});
