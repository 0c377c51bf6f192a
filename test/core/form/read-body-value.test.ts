import {describe, expect, test} from 'vitest';
import {readForm} from '../../../source/core/form/index.ts';

const bodyOf = (title: string, body: string) => {
	const [field] = readForm(`# A b c d\n\n## ${title}\n\n${body}\n\n## Rest\n\n<x>\n`).fields.filter(one =>
		one.id.endsWith('/body'),
	);
	return [field?.kind, field?.options.join(', ')];
};

describe('sections that are one short answer', () => {
	test.each([
		['Status', '[Proposed | Accepted | Rejected]', 'choice', 'Proposed, Accepted, Rejected'],
		['Status', 'Proposed | **Accepted** | Rejected', 'choice', 'Proposed, Accepted, Rejected'],
		['Severity', 'High / Medium / Low', 'choice', 'High, Medium, Low'],
		['Status', '- Open / Closed', 'choice', 'Open, Closed'],
		['Status', 'What is its status, such as open, closed, or moved?', 'choice', 'open, closed, moved'],
		['Status', '<!-- one of: open, closed -->', 'choice', 'open, closed'],
		[
			'Status',
			'<!--\nPossible values:\n- Parked: nobody works on it\n- Sailing: somebody does\n-->\n\nParked',
			'choice',
			'Parked, Sailing',
		],
		['Status', '<!-- parked | sailing -->\n\nparked', 'choice', 'parked, sailing'],
		['Status', '<!--\nThings to weigh:\n- Cost\n- Time\n-->\n\nParked', 'text', ''],
		['Owner', '[Name]', 'person', ''],
		['Closing date', '<YYYY-MM-DD>', 'date', ''],
		['Status', 'Proposed', 'text', ''],
	])('%s: %s', (title, body, kind, options) => {
		expect(bodyOf(title, body)).toEqual([kind, options]);
	});

	test.each([
		['History', '(changes and inspirations / references)'],
		['Samples', '(links to or accounts of things that were built)'],
		['Losses', '<A day lost, a boat blocked, etc.>'],
		['Summary', '[What is read/write here?]'],
		['Ways', 'Take one such as rail, road, or river.'],
		['Owner', 'Describe who owns it and why.'],
		['Status', 'It has been accepted by the board after a long talk.'],
	])('%s: %s is prose', (title, body) => {
		expect(bodyOf(title, body)).toEqual(['prose', '']);
	});
});

describe('values with a comment beside them', () => {
	const first = (line: string) => {
		const [field] = readForm(`# A b c d\n\n## Rest\n\nWords that stay.\n\n${line}\n`).fields.filter(
			one => !one.id.endsWith('/body') && one.label !== 'Title',
		);
		return [field?.kind, field?.options.join(', ')];
	};

	test.each([
		['- **State:** Parked <!-- Parked | Sailing | Sunk -->', 'choice', 'Parked, Sailing, Sunk'],
		['- **Wood:** Oak <!-- one of: oak, ash -->', 'choice', 'oak, ash'],
		['- **Wood:** <!-- oak | ash | elm — see the list of woods -->', 'choice', 'oak, ash, elm'],
		['- **Wood:** <!-- oak | ash (young) | elm -->', 'choice', 'oak, ash (young), elm'],
	])('%s', (line, kind, options) => {
		expect(first(line)).toEqual([kind, options]);
	});

	test('only help where the comment offers nothing', () => {
		expect(first('- **Wood:** Oak <!-- see the list of woods -->')).toEqual([undefined, undefined]);
	});
});
