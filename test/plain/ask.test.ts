import {PassThrough, Writable} from 'node:stream';
import {stripVTControlCharacters} from 'node:util';
import {describe, expect, it} from 'vitest';
import {choices} from '../../source/plain/inquirer.ts';
import {literal, parseCommand} from '../../source/plain/commands.ts';
import {lineAsk, loadInquirerAsk, type Ask} from '../../source/plain/index.ts';

function lines(...answers: string[]) {
	const shown: string[] = [];
	const ask = lineAsk(
		async () => answers.shift(),
		prompt => shown.push(prompt),
		line => shown.push(line),
	);
	return {ask, shown};
}

describe('commands', () => {
	it('are lines that begin with one colon', () => {
		expect(parseCommand(':goto 12')).toEqual({name: 'goto', target: '12'});
		expect(parseCommand(' :NA it is a  batch job')).toEqual({name: 'na', reason: 'it is a batch job'});
		expect(parseCommand(':quit')).toEqual({name: 'quit'});
		expect(parseCommand(':what')).toEqual({name: 'unknown', text: ':what'});
		expect(parseCommand('::what')).toBeUndefined();
		expect(parseCommand('a: b')).toBeUndefined();
		expect(literal('::what')).toBe(':what');
		expect(literal('a::b')).toBe('a::b');
	});
});

describe('asking in lines', () => {
	it('takes a number or the words of an option', async () => {
		const {ask} = lines('2', 'HIGH', '', ':back', 'mine');
		const question = {message: 'Weight', options: ['Low', 'High'], skip: 'leave it', open: true};
		expect(await ask.choose(question)).toBe(1);
		expect(await ask.choose(question)).toBe(1);
		expect(await ask.choose(question)).toBe('');
		expect(await ask.choose(question)).toBe(':back');
		expect(await ask.choose(question)).toBe('mine');
		expect(await ask.choose(question)).toBeUndefined();
	});

	it('takes several numbers, or none', async () => {
		const {ask} = lines('1, 3', 'none', '1, 9', '');
		const question = {message: 'Where', options: ['dev', 'staging', 'prod'], picked: [1], skip: 'keep', open: false};
		expect(await ask.pick(question)).toEqual([0, 2]);
		expect(await ask.pick(question)).toEqual([]);
		expect(await ask.pick(question)).toBe('1, 9');
		expect(await ask.pick(question)).toBe('');
	});

	it('asks again until it is yes or no', async () => {
		const {ask, shown} = lines('maybe', 'Yes', '', ':quit');
		expect(await ask.confirm('Overwrite?', false)).toBe(true);
		expect(shown).toContain('  Type y or n.');
		expect(await ask.confirm('Overwrite?', false)).toBe(false);
		expect(await ask.confirm('Overwrite?', true)).toBe(':quit');
	});
});

