/** The file of a baseline: read, and written anew. */

import {existsSync} from 'node:fs';
import {dirname, join, relative, resolve, sep} from 'node:path';
import {lookAt, sha256, writeDocument} from '../adapters/files/index.ts';
import {addTo, baselineJson, isFindingLine, type Baseline, type BaselineEntry} from '../core/report/index.ts';
import type {Checked} from '../core/report/types.ts';
import {failure, success, type Problem, type Result} from '../core/problem.ts';
import {parseAnswersFile, pathSeparator, type Places, type Plain} from './answers-file.ts';
import {toJson} from './output.ts';

export type BaselineFile = {
	readonly path: string;
	readonly baseline: Baseline;
	/** What stands there now; undefined where nothing does. */
	readonly version?: string;
};

/**
 * The baseline at `path`. What is no baseline is refused with its line (2), also where it is to be replaced, for it may be
 * anything; a missing file is a problem (3) unless it is `mayBeMissing`.
 */
export function readBaseline(path: string, mayBeMissing: boolean): Result<BaselineFile> {
	const read = lookAt(path);
	if (!read.ok) {
		const isOther = ['file.not-a-file', 'file.binary'].includes(read.problem.code);
		return isOther ? failure({...read.problem, next: 'Name a file that --write-baseline wrote.'}) : read;
	}
	if (read.value === undefined) {
		return mayBeMissing ? success({path, baseline: new Map()}) : failure(missing(path));
	}
	const {text, version} = read.value;
	const parsed = parseAnswersFile(text, path);
	if (!parsed.ok) return failure({...parsed.problem, code: 'baseline.syntax', next: again});
	const baseline = baselineIn(parsed.value.data, path, parsed.value.places);
	return baseline.ok ? success({path, baseline: baseline.value, version}) : baseline;
}

const again = 'Mend it, or remove it and write it again with --write-baseline.';

function missing(path: string): Problem {
	return {
		code: 'baseline.missing',
		summary: `There is no baseline ${path}.`,
		next: 'Write it with --write-baseline.',
		exit: 3,
	};
}

type PlainMap = {readonly [key: string]: Plain};

function isMap(data: Plain | undefined): data is PlainMap {
	return typeof data === 'object' && !Array.isArray(data);
}

function baselineIn(data: Plain, path: string, places: Places): Result<Baseline> {
	const wrong = (summary: string, ...keys: readonly string[]): Result<never> => {
		// The place of what is wrong; where it is missing, of what should hold it.
		let at: {line: number; column: number} | undefined;
		for (let depth = keys.length; at === undefined && depth >= 0; depth--)
			at = places.get(keys.slice(0, depth).join(pathSeparator));
		return failure({code: 'baseline.shape', summary, next: again, exit: 2, place: {path, ...(at ?? {line: 1})}});
	};
	if (!isMap(data) || data['specwrightBaseline'] === undefined) return wrong('This is no baseline of Specwright.');
	if (data['specwrightBaseline'] !== '1') {
		return wrong('This baseline is of another version of Specwright.', 'specwrightBaseline');
	}
	const {files} = data;
	if (!isMap(files)) return wrong('"files" has to hold an entry for each document.', 'files');
	const baseline = new Map<string, BaselineEntry>();
	for (const [name, entry] of Object.entries(files)) {
		if (!isMap(entry)) return wrong('A document\'s entry has "required" and "findings".', 'files', name);
		const {required, findings} = entry;
		if (typeof required !== 'string' || !/^(?:\d{1,2}|100)$/.test(required))
			return wrong('"required" has to be a whole number from 0 to 100.', 'files', name, 'required');
		if (!Array.isArray(findings)) return wrong('"findings" has to be a list.', 'files', name, 'findings');
		const lines = findings as readonly Plain[];
		const bad = lines.findIndex(line => typeof line !== 'string' || !isFindingLine(line));
		if (bad >= 0) {
			return wrong(
				'A finding is its rule, its field and 16 hexadecimal digits.',
				'files',
				name,
				'findings',
				String(bad),
			);
		}
		baseline.set(name, {required: Number(required), findings: lines as readonly string[]});
	}
	return success(baseline);
}

/** What a baseline calls the file at `path`: its place from the baseline's folder, wherever the program runs. */
export function nameIn({path: file}: Pick<BaselineFile, 'path'>, path: string): string {
	return relative(dirname(resolve(file)), resolve(path))
		.split(sep)
		.join('/');
}

/**
 * Writes the baseline with these documents as they are now. What it has of others stays, unless their files are gone.
 * The value says how many findings and documents it holds. Problems: what keeps a file from being written.
 */
export function writeBaseline(
	{path, baseline, version}: BaselineFile,
	checked: readonly Checked[],
): Result<{readonly findings: number; readonly files: number}> {
	const folder = dirname(resolve(path));
	let next: Baseline = new Map([...baseline].filter(([name]) => existsSync(join(folder, name))));
	for (const one of checked) next = addTo(next, nameIn({path}, one.path), one, sha256);
	const written = writeDocument(path, `${toJson(baselineJson(next))}\n`, {
		makeFolders: true,
		...(version === undefined ? {} : {replaces: version}),
	});
	if (!written.ok) return written;
	const findings = [...next.values()].reduce((sum, entry) => sum + entry.findings.length, 0);
	return success({findings, files: next.size});
}
