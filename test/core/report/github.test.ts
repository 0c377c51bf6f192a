import {expect, it} from 'vitest';
import {githubLines} from '../../../source/core/report/index.ts';
import {checkedText, hostile, messageAt} from './checked.ts';

const document = '# Plan: Move\n\n- **Owner:** Ada\n- **Due:** soon\n\n## Goals\n\n- Be quick\n- [Goal 2]\n';

it('tells each finding with its place, and an incomplete document as one that fails', () => {
	const checked = checkedText(document);
	const messages = [
		messageAt(document, 'soon', {severity: 'info', reason: 'Why?', help: 'Say when.'}),
		messageAt(document, '- Be quick\n- [Goal 2]', {severity: 'warn', ruleId: 'sample-left'}),
	];
	expect(githubLines({...checked, messages}, 80)).toEqual([
		'::notice file=docs/plan.md,line=4,endLine=4,col=12,endColumn=16,title=to-be-done::Why?%0ASay when.',
		'::warning file=docs/plan.md,line=8,endLine=9,title=sample-left::A reason.',
		'::error file=docs/plan.md,title=completeness::75 % of what is required is answered (3 of 4), less than 80 %.'
			.replace('%', '%25')
			.replace('80 %', '80 %25'),
	]);
	expect(githubLines({...checked, messages}, 75)).toHaveLength(2);
});

it('lets no name and no text begin a command, end a property or speak to a terminal', () => {
	const message = messageAt(document, 'soon', {reason: hostile});
	const [line = '', ...others] = githubLines({...checkedText(document, `${hostile}.md`), messages: [message]}, 0);
	expect(others).toEqual([]);
	expect(line).not.toMatch(/[\n\r\u001B\u202E]/);
	const [, file = '', text = ''] = /^::error file=([^,:]*),line=4,[^:]*::(.*)$/.exec(line) ?? [];
	const undone = (escaped: string): string =>
		escaped
			.replaceAll('%2C', ',')
			.replaceAll('%3A', ':')
			.replaceAll('%0A', '\n')
			.replaceAll('%0D', '\r')
			.replaceAll('%25', '%');
	const shown = hostile.replace('\u001B', '␛').replace('\u202E', '<U+202E>');
	expect(undone(file)).toBe(`${shown}.md`);
	expect(undone(text)).toBe(shown);
});