describe('asking with Inquirer', () => {
	it('lists what matches, a command by itself, and an own answer where that is admitted', () => {
		const options = ['Low', 'High'];
		expect(choices('', options, 'leave it', false).map(({name}) => name)).toEqual(['(leave it)', 'Low', 'High']);
		expect(choices('hi', options, 'leave it', false)).toEqual([{name: 'High', value: 1}]);
		expect(choices('2', options, 'leave it', false)).toEqual([{name: 'High', value: 1}]);
		expect(choices(':back', options, 'leave it', true)).toEqual([{name: ':back', value: ':back'}]);
		expect(choices('odd', options, 'leave it', true)).toEqual([{name: 'your own words: odd', value: 'odd'}]);
	});

	/** What one question gives for keys; each is pressed once the screen shows the words before it. */
	async function asked<T>(
		question: (ask: Ask) => Promise<T>,
		...presses: readonly (readonly [shown: string, keys: string])[]
	): Promise<T> {
		const input = new PassThrough();
		let screen = '';
		let left = [...presses];
		const output = new Writable({
			write(chunk: Buffer, _encoding, done) {
				screen += stripVTControlCharacters(chunk.toString());
				const [next, ...rest] = left;
				if (next && screen.includes(next[0])) {
					left = rest;
					screen = '';
					// The prompt listens to keys once it has drawn.
					setImmediate(() => input.write(next[1]));
				}
				done();
			},
		});
		// A terminal does not end with the first prompt on it.
		output.end = () => output;
		const reply = await question(await loadInquirerAsk({input, output}));
		expect(left).toEqual([]);
		return reply;
	}

	const down = '\u001B[B';

	it('takes an option by arrows or by typing, a command, an own answer, and Enter alone', async () => {
		const weigh = async (ask: Ask) =>
			ask.choose({message: 'Weight', options: ['Low', 'High'], skip: 'leave it open', open: true});
		const first = '❯ (leave it open)';
		expect(await asked(weigh, [first, down], ['❯ Low', down], ['❯ High', '\r'])).toBe(1);
		expect(await asked(weigh, [first, 'lo'], ['your own words: lo', '\r'])).toBe(0);
		expect(await asked(weigh, [first, ':gaps'], ['❯ :gaps', '\r'])).toBe(':gaps');
		expect(await asked(weigh, [first, 'odd'], ['❯ your own words: odd', '\r'])).toBe('odd');
		expect(await asked(weigh, [first, '\r'])).toBe('');
	});

	it('takes what was typed where Enter comes in one piece with it, as a paste or a slow line has it', async () => {
		const weigh = async (ask: Ask) =>
			ask.choose({message: 'Weight', options: ['Low', 'High'], skip: 'leave it open', open: false});
		const first = '❯ (leave it open)';
		expect(await asked(weigh, [first, '2\r'])).toBe(1);
		expect(await asked(weigh, [first, 'h\r'])).toBe(1);
		expect(await asked(weigh, [first, 'x\r'])).toBe('x');
	});

	it('ticks several, keeps what was ticked, and takes a line instead', async () => {
		const pick =
			(...picked: readonly number[]) =>
			async (ask: Ask) =>
				ask.pick({message: 'Where', options: ['dev', 'prod'], picked, skip: 'leave it open', open: true});
		expect(await asked(pick(), ['❯◯ dev', down], ['❯◯ prod', ' '], ['❯◉ prod', '\r'])).toEqual([1]);
		expect(await asked(pick(0), ['❯◉ dev', '\r'])).toEqual([0]);
		expect(await asked(pick(0), ['❯◉ dev', ' '], ['❯◯ dev', '\r'])).toEqual([]);
		expect(await asked(pick(), ['❯◯ dev', '\r'])).toBe('');
		const other = '❯◯ something else';
		const chosen = [
			['❯◯ dev', down],
			['❯◯ prod', down],
			[other, ' '],
			['❯◉ something else', '\r'],
		] as const;
		expect(await asked(pick(), ...chosen, ['Instead', '1, edge\r'])).toBe('1, edge');
	});

	it('asks again until it is yes or no', async () => {
		const sure = async (ask: Ask) => ask.confirm('Overwrite?', true);
		expect(await asked(sure, ['(Y/n)', 'maybe\r'], ['Type y or n.', '\u0015no\r'])).toBe(false);
		expect(await asked(sure, ['(Y/n)', ':back\r'])).toBe(':back');
	});

	it('gives the typed line back, and undefined for Ctrl+C', async () => {
		const input = new PassThrough();
		const output = new PassThrough();
		output.resume();
		const ask = await loadInquirerAsk({input, output});
		const typed = ask.line('Owner');
		input.write('Ada\n');
		expect(await typed).toBe('Ada');
		expect(ask.wasInterrupted?.()).toBe(false);
		const stopped = ask.line('Team');
		input.write('\u0003');
		expect(await stopped).toBeUndefined();
		expect(ask.wasInterrupted?.()).toBe(true);
	});
});
