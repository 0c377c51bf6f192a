/** What a template's author is told. */

import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {checkTemplate} from '../../../source/core/checks/index.ts';
import {templateRules} from '../../../source/core/checks/template/index.ts';
import {readForm, reasons} from '../../../source/core/form/index.ts';
import {everything} from '../form/everything.ts';
import {hinted} from '../form/hinted.ts';

const folder = new URL('../../../templates/', import.meta.url);
const bundled = readdirSync(folder)
	.filter(name => name.endsWith('.md'))
	.map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

describe.each(templateRules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
	it.each(rule.examples.map(example => [example.title, example] as const))('%s', (_, {template, findings}) => {
		const own = checkTemplate(readForm(template)).filter(({ruleId}) => ruleId === id);
		expect(own.map(({reason}) => reason)).toHaveLength(findings);
		for (const {help, severity} of own) {
			expect(help).toMatch(/[.?]$/);
			expect(severity).toBe(rule.severity);
		}
	});
});

describe('a template', () => {
	it.each(bundled)('of ours has no fault and few doubts: %s', (_, source) => {
		const messages = checkTemplate(readForm(source));
		expect(messages.filter(({severity}) => severity !== 'info')).toEqual([]);
		expect(messages.length).toBeLessThanOrEqual(5);
	});

	it('is told of in the order of its lines', () => {
		const source =
			'# A\n\n- B: [b] <!-- specwright: kind: x -->\n\n#### C\n\nWhat?\n\n- D: [d] <!-- specwright: y: 1 -->\n';
		expect(checkTemplate(readForm(source)).map(({ruleId, place}) => `${place.line} ${ruleId}`)).toEqual([
			'3 hint',
			'5 heading-jump',
			'9 hint',
		]);
	});
});

describe('every field', () => {
	it('has a reason in words', () => {
		const forms = [everything, hinted, ...bundled.map(([, source]) => source)].map(source => readForm(source));
		for (const {rule} of forms.flatMap(({fields}) => fields)) expect(reasons[rule]).toMatch(/^[A-Z].*\.$/);
		// A rule with the name of something that objects have anyway would be found too.
		expect(new Set(Object.values(reasons)).size).toBe(Object.keys(reasons).length);
	});
});
