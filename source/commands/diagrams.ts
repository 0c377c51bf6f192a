/** `diagrams`: the Mermaid blocks of documents: listed, checked, drawn. */

import {readDocument} from '../adapters/files/index.ts';
import {exitCodes, type ExitCode, type Problem} from '../core/problem.ts';
import {checkMermaid, diagramKind, diagramsIn, type DiagramBlock} from '../core/mermaid/index.ts';
import type {Command, Context} from './context.ts';
import {diagramSettings, type DiagramSettings} from './diagram-settings.ts';
import {drawAll, fileNames, keepDrawing, type Kept, type SeenDrawing} from './diagram-drawings.ts';
import {expandPaths} from './file-arguments.ts';
import {inTime} from './in-time.ts';

export type SeenDiagram = Omit<DiagramBlock, 'placeOf'> & {
	readonly path: string;
	readonly kind: string;
	/** False for kinds of which faults are not looked for. */
	readonly isChecked: boolean;
	readonly fault?: {readonly line: number; readonly column: number; readonly reason: string; readonly help: string};
};

/** Ends with 1 where a diagram has a fault, or was to be drawn and could not be; else with the first file's problem, or 0. */
export const diagrams: Command = async (invocation, context) => {
	const {output} = context;
	const settings = diagramSettings(invocation);
	if (!settings.ok) return refused(settings.problem, context);
	const paths = expandPaths(invocation.args);
	if (!paths.ok) return refused(paths.problem, context);
	const seen: SeenDiagram[] = [];
	let firstProblem: Problem | undefined;
	for (const path of paths.value) {
		const read = readDocument(path);
		const found = read.ok ? inTime(read.value.text, path, () => look(path, read.value.text)) : read;
		if (found.ok) {
			seen.push(...found.value);
		} else {
			output.problem(found.problem);
			firstProblem ??= found.problem;
		}
	}

	const {format} = settings.value;
	const code = format === undefined ? list(seen, settings.value, context) : await draw(seen, settings.value, context);
	// What could not be read may have some.
	if (seen.length === 0 && !firstProblem && !settings.value.isJson) output.say('There are no Mermaid diagrams.');
	return firstProblem?.exit ?? code;
};

async function draw(seen: readonly SeenDiagram[], settings: DiagramSettings, context: Context): Promise<ExitCode> {
	const {format, out, isJson} = settings;
	if (out === undefined && format === 'svg' && seen.length > 1 && !isJson)
		return refused(severalPictures(seen.length), context);
	return show(await drawAll(seen, settings, context), settings, context);
}

function refused(problem: Problem, {output}: Context): ExitCode {
	output.problem(problem);
	return problem.exit;
}

function look(path: string, text: string): readonly SeenDiagram[] {
	return diagramsIn(text).map(({placeOf, ...block}) => {
		const [fault] = checkMermaid(block.text);
		const {name, isKnown} = diagramKind(block.text);
		return {
			path,
			...block,
			kind: name,
			isChecked: isKnown,
			...(fault && {fault: {...placeOf(fault.range.from), reason: fault.reason, help: fault.help}}),
		};
	});
}

/** The diagrams, or with `--check` those with a fault. */
function list(seen: readonly SeenDiagram[], {isCheck, isJson}: DiagramSettings, {output}: Context): ExitCode {
	const faulty = seen.filter(({fault}) => fault !== undefined);
	const code = isCheck && faulty.length > 0 ? exitCodes.incomplete : exitCodes.done;
	if (isJson) {
		output.json(seen.map(diagramJson));
		return code;
	}
	for (const one of isCheck ? faulty : seen) reportDiagram(one, output);
	const unchecked = seen.filter(({isChecked}) => !isChecked);
	if (isCheck && seen.length > 0) output.say(summary(seen.length, faulty.length, unchecked));
	return code;
}

