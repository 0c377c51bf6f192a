/** Journeys through documents of other people: opened, one answer changed by keys, written; the difference is that answer. */

import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {difference} from './difference.ts';
import {folder, keys, open, type Terminal} from './terminal.ts';

/** Behind the last word of an answer: one word does not wrap. */
const more = ' Evermore.';

/** Goes to a field of prose by its name. */
async function goTo(terminal: Terminal, name: string): Promise<void> {
	terminal.send(keys.ctrl('p'), name);
	await terminal.waitUntil(() => /[›>] .*\S/.test(terminal.text()) && terminal.text().includes(name), name);
	terminal.send(keys.enter);
	await terminal.waitFor(new RegExp(`^.*› ?.*${name}|^ ${name}`, 'm'));
}

/** Opens a document, adds a sentence to the answer with that name, writes, and gives the text that is there then. */
async function changed(
	text: string,
	field: string,
	options: {
		readonly columns?: number;
		readonly rows?: number;
		readonly template?: string;
		readonly says?: string;
	} = {},
): Promise<string> {
	using home = folder();
	using work = folder();
	const path = join(work.path, 'document.md');
	mkdirSync(work.path, {recursive: true});
	writeFileSync(path, text);
	const args = ['open', 'document.md'];
	if (options.template !== undefined) {
		writeFileSync(join(work.path, 'form.md'), options.template);
		args.push('--template', 'form.md');
	}

	const terminal = open(args, {
		cwd: work.path,
		home: home.path,
		columns: options.columns ?? 80,
		rows: options.rows ?? 24,
	});
	await terminal.waitFor(/\d+\/\d+ (?:required|answered|all)/, 40);
	if (options.says !== undefined) await terminal.waitFor(options.says);
	await goTo(terminal, field);
	terminal.send(more);
	await terminal.waitFor(more.trim());
	terminal.send(keys.ctrl('s'));
	await terminal.waitFor('File: document.md');
	terminal.send(keys.enter);
	await terminal.waitFor('Replace it?');
	// The difference that is shown before the file is replaced is that answer.
	await terminal.waitFor('+1 -1 lines change');
	terminal.send('y');
	await terminal.exit();
	return readFileSync(path, 'utf8');
}

/** One line is another: the same with the sentence behind it. */
function expectOneSentence(text: string, written: string): void {
	const {gone, came} = difference(text, written);
	expect(came).toHaveLength(1);
	expect(gone).toHaveLength(1);
	const end = gone[0]!.endsWith('\r') ? '\r' : '';
	expect(came[0]).toBe(gone[0]!.slice(0, gone[0]!.length - end.length) + more + end);
}

const notes = `# Sending receipts

## Summary

Receipts are sent at once.

## Problem statement

People wait for days.

## My own part

Words of mine.

## Goals / non-goals

- Goals: fast
- Non-goals: SMS

## Proposed design

A queue.

## Rollout plan

Branch by branch.
`;

describe('a document written by hand', () => {
	it('is recognised, and one answer more is one line', async () => {
		const written = await changed(notes.replaceAll('\n', '\r\n'), 'Problem statement', {
			says: 'Read as architecture-spec',
		});
		expectOneSentence(notes.replaceAll('\n', '\r\n'), written);
	});

	it('is its own form where no template is like it', async () => {
		const letter =
			'# Letter\n\nTo: Ann\n\n## What we saw\n\nRain for a week, and then the sun came out.\n\n## What we ate\n\nFish.\n';
		expectOneSentence(letter, await changed(letter, 'What we saw', {columns: 120, rows: 40}));
	});
});

const corpus = process.env['SPECWRIGHT_CORPUS'] ?? '';

/** Documents of several kinds, each with a field of it and, where it is opened through one, its template. */
const journeys: ReadonlyArray<readonly [document: string, field: string, template: string | undefined]> = [
	[
		'hyperledger__fabric-rfcs__0005-lts-release-strategy.md',
		'Motivation',
		'hyperledger__fabric-rfcs__0000-template.md',
	],
	['npryce__adr-tools__0008-use-iso-8601-format-for-dates.md', 'Consequences', 'npryce__adr-tools__template.md'],
	[
		'gotalab__cc-sdd__customer-support-rag-backend-ja-requirements.md',
		'Introduction',
		'gotalab__cc-sdd__requirements.md',
	],
	['rust-lang__rfcs__2457-non-ascii-idents.md', 'Drawbacks', 'rust-lang__rfcs__0000-template.md'],
	['kyverno__KDP__generate_validating_admission_policies.md', 'Overview', 'kyverno__KDP__template.md'],
	['jupyter__enhancement-proposals__debugger-info-copy-to-globals.md', 'Motivation', undefined],
	['ethereum__EIPs__eip-1474.md', 'Rationale', undefined],
	['swiftlang__swift-evolution__0253-callable.md', 'Introduction', undefined],
	['tektoncd__community__0090-matrix.md', 'Summary', undefined],
];

describe.skipIf(!existsSync(join(corpus, 'documents')))('a document of SPECWRIGHT_CORPUS', () => {
	it.each(journeys)('%s: %s', async (name, field, template: string | undefined) => {
		const text = readFileSync(join(corpus, 'documents', name), 'utf8');
		const written = await changed(text, field, {
			columns: 120,
			rows: 40,
			...(template === undefined ? {} : {template: readFileSync(join(corpus, 'templates', template), 'utf8')}),
		});
		expectOneSentence(text, written);
	});
});
