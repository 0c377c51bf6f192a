import {expect, it} from 'vitest';
import {addTo, barFor, isFindingLine, notKnown, type Baseline} from '../../../source/core/report/index.ts';
import {checkedText} from './checked.ts';

const document =
	'# Plan: Move\n\n- **Owner:** Ada\n- **Due:** soon\n\n## Goals\n\n- [Goal 2]\n- Be quick\n- [Goal 2]\n';
// Every text has a digest of its own here, so that no finding is known by chance.
const digests = new Map<string, string>();
const own = (text: string): string => {
	if (!digests.has(text)) digests.set(text, digests.size.toString(16).padStart(16, '0'));
	return digests.get(text)!;
};
const entry = addTo(new Map() as Baseline, 'plan.md', checkedText(document), own).get('plan.md');
const told = (source: string): readonly string[] => notKnown(entry, checkedText(source), own).map(({ruleId}) => ruleId);

it('has a line for each finding that its file may hold', () => {
	expect(entry?.findings).toHaveLength(3);
	for (const line of entry!.findings) expect(isFindingLine(line)).toBe(true);
});

it('knows findings wherever their lines have moved, and tells those that are new', () => {
	expect(told(document)).toEqual([]);
	expect(
		told(document.replace('# Plan', 'Words in front.\n\n\n# Plan').replace('## Goals', 'More.\n\n## Goals')),
	).toEqual([]);
	expect(told(document.replaceAll('\n', '\r\n'))).toEqual([]);
	// One of two alike is gone: the other stays known. A third one is new.
	expect(told(document.replace('- [Goal 2]\n', ''))).toEqual([]);
	expect(told(`${document}- [Goal 2]\n`)).toEqual(['placeholder-left']);
	// The old date was known, another one that is wrong is not.
	expect(told(document.replace('soon', 'later'))).toEqual(['date-format']);
	expect(told(document.replace('Ada', '[name]'))).toEqual(['required-answer']);
});

it('lets a document be as incomplete as it was, and no more', () => {
	expect(entry?.required).toBe(75);
	expect([barFor(entry, 100), barFor(entry, 60), barFor(undefined, 100)]).toEqual([75, 60, 100]);
});
