/** `export FILE`: a document for others than its authors: as data, as a page, or what it says of itself as a template. */

import {readDocument} from '../adapters/files/index.ts';
import {exitCodes, type ExitCode, type Problem} from '../core/problem.ts';
import {metadataText, templateMetadata} from '../core/report/index.ts';
import {isSet, textOption, type Command, type Context, type Invocation} from './context.ts';
import {inTime} from './in-time.ts';
import {openDocument} from './load.ts';
import {toJson} from './output.ts';
import {saidOfRecognised} from './said-of-template.ts';
import {seenDocument, seenJson} from './seen.ts';
import {writeDocumentFile} from './write-document.ts';

/** Ends with 1 where the metadata is unfinished or malformed; then nothing is written. */
export const exportDocument: Command = async (invocation, context) => {
	const problem = wrongFlags(invocation);
	if (problem) return refused(problem, context);
	const [path = ''] = invocation.args;
	const format = textOption(invocation, 'format') ?? 'template';
	return format === 'template'
		? exportMetadata(path, invocation, context)
		: exportWhole(path, format, invocation, context);
};

function refused(problem: Problem, {output}: Context): ExitCode {
	output.problem(problem);
	return problem.exit;
}

function wrongFlags(invocation: Invocation): Problem | undefined {
	const out = textOption(invocation, 'out');
	const format = textOption(invocation, 'format') ?? 'template';
	const isChecked = isSet(invocation, 'validate');
	const summary = [
		out === '' && '--out names no file.',
		isSet(invocation, 'force') && out === undefined && '--force is for --out, which is not given.',
		isChecked && format !== 'template' && `--validate is about metadata, so it cannot go with --format ${format}.`,
		isChecked && out !== undefined && '--validate writes nothing, so it cannot go with --out.',
		textOption(invocation, 'template') !== undefined &&
			format !== 'json' &&
			'--template is for --format json; the others take the document as it is.',
	].find(wrong => wrong !== false);
	return summary === undefined
		? undefined
		: {code: 'usage.flags', summary, next: 'See: specwright export --help', exit: exitCodes.usage};
}

function exportMetadata(path: string, invocation: Invocation, context: Context): ExitCode | Promise<ExitCode> {
	const {output} = context;
	const read = readDocument(path);
	if (!read.ok) return refused(read.problem, context);
	const found = inTime(read.value.text, path, () => templateMetadata(read.value.text));
	if (!found.ok) return refused(found.problem, context);
	if ('faults' in found.value) {
		for (const {line, column, reason, help} of found.value.faults) {
			output.say(`${path}:${line}:${column}  `, {text: 'error', tone: 'bad'}, `  ${reason}`);
			output.say({text: `  ${help}`, tone: 'dim'});
		}
		if (!isSet(invocation, 'validate'))
			output.say('Nothing was written. --format json or html exports the whole document.');
		return exitCodes.incomplete;
	}
	if (isSet(invocation, 'validate')) {
		output.say(`${path}: the metadata is complete.`);
		return exitCodes.done;
	}
	return deliver(metadataText(found.value.metadata), path, invocation, context);
}

async function exportWhole(path: string, format: string, invocation: Invocation, context: Context): Promise<ExitCode> {
	if (format === 'html') {
		const read = readDocument(path);
		if (!read.ok) return refused(read.problem, context);
		const {page} = await import('./page.ts');
		const written = await page(read.value.text, path);
		return written.ok ? deliver(written.value, path, invocation, context) : refused(written.problem, context);
	}
	const opened = await openDocument(path, context, textOption(invocation, 'template'));
	if (!opened.ok) return refused(opened.problem, context);
	const said = saidOfRecognised([opened.value]);
	if (said !== undefined) context.output.say(said);
	const {text} = opened.value;
	const seen = inTime(text, path, () => seenDocument(opened.value, context));
	if (!seen.ok) return refused(seen.problem, context);
	const {title} = seen.value;
	return deliver(`${toJson({path, title, ...seenJson(seen.value, false), text})}\n`, path, invocation, context);
}

/** Into the file of `--out`, else to stdout. */
async function deliver(text: string, path: string, invocation: Invocation, context: Context): Promise<ExitCode> {
	const out = textOption(invocation, 'out');
	if (out !== undefined) return writeDocumentFile({path: out, text, title: path}, invocation, context);
	context.output.text(text);
	return exitCodes.done;
}
