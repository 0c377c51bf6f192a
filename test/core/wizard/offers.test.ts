/** What is offered where, and where it is said to come from. */

import {describe, expect, it} from 'vitest';
import {readForm} from '../../../source/core/form/index.ts';
import {
	isGuess,
	offer,
	reusable,
	sourceWords,
	update,
	type Context,
	type Offer,
	type WizardState,
} from '../../../source/core/wizard/index.ts';
import {answer, begin, go, play, press, type} from './session.ts';

const source = `# A

- **Project:** [text]
- **Repository:** [path or URL]
- **Version:** [text]
- **Document version:** [text]
- **Team:** [text]

## Component: <name>

- **Project:** <text>
`;

const known: Partial<Context> = {
	remote: 'https://example.org/acme/pay',
	folder: 'payments',
	package: {file: 'package.json', name: '@acme/pay', version: '1.4.0'},
	earlier: [
		{question: 'team', value: ['Not', 'one line'], document: 'Odd'},
		{question: 'team', value: 'Orange', document: 'Returns'},
		{question: 'team', value: 'Blue', document: 'Older'},
	],
};

/** A session in which that became known after it had begun. */
function knowing(context: Partial<Context>, template = source): WizardState {
	return update(begin(template), {type: 'context.gathered', context})[0];
}

/** What an offer of one line says. */
function wordsOf(found: Offer): string {
	return `${typeof found.value === 'string' ? found.value : ''} (${sourceWords(found)})`;
}

/** What the screen says of the offer at a field. */
function offered(state: WizardState, label: string): string | undefined {
	const field = state.form.fields.find(each => each.label === label);
	const found = field && offer(state, field);
	return found && wordsOf(found);
}

describe('what is known of the project', () => {
	it('is offered where it is asked for, with its source', () => {
		const state = knowing(known);
		expect(offered(state, 'Project')).toBe('@acme/pay (from package.json)');
		expect(offered(state, 'Repository')).toBe('https://example.org/acme/pay (where git has it from)');
		expect(offered(state, 'Version')).toBe('1.4.0 (from package.json)');
		expect(offered(state, 'Document version')).toBeUndefined();
		expect(offered(knowing({folder: 'payments'}), 'Project')).toBe("payments (the folder's name)");
		expect(offered(knowing({}), 'Project')).toBeUndefined();
	});

	it('is offered to no block, which is about its own thing', () => {
		const state = knowing(known);
		const inside = state.form.fields.find(({label, repeat}) => label === 'Project' && repeat !== undefined);
		expect(inside && offer(state, inside)).toBeUndefined();
		expect(inside).toBeDefined();
	});

	it('comes in with one key and never by itself, and leaves what is typed as it is', () => {
		const typed = play(begin(source), go('document/project'), type('Mine'), {type: 'context.gathered', context: known});
		expect(answer(typed.state, 'document/project')).toBe('Mine');
		const walked = play(knowing(known), ...Array.from({length: 8}, () => press('field.next'))).state;
		expect(walked.answers.size).toBe(0);
		const taken = play(knowing(known), go('document/project'), press('field.use-default')).state;
		expect(answer(taken, 'document/project')).toBe('@acme/pay');
	});
});

describe('what earlier documents say', () => {
	it('is offered to the same question, the latest that fits, with the document named', () => {
		expect(offered(knowing(known), 'Team')).toBe('Orange (as in “Returns”)');
	});

	it('is names and links: no title, no long text, nothing chosen and nothing of a block', () => {
		const form = readForm(
			'# [Title]\n\n- **Team (ours):** [text]\n- **Status:** Draft | Done\n- **Why:** [text]\n- **Leads:** [Names]\n\n## Summary\nDescribe it.\n\n## Component: <name>\n- **Team:** <text>\n',
		);
		const answers = new Map(
			form.fields.map(({id, kind, multiple, label}) => {
				const value =
					kind === 'choice' ? 'Done' : multiple ? ['Ada', 'Bo'] : label === 'Why' ? 'x'.repeat(81) : 'Orange';
				return [id, {state: 'answered', value}] as const;
			}),
		);
		expect(reusable(form, answers, 'Returns')).toEqual([
			{question: 'team', value: 'Orange', document: 'Returns'},
			{question: 'leads', value: ['Ada', 'Bo'], document: 'Returns'},
		]);
	});
});

describe('the same question elsewhere in the document', () => {
	const twins = (heading: string) =>
		`# A\n\n- **Team:** [text]\n\n${heading}\n\n- **Host:** [text]\n\n## Last\n\n- **Team:** [text]\n- **Host:** [text]\n`;
	const answered = (heading: string) => {
		const blank = begin(twins(heading));
		const [team, host] = blank.form.fields;
		return play(blank, go(team?.id ?? ''), type('Orange'), go(host?.id ?? ''), type('srv1')).state;
	};

	it.each([
		['## 9) System Design (required)', 'srv1 (as in §9 System Design)'],
		['## 5.1 Hosts', 'srv1 (as in §5.1 Hosts)'],
		['## Hosts', 'srv1 (as in “Hosts”)'],
	])('is offered with its place: %s', (heading, words) => {
		const state = answered(heading);
		const last = state.form.fields.at(-1);
		const found = last && offer(state, last);
		expect(found && wordsOf(found)).toBe(words);
		expect(found && isGuess(found)).toBe(false);
	});
});
