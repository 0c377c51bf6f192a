import {describe, expect, it} from 'vitest';
import {ruleIds, rules, type Message} from '../../../source/core/checks/index.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {
	documentText,
	falseFindings,
	findingsIn,
	leastPlanted,
	planted,
	seenBy,
	templates,
	templateText,
	tryFault,
} from './score.ts';

/** Findings as a person would read them. */
function told(messages: readonly Message[]): readonly string[] {
	return messages.map(({ruleId, place, reason}) => `${place.line} ${ruleId}: ${reason}`);
}

function fieldsOf(messages: readonly Message[]): readonly string[] {
	return messages.map(({field}) => field ?? '').sort();
}

describe.each(templates)('documents from %s', name => {
	it('have no finding where a careful person has finished them', () => {
		expect(told(falseFindings(name))).toEqual([]);
		const text = documentText(name, 'complete');
		expect(completeness(seenBy(name, text), []).required.percent).toBe(100);
	});

	it('have open fields where they are half done, and nothing that is wrong', () => {
		const text = documentText(name, 'half-done');
		const document = seenBy(name, text);
		const said = findingsIn(name, text);
		const {required} = completeness(document, said);
		expect(required.percent).toBeGreaterThan(25);
		expect(required.percent).toBeLessThan(50);
		const open = said.filter(({ruleId}) => ruleId === 'required-answer');
		expect(told(said.filter(one => !open.includes(one) && one.severity !== 'info'))).toEqual([]);
		expect(new Set(fieldsOf(open)).size).toBe(open.length);
		expect(open).toHaveLength(required.total - required.answered);
	});

	it('have one finding for each required field and no other while they are blank', () => {
		const text = templateText(name);
		const said = findingsIn(name, text);
		const {required} = completeness(seenBy(name, text), said);
		expect(told(said.filter(({ruleId}) => ruleId !== 'required-answer'))).toEqual([]);
		expect(new Set(fieldsOf(said)).size).toBe(required.total);
		expect(said).toHaveLength(required.total);
	});
});

describe('planted faults', () => {
	for (const [ruleId, faults] of Object.entries(planted.faults)) {
		describe(ruleId, () => {
			it.each(faults)('is found on its line and nothing else is: $template, $replace', fault => {
				const {isFound, others, line} = tryFault(ruleId, fault);
				expect(told(others)).toEqual([]);
				expect(isFound, `on line ${line}`).toBe(true);
			});
		});
	}

	it('are there for every rule, or a reason why they are not', () => {
		const few = rules.map(({id}) => id).filter(id => (planted.faults[id] ?? []).length < leastPlanted);
		expect(few.filter(id => planted.uncovered[id] === undefined)).toEqual([]);
	});

	it('are for rules that there are, and have a reason only where they are few', () => {
		const ids = new Set<string>(ruleIds);
		const named = [...Object.keys(planted.faults), ...Object.keys(planted.uncovered)];
		expect(named.filter(id => !ids.has(id))).toEqual([]);
		const enough = Object.keys(planted.uncovered).filter(id => (planted.faults[id] ?? []).length >= leastPlanted);
		expect(enough).toEqual([]);
	});
});
