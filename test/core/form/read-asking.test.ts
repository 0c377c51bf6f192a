import {describe, expect, test} from 'vitest';
import {readForm} from '../../../source/core/form/index.ts';
import {fieldOf, kindsOf, textOf} from './reading.ts';

describe('what asks', () => {
	test('a comment under a heading with subsections asks as prose there would', () => {
		expect(
			kindsOf('# A b c d\n\n## Voyage\n\n<!-- Why is it made, and for whom? -->\n\n### Crew\n\n### Cargo\n'),
		).toEqual(['document/title text', 'voyage/body prose', 'voyage/crew/body prose', 'voyage/cargo/body prose']);
	});

	test.each([
		['leads to what is below', '<!-- Describe each of these: -->', '### Crew\n\n### Cargo'],
		['speaks of the subsections', '<!-- Describe the ports, one section per port. -->', '### Crew\n\n### Cargo'],
		['is over several of one sort', '<!-- Describe where it lands. -->', '### Port 1\n\n### Port 2'],
		['states something', '<!-- Kept by the harbour master. -->', '### Crew\n\n### Cargo'],
	])('no answer of its own where the comment %s', (_, comment, below) => {
		const form = readForm(`# A b c d\n\n## Voyage\n\n${comment}\n\n${below}\n`);
		expect(form.fields.map(one => one.id)).not.toContain('voyage/body');
	});

	test('a colon near the beginning of all that a section says makes no label of it', () => {
		const source =
			'# A b c d\n\n## Hull\n\nExact, measured figures: length, beam, draught, planks, ribs, and what they weigh.\n';
		expect(textOf(readForm(source), 'hull/body')).toContain('Exact, measured figures: length');
	});

	test('what two of three labels ask, the third asks as well', () => {
		const source =
			'# A b c d\n\n## Trials\n\n- **Still water:** Which of them are rowed?\n- **Open sea:** How far out do they go?\n- **Storm:** Reefing, drifting, or riding at anchor.\n';
		expect(kindsOf(source).filter(one => one.startsWith('trials/'))).toHaveLength(3);
	});

	test('one question among three labels makes no form of them', () => {
		const source =
			'# A b c d\n\n## Trials\n\n- **Still water:** Rowed by four.\n- **Open sea:** How far out do they go?\n- **Storm:** Riding at anchor.\n';
		expect(kindsOf(source).filter(one => one.startsWith('trials/'))).toEqual(['trials/body prose']);
	});

	test('what ends or begins is a day where its blank may be one', () => {
		const kinds = (blank: string) => kindsOf(`# A b c d\n\n## End\n\n${blank}\n\n## Voyage\n\n- **End:** ${blank}\n`);
		expect(kinds('[last words]').slice(1)).toEqual(['end/body prose', 'voyage/end text']);
		expect(kinds('[when]').slice(1)).toEqual(['end/body date', 'voyage/end date']);
	});

	test('people are told of in prose where the section asks for more than their names', () => {
		const source =
			'# A b c d\n\n## Stakeholders\n\n_Who gains or loses by the voyage? Say how each was heard, and what they have answered so far._\n';
		expect(fieldOf(readForm(source), 'stakeholders/body').kind).toBe('prose');
		expect(fieldOf(readForm('# A b c d\n\n## Stakeholders\n\n[names]\n'), 'stakeholders/body').kind).toBe('person');
	});
});

describe('blanks in code ticks', () => {
	test('words in angle brackets are a blank where they are all of a value', () => {
		const form = readForm('# Voyage: `<Short Name>`\n\nAuthor: `<Your Name / port>`\n\n## Cargo\n\n<what>\n');
		expect(textOf(form, 'document/title')).toBe('<Short Name>');
		expect(fieldOf(form, 'document/author').kind).toBe('person');
		expect(textOf(form, 'document/author')).toBe('<Your Name / port>');
	});

	test.each(['`<img src="x">`', '`<br />`', '`<Cargo>`', 'See `<the log book>` for more of what is kept.'])(
		'%s is none',
		value => {
			const form = readForm(`# A b c d\n\n- **Owner:** <name>\n\n## Rest\n\n**Tag:** ${value}\n`);
			expect(form.fields.map(one => one.placeholder)).not.toContain(value.replaceAll('`', ''));
			expect(form.fields.map(one => one.placeholder)).not.toContain('<the log book>');
		},
	);
});

