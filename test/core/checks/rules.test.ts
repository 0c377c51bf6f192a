import {describe, expect, it} from 'vitest';
import {check, noFacts, ruleIds, rules} from '../../../source/core/checks/index.ts';
import {match, readForm} from '../../../source/core/form/index.ts';

/** The document as its template sees it, and what one rule says about it. */
function speak(ruleId: string, template: string, document: string) {
	return check(match(readForm(template), document), noFacts).filter(message => message.ruleId === ruleId);
}

describe('every rule does what its examples say', () => {
	for (const rule of rules) {
		for (const {title, template, document, findings} of rule.examples) {
			it(`${rule.id}: ${title}`, () => {
				expect(speak(rule.id, template, document)).toHaveLength(findings);
			});
		}
	}
});

describe('the rules as a list', () => {
	it('gives each its own id, a summary and an example', () => {
		expect(rules.map(({id}) => id)).toEqual(ruleIds);
		expect(new Set(ruleIds).size).toBe(rules.length);
		for (const rule of rules) {
			expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
			expect(rule.summary).toMatch(/\.$/);
			expect(rule.examples.length).toBeGreaterThan(0);
		}
	});

	it('says nothing at error level about the finished side of its examples', () => {
		for (const rule of rules) {
			for (const {title, template, document, findings} of rule.examples) {
				if (findings > 0) continue;
				const errors = check(match(readForm(template), document), noFacts).filter(({severity}) => severity === 'error');
				expect(errors, `${rule.id}: ${title}`).toEqual([]);
			}
		}
	});
});