function reportDiagram({path, line, number, kind, isChecked, fault}: SeenDiagram, output: Context['output']): void {
	const place = fault ?? {line, column: 1};
	const what = kind === '' ? 'of no kind' : kind;
	output.report(
		`${path}:${place.line}:${place.column}  `,
		{text: fault ? 'error' : isChecked ? 'sound' : 'not checked', tone: fault ? 'bad' : isChecked ? 'good' : 'dim'},
		`  ${fault ? fault.reason : what}  `,
		{text: `diagram ${number}${fault ? `, ${what}` : ''}`, tone: 'dim'},
	);
	if (fault) output.report({text: `  ${fault.help}`, tone: 'dim'});
}

function summary(all: number, faulty: number, unchecked: readonly SeenDiagram[]): string {
	const count = `${all} ${all === 1 ? 'diagram' : 'diagrams'}, ${faulty === 0 ? 'no faults' : `${faulty} with a fault`}`;
	const kinds = [...new Set(unchecked.map(({kind}) => kind || 'no kind'))];
	const left = unchecked.length === 0 ? '' : `; ${unchecked.length} not checked (${kinds.join(', ')})`;
	return `${count}${left}.`;
}

/** The drawings on stdout, or in their files; those that there are not are told with the reason. */
function show(
	drawings: readonly SeenDrawing[],
	{isJson, out, format, mayReplace}: DiagramSettings,
	context: Context,
): ExitCode {
	const {output} = context;
	const names = fileNames(
		drawings.map(({diagram}) => diagram),
		context.cwd,
	);
	const kept: Kept[] = [];
	for (const [index, drawing] of drawings.entries()) {
		const one =
			out === undefined || drawing.text === undefined
				? {}
				: keepDrawing(out, `${names[index]!}.${format === 'svg' ? 'svg' : 'txt'}`, drawing.text, mayReplace);
		kept.push(one);
		if (one.problem) output.problem(one.problem);
		if (drawing.reason !== undefined) {
			output.say(`${drawing.diagram.path}:${drawing.diagram.line}: not drawn: ${drawing.reason}.`);
		}
		if (isJson || drawing.text === undefined) continue;
		if (out === undefined) print(drawing, drawings.length > 1, output);
		else if (one.file !== undefined && one.isNew) output.say({text: 'wrote ', tone: 'good'}, one.file);
	}

	if (isJson) output.json(drawings.map((drawing, index) => drawingJson(drawing, kept[index]!, out === undefined)));
	else tellSame(kept, output);
	const problem = kept.find(one => one.problem)?.problem;
	if (problem) return problem.exit;
	return drawings.every(({text}) => text !== undefined) ? exitCodes.done : exitCodes.incomplete;
}

function print({diagram: {path, line}, text}: SeenDrawing, isOneOfSeveral: boolean, output: Context['output']): void {
	if (isOneOfSeveral) output.report({text: `${path}:${line}`, tone: 'strong'});
	output.text(text!);
	if (isOneOfSeveral) output.report('');
}

function tellSame(kept: readonly Kept[], output: Context['output']): void {
	const same = kept.filter(({file, isNew}) => file !== undefined && !isNew).length;
	if (same > 0) output.say(`${same} ${same === 1 ? 'file is as it' : 'files are as they'} would be written already.`);
}

function diagramJson({path, number, line, kind, isChecked, fault, text}: SeenDiagram): unknown {
	return {path, number, line, kind, isChecked, fault, text};
}

function drawingJson({diagram, text, reason}: SeenDrawing, {file}: Kept, isPrinted: boolean): unknown {
	return {...(diagramJson(diagram) as object), drawing: isPrinted ? text : undefined, file, notDrawn: reason};
}

function severalPictures(count: number): Problem {
	return {
		code: 'usage.out',
		summary: `There are ${count} diagrams; as SVG each is a file of its own.`,
		next: 'Name a folder for them with --out DIR.',
		exit: exitCodes.usage,
	};
}
