import {describe, expect, it} from 'vitest';
import {createOutput, takesColor, toJson, type Output, type Sink} from '../../source/commands/output.ts';

function collected(
	isTerminal: boolean,
	env: Readonly<Record<string, string>> = {},
): {output: Output; out: () => string; err: () => string} {
	const written = {out: '', err: ''};
	const sink = (name: 'out' | 'err'): Sink => ({
		isTerminal,
		columns: 80,
		write(text) {
			written[name] += text;
		},
	});
	return {
		output: createOutput(sink('out'), sink('err'), env, isTerminal),
		out: () => written.out,
		err: () => written.err,
	};
}

const hostile = 'a\u001B[2Jb\u001B]52;c;eA==\u0007c\u009Bd\u202Ee';

describe('what is printed', () => {
	it.each([true, false])('cannot speak to a terminal, now or from a log later (terminal: %s)', isTerminal => {
		const {output, out, err} = collected(isTerminal);
		output.report(hostile);
		if (isTerminal) output.text(hostile);
		output.say(hostile);
		output.prompt(hostile);
		output.problem({code: 'x', summary: hostile, next: hostile, exit: 2, place: {path: hostile, line: 1}});
		expect(out() + err()).not.toMatch(/\u001B(?!\[\d*m)|[\u0007\u009B\u202E]/);
	});

	it('stays one line, whatever a name has in it', () => {
		const {output, out, err} = collected(false);
		output.report('a\nb.md', {text: '\r\n', tone: 'dim'});
		output.say('a\nb.md');
		output.problem({code: 'x', summary: 'There is no file a\nb.md.', exit: 3, place: {path: 'a\nb.md', line: 1}});
		expect(out()).toBe('a␊b.md␊\n');
		expect(err()).toBe('a␊b.md\nspecwright: a␊b.md:1: There is no file a␊b.md.\n');
	});

	it('is exact in a pipe where it is a document', () => {
		const {output, out} = collected(false);
		output.text(hostile);
		expect(out()).toBe(hostile);
	});

	it('has no colour where none is wanted, and its own where it is', () => {
		const plain = collected(true, {NO_COLOR: '1'});
		plain.output.report({text: 'x', tone: 'good'});
		expect(plain.out()).toBe('x\n');
		const coloured = collected(true);
		coloured.output.report({text: 'x', tone: 'good'});
		expect(coloured.out()).toBe('\u001B[32mx\u001B[0m\n');
	});

	it('keeps reports and problems apart', () => {
		const {output, out, err} = collected(false);
		output.report('report');
		output.problem({
			code: 'x',
			summary: 'It broke.',
			next: 'Mend it.',
			exit: 2,
			place: {path: 'a.yaml', line: 3, column: 5},
		});
		expect(out()).toBe('report\n');
		expect(err()).toBe('specwright: a.yaml:3:5: It broke.\n  Mend it.\n');
	});

	it('escapes controls in JSON without changing the value', () => {
		const text = toJson({a: hostile});
		expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
		expect(JSON.parse(text)).toEqual({a: hostile});
	});
});

describe('colour', () => {
	it.each([
		[true, {}, true],
		[false, {}, false],
		[true, {TERM: 'dumb'}, false],
		[true, {NO_COLOR: '1'}, false],
		[true, {NO_COLOR: ''}, true],
		[false, {FORCE_COLOR: '1'}, true],
		[true, {FORCE_COLOR: '0'}, false],
		[true, {NO_COLOR: '1', FORCE_COLOR: '1'}, false],
	])('terminal %s, %j: %s', (isTerminal, env, expected) => {
		expect(takesColor(isTerminal, env)).toBe(expected);
	});
});
