import {globSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {checkMermaid} from '../../../source/core/mermaid/index.ts';
import {fc, patience, tries} from '../../property.ts';
import {changed, diagrams} from './diagrams.ts';
import {objection} from './oracle.ts';

/** The sentences with which we and Mermaid refuse a diagram. */
async function judged(text: string): Promise<{readonly ours: string | undefined; readonly theirs: string | undefined}> {
	const [fault] = checkMermaid(text);
	return {ours: fault && `line ${fault.line}: ${fault.reason}`, theirs: await objection(text)};
}

/** What stands in `@{ }` is YAML and names of shapes, of which each Mermaid has more: faults in it are left to Mermaid. */
function isLeftToMermaid(text: string, theirs: string | undefined): boolean {
	return text.includes('@{') && theirs !== undefined && !/^(?:Parse|Lexical) error/.test(theirs);
}

describe("takes what Mermaid's own parser takes, and refuses what it refuses", () => {
	for (const [kind, made] of Object.entries(diagrams)) {
		it(
			`${kind}: as made, and with a sign, a word or a line changed`,
			async () => {
				const seen = {sound: 0, faulty: 0};
				await fc.assert(
					fc.asyncProperty(made, changed(made), async (...texts) => {
						for (const text of texts) {
							const {ours, theirs} = await judged(text);
							seen[theirs === undefined ? 'sound' : 'faulty']++;
							if (ours === undefined && isLeftToMermaid(text, theirs)) continue;
							expect(ours === undefined, `${text}\n\nours: ${ours}\nMermaid's: ${theirs}`).toBe(theirs === undefined);
						}
					}),
					tries(150),
				);
				expect(seen.sound).toBeGreaterThanOrEqual(50);
				expect(seen.faulty).toBeGreaterThanOrEqual(50);
			},
			patience,
		);
	}

	it('in the bundled templates and what fills them', async () => {
		let found = 0;
		for (const path of globSync(['templates/**/*.md', 'test/fixtures/answers/*.yaml'])) {
			for (const [, indent = '', body = ''] of readFileSync(path, 'utf8').matchAll(/^( *)```mermaid\n([^]*?)```/gm)) {
				const text = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
				expect(await judged(text), `${path}\n${text}`).toEqual({ours: undefined, theirs: undefined});
				found++;
			}
		}

		expect(found).toBeGreaterThan(5);
	});
});