describe('several answers in one place', () => {
	test('a line of options over a question is a choice, and the question another answer', () => {
		const form = readForm(
			'# A b c d\n\n## Danger\n\nHIGH | LOW\n\nWho is in danger, and of what? Describe how it shows.\n',
		);
		expect(form.fields.map(one => `${one.id} ${one.kind}`)).toEqual([
			'document/title text',
			'danger/body choice',
			'danger/details prose',
		]);
		expect(fieldOf(form, 'danger/body').options).toEqual(['HIGH', 'LOW']);
	});

	test.each([
		['above', 'Describe how far it has come.\n\nParked | Sailing'],
		['below', 'Parked | Sailing\n\nChoose one of them.'],
	])('words %s a line of options that only tell how to choose are its help', (_, body) => {
		const form = readForm(`# A b c d\n\n## State\n\n${body}\n`);
		expect(form.fields.map(one => `${one.id} ${one.kind}`)).toEqual(['document/title text', 'state/body choice']);
		expect(fieldOf(form, 'state/body').guidance).toHaveLength(1);
	});

	test('prose that only holds such a line stays one answer', () => {
		expect(kindsOf('# A b c d\n\n## Notes\n\nKept | lost\n\nThe log of the voyage is in the harbour.\n')).toContain(
			'notes/body prose',
		);
	});

	test('items that are comments are a list, with the comments as its help', () => {
		const form = readForm('# A b c d\n\n## Hold\n\n**On board:**\n\n- <!-- first load -->\n- <!-- second load -->\n');
		const field = fieldOf(form, 'hold/on-board');
		expect([field.kind, field.guidance]).toEqual(['list', ['first load', 'second load']]);
	});

	test('yes or no in ticks is chosen as it is without them; a pair of other words in ticks is what it says', () => {
		const kinds = (value: string) =>
			kindsOf(`# A b c d\n\n## Berth\n\n- Quay: <which>\n- Crane needed: ${value}\n`).slice(2);
		expect(kinds('`yes/no`')).toEqual(['berth/crane-needed choice']);
		expect(kinds('`ja / nein` (which)')).toEqual(['berth/crane-needed choice']);
		expect(kinds('`quay/north`')).toEqual([]);
		const form = readForm('# A b c d\n\n## Berth\n\n- Crane needed: `yes/no`\n');
		expect(fieldOf(form, 'berth/crane-needed').options).toEqual(['yes', 'no']);
	});

	test('the last of several labelled lines asks though sections follow; one alone heads them', () => {
		const parts = '\n## Cargo\n\n<what>\n\n## Crew\n\n<who>\n';
		expect(kindsOf(`# Voyage of [ship]\n\n**State:** moored | sailing\n**Owner:**\n**Updated:**\n${parts}`)).toEqual(
			expect.arrayContaining(['document/owner person', 'document/updated date']),
		);
		const alone = kindsOf(`# Voyage of [ship]\n\n**Manifest:**\n${parts}`);
		expect(alone.filter(one => one.includes('manifest'))).toEqual([]);
	});

	test('a manager is a person, a package manager a thing; a name in capitals behind an at sign is somebody', () => {
		const kind = (line: string) => readForm(`# A b c d\n\n- ${line}\n- Other: <x>\n`).fields[1]?.kind;
		expect(kind('Manager: [name]')).toBe('person');
		expect(kind('Line manager: <name>')).toBe('person');
		expect(kind('Keys: @HARBOUR_MASTER')).toBe('person');
		expect(kind('Package manager: [which]')).toBe('text');
		expect(kind('Keys: [HARBOUR_MASTER]')).toBe('text');
	});

	test('a blank that opens with a date and goes on with other things is no date', () => {
		const kind = (blank: string) => readForm(`# A b c d\n\n- Last landing: ${blank}\n- Other: <x>\n`).fields[1]?.kind;
		expect(kind('[Date/Time - Ship - Quay]')).toBe('text');
		expect(kind('[Date/Time]')).toBe('date');
		expect(kind('[Date - when the ship came in]')).toBe('date');
	});
});
