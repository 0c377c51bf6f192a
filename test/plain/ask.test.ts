import {PassThrough} from 'node:stream';
import {describe, expect, it} from 'vitest';
import {choices} from '../../source/plain/inquirer.ts';
import {literal, parseCommand} from '../../source/plain/commands.ts';
import {lineAsk, loadInquirerAsk} from '../../source/plain/index.ts';

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
		const question = {message: 'Where', options: ['dev', 'staging', 'prod'], picked: [1]};
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
