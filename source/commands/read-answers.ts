/** The answers that the command line brings: from a file or stdin, and from `--set`. */

import {readDocument} from '../adapters/files/index.ts';
import {readAnswers} from '../core/form/index.ts';
import type {Answers, Form} from '../core/form/types.ts';
import {failure, success, type Problem, type Result} from '../core/problem.ts';
import {parseAnswersFile, parseSetValue, pathSeparator, type Places, type Plain} from './answers-file.ts';
import {listOption, textOption, type Context, type Invocation} from './context.ts';
import {tellAllBut} from './tell-all.ts';

export type GivenAnswers = {
	/** The template that the file names. */
	readonly template?: string;
	/** The file's answers by id, without those that `--set` gives by the same id. */
	readonly data: Readonly<Record<string, Plain>>;
	/** What `--set` gives; it wins over the file. */
	readonly set: Readonly<Record<string, Plain>>;
	/** Where the file has each answer, by the path of keys below `answers`. */
	readonly places: Places;
};

/** Answers files over 4 MiB are not read. */
const limit = 4 * 1024 * 1024;

/** Reads `--answers` and `--set`. Problems: unreadable (3), too large (6), not valid (2), each with its place. */
export async function givenAnswers(invocation: Invocation, context: Context): Promise<Result<GivenAnswers>> {
	const file = textOption(invocation, 'answers');
	const fromFile = file === undefined ? success(nothing) : await answersIn(file, context);
	if (!fromFile.ok) return fromFile;
	const data = Object.assign(Object.create(null) as Record<string, Plain>, fromFile.value.data);
	const set = Object.create(null) as Record<string, Plain>;
	for (const setting of listOption(invocation, 'set')) {
		const split = setting.indexOf('=');
		const id = setting.slice(0, split).trim();
		if (split < 0 || id === '') {
			return failure({
				code: 'usage.set',
				summary: `--set ${setting} has no ID=VALUE.`,
				next: `Write --set 'document/title=My title'.`,
				exit: 2,
			});
		}
		const value = parseSetValue(setting.slice(split + 1), id);
		if (!value.ok) return value;
		set[id] = value.value;
		delete data[id];
	}
	return success({...fromFile.value, data, set});
}

const nothing: GivenAnswers = {data: {}, set: {}, places: new Map()};

async function answersIn(file: string, context: Context): Promise<Result<GivenAnswers>> {
	const text = file === '-' ? await stdinText(context) : textOf(file);
	if (!text.ok) return text;
	const path = file === '-' ? 'stdin' : file;
	const parsed = parseAnswersFile(text.value.replace(/^\uFEFF/, ''), path);
	if (!parsed.ok) return failure({next: shown, ...parsed.problem});
	const {data, places} = parsed.value;
	const at = (key: string): Pick<Problem, 'place'> => {
		const place = places.get(key);
		return place ? {place} : {};
	};
	if (!isMap(data) || !Object.hasOwn(data, 'answers')) return failure({...malformed(path), ...at('')});
	const {template, answers = {}} = data;
	const other = Object.keys(data).find(key => key !== 'answers' && key !== 'template');
	if (other !== undefined) {
		return failure({
			code: 'answers.unknown-key',
			summary: `${path} has the key "${other}", which means nothing here.`,
			next: 'An answers file has the keys template and answers; put ids below answers.',
			exit: 2,
			...at(other),
		});
	}
	// A key with nothing behind it is an empty text.
	if (!isMap(answers) && answers !== '') return failure({...malformed(path), ...at('answers')});
	if (template !== undefined && typeof template !== 'string') {
		return failure({
			code: 'answers.template',
			summary: `${path}: template takes the name of one template.`,
			next: 'Write, for example: template: architecture-spec',
			exit: 2,
			...at('template'),
		});
	}
	const prefix = `answers${pathSeparator}`;
	const below = new Map(
		[...places].flatMap(([key, place]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), place] as const] : [])),
	);
	return success({
		...(template === undefined || template === '' ? {} : {template}),
		data: isMap(answers) ? answers : {},
		set: {},
		places: below,
	});
}

function isMap(data: Plain): data is Readonly<Record<string, Plain>> {
	return typeof data === 'object' && !Array.isArray(data);
}

const shown = 'See: specwright answers FILE, which prints one.';

function malformed(path: string): Problem {
	return {
		code: 'answers.shape',
		summary: `${path} is not an answers file: it must have the key "answers" with a map of ids to answers.`,
		next: shown,
		exit: 2,
	};
}

function textOf(file: string): Result<string> {
	const read = readDocument(file, {limit});
	if (read.ok) return success(read.value.text);
	const {code} = read.problem;
	const isOther = code === 'file.binary' || code === 'file.not-a-file';
	return failure({...read.problem, ...(isOther && {next: 'Name an answers file, in YAML or JSON.'})});
}

async function stdinText(context: Context): Promise<Result<string>> {
	if (context.stdinIsTerminal) {
		return failure({
			code: 'usage.stdin',
			summary: '--answers - reads stdin, but stdin is the terminal.',
			next: 'Pipe the answers in, or name a file.',
			exit: 2,
		});
	}
	const bytes = await context.readStdin(limit);
	if (bytes === undefined)
		return failure({code: 'file.too-large', summary: 'The answers on stdin have more than 4 MiB.', exit: 6});
	try {
		return success(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes));
	} catch {
		return failure({
			code: 'file.not-utf-8',
			summary: 'The answers on stdin are not valid UTF-8.',
			next: 'Save them as UTF-8.',
			exit: 2,
		});
	}
}

export type AnswersFor = {
	readonly answers: Answers;
	/** Fields of which it was said that they have no answer. */
	readonly cleared: ReadonlySet<string>;
	/** The form with as many instances as the answers ask for. */
	readonly form: Form;
};

/** The given answers for a form. Every fault is told, in the order of the file; the first one's exit code is the command's. */
export function answersFor(form: Form, given: GivenAnswers, context: Context): Result<AnswersFor> {
	const read = readAnswers(form, given.data, given.places, given.set);
	if (read.ok) return success({answers: read.value, cleared: read.cleared, form: read.form});
	return tellAllBut(read.problems, context) ?? failure(read.problem);
}
