/** Writing the document: where, over what, committed or not. Each step is a question that Esc takes back. */

import {createBuffer, textOf} from '../text/index.ts';
import {branchInTheWay, isBranchName} from './branch-name.ts';
import {settledText} from './conflict.ts';
import {focusOn, leave} from './focus.ts';
import {over} from './layers.ts';
import {hasNoSubject, isOwnMessage, messageBuffer} from './message.ts';
import {proposeFileName, proposeMessage} from './proposals.ts';
import {leftOpen} from './completed.ts';
import {isChanged, title} from './select.ts';
import type {Action, Effect} from './actions.ts';
import type {Overlay, WizardState} from './types.ts';
import {leftOutByFinishing, refused, writtenText} from './written.ts';

type WriteOverlay = Extract<Overlay, {type: 'write'}>;
type Step = readonly [WizardState, readonly Effect[]];

/** Asks where to write, with a path proposed: where the document is already, else a name of its own that is free. */
export function beginWriting(state: WizardState): Step {
	const left = leave(state);
	const name = proposeFileName(title(left), left.template.name);
	const asking = over(left, {
		type: 'write',
		step: 'path',
		path: createBuffer(left.target ?? name, {multiline: false}),
		message: messageBuffer(''),
		branch: createBuffer('', {multiline: false}),
		commit: false,
		finish: false,
	});
	const propose: readonly Effect[] = left.target === undefined ? [{type: 'target.propose', name}] : [];
	return [asking, [{type: 'draft.save', urgent: true}, ...propose]];
}

/** A free path for the proposed name came back; it stands there unless the author has typed meanwhile. */
export function proposed(state: WizardState, {name, path}: Extract<Action, {type: 'target.proposed'}>): WizardState {
	const {overlay} = state;
	if (overlay?.type !== 'write' || overlay.step !== 'path' || textOf(overlay.path) !== name) return state;
	return {...state, overlay: {...overlay, path: createBuffer(path, {multiline: false})}};
}

/** The path is settled: answers that can't be written are told first. */
export function confirmPath(state: WizardState, overlay: WriteOverlay): Step {
	const path = textOf(overlay.path).trim();
	if (path === '') {
		const problem = {
			code: 'write.no-path',
			summary: 'A file needs a name.',
			next: 'Type one, such as spec.md.',
			exit: 2,
		} as const;
		return [{...state, overlay: {...overlay, problem}}, []];
	}

	const {problem: _, ...rest} = overlay;
	const asked: WriteOverlay = {...rest, finish: false};
	return refused(state, false).length > 0
		? [{...state, overlay: {...asked, step: 'refused'}}, []]
		: askToFinish(state, asked);
}

/** Finishing is asked where it would do something, else what stands at the path is looked at. */
function askToFinish(state: WizardState, overlay: WriteOverlay): Step {
	const isComplete = leftOpen(state).length === 0 && refused(state, false).length === 0;
	if (isComplete && leftOutByFinishing(state).length > 0)
		return [{...state, overlay: {...overlay, step: 'finish'}}, []];
	// A document in which nothing was changed is not tidied up either.
	return finishing(state, overlay, isComplete && isChanged(state));
}

/** Whether to finish is settled: an answer that only the finished document has no place for is told too. */
function finishing(state: WizardState, overlay: WriteOverlay, finish: boolean): Step {
	const settled: WriteOverlay = {...overlay, finish};
	return finish && refused(state, true).length > refused(state, false).length
		? [{...state, overlay: {...settled, step: 'refused'}}, []]
		: lookAtTarget(state, settled);
}

function lookAtTarget(state: WizardState, overlay: WriteOverlay): Step {
	return [{...state, overlay}, [{type: 'target.look', path: textOf(overlay.path).trim()}]];
}

/** The answer to a yes-or-no step. */
export function decide(state: WizardState, overlay: WriteOverlay, yes: boolean): Step {
	switch (overlay.step) {
		case 'refused': {
			const [first] = refused(state, overlay.finish);
			if (!yes || !first) return overlay.finish ? lookAtTarget(state, overlay) : askToFinish(state, overlay);
			const {overlay: _, ...rest} = state;
			return [focusOn(rest, first.field), []];
		}

		case 'finish': {
			return finishing(state, overlay, yes);
		}

		case 'overwrite': {
			const {problem: _, ...rest} = overlay;
			if (!yes)
				return [{...state, overlay: {...rest, step: rest.both === undefined ? 'path' : 'conflict', scroll: 0}}, []];
			return askToCommit(state, rest);
		}

		case 'commit': {
			// Where git would refuse, the question is whether to write the file alone.
			if (overlay.repository?.problem)
				return yes ? writeAlone(state, overlay) : [{...state, overlay: {...overlay, step: 'path'}}, []];
			if (!yes) return writeAlone(state, overlay);
			// Who went back to choose another name has not to say it all again.
			const message = isOwnMessage(overlay.message) ? overlay.message : messageBuffer(proposal(state, overlay));
			return [{...state, overlay: {...overlay, commit: true, step: 'message', message}}, []];
		}

		default: {
			return [state, []];
		}
	}
}

/** The words of the commit, from what git knows of the file; where it could not say, from whether there is one. */
function proposal(state: WizardState, {path, existing, repository}: WriteOverlay): string {
	const facts = repository?.facts ?? {isNew: existing === undefined, file: textOf(path).trim()};
	return proposeMessage({title: title(state), ...facts});
}

/** What stands at the path came back. */
export function lookedAt(state: WizardState, action: Extract<Action, {type: 'target.looked-at'}>): Step {
	const {overlay} = state;
	if (overlay?.type !== 'write' || textOf(overlay.path).trim() !== action.path) return [state, []];
	if (action.problem) return [{...state, overlay: {...overlay, step: 'path', problem: action.problem}}, []];
	const {existing: _, repository: __, both: ___, ...rest} = overlay;
	const known: WriteOverlay = {
		...rest,
		...(action.existing ? {existing: action.existing} : {}),
		...(action.repository ? {repository: action.repository} : {}),
	};
	const isSame = action.existing?.text === writtenText(state, known.finish);
	if (action.existing && !isSame) {
		return [{...state, overlay: {...known, step: action.isChanged && state.opened ? 'conflict' : 'overwrite'}}, []];
	}

	return askToCommit(state, known);
}

/** The file was read to see what would change in it; where it is being written meanwhile, that says it. */
export function compared(
	state: WizardState,
	{path, existing, problem}: Extract<Action, {type: 'target.compared'}>,
): WizardState {
	if (path !== state.target || state.overlay?.type === 'write') return state;
	if (existing !== undefined) return over(state, {type: 'difference', scroll: 0, existing});
	const text = problem?.summary ?? `There is no file ${path} yet.`;
	return {...state, notice: {tone: problem ? 'error' : 'info', text}};
}

/** Problems that are none: outside a repository, or without git, nobody expects a commit. */
const unasked = new Set(['git.not-a-repository', 'git.missing']);

function askToCommit(state: WizardState, overlay: WriteOverlay): Step {
	if (!overlay.repository || unasked.has(overlay.repository.problem?.code ?? '')) return writeAlone(state, overlay);
	return [{...state, overlay: {...overlay, step: 'commit'}}, []];
}

/** The wish to write without a commit; where the opened document is as it was there is nothing to write. */
function writeAlone(state: WizardState, overlay: WriteOverlay): Step {
	if (isChanged(state) || overlay.existing?.text !== writtenText(state, overlay.finish)) return write(state, overlay);
	const {overlay: _, ...rest} = state;
	const text = `Nothing changed: ${textOf(overlay.path).trim()} is as it was opened, and was not written.`;
	return [{...rest, notice: {tone: 'info', text}}, []];
}

/** The other of the commit's two texts: from the message to the branch, and back once its name can be one. */
export function toBranch(state: WizardState, overlay: WriteOverlay): Step {
	const {problem: _, ...rest} = overlay;
	if (overlay.step === 'message') return [{...state, overlay: {...rest, step: 'branch'}}, []];
	const name = textOf(overlay.branch).trim();
	const {branch, branches = []} = overlay.repository ?? {};
	// The one in hand may be named: the commit goes there anyway.
	if (name === '' || name === branch) return [{...state, overlay: {...rest, step: 'message'}}, []];
	const why = isBranchName(name) ? branchInTheWay(name, branches) : "can't be a branch's name";
	if (why === undefined) return [{...state, overlay: {...rest, step: 'message'}}, []];
	const problem = {
		code: 'write.branch',
		summary: `${JSON.stringify(name)} ${why}.`,
		next: isBranchName(name)
			? 'A new one is made for the document; choose another name.'
			: 'Choose another without spaces and signs, such as docs/orders.',
		exit: 2,
	} as const;
	return [{...state, overlay: {...overlay, problem}}, []];
}

/** The wish to write, and to commit where the author said so. */
export function write(state: WizardState, overlay: WriteOverlay): Step {
	const path = textOf(overlay.path).trim();
	const message = textOf(overlay.message);
	const branch = textOf(overlay.branch).trim();
	if (overlay.commit && hasNoSubject(overlay.message)) {
		const problem = {
			code: 'write.no-message',
			summary: 'A commit needs a message.',
			next: 'Type what changed in its first line.',
			exit: 2,
		} as const;
		return [{...state, overlay: {...overlay, problem}}, []];
	}

	const effect: Effect = {
		type: 'document.write',
		path,
		text: settledText(state, overlay),
		...(overlay.existing ? {replaces: overlay.existing.version} : {}),
		...(overlay.commit ? {message} : {}),
		...(overlay.commit && branch !== '' && branch !== overlay.repository?.branch ? {branch} : {}),
		...(refused(state, overlay.finish).length > 0 ? {keepsDraft: true} : {}),
	};
	return [
		{...state, target: path, revision: state.revision + 1, overlay: {...overlay, step: 'working'}},
		[{type: 'draft.save', urgent: true}, effect],
	];
}

/** The file is written: the wizard is over, also where git refused. */
export function written(state: WizardState, action: Extract<Action, {type: 'document.written'}>): Step {
	const {overlay, ...rest} = state;
	const problems = refused(state, overlay?.type === 'write' && overlay.finish).map(({problem}) => problem);
	const outcome = {
		type: 'written',
		path: action.path,
		...(action.commit ? {commit: action.commit} : {}),
		...(action.problem ? {problem: action.problem} : {}),
		...(problems.length > 0 ? {refused: problems} : {}),
	} as const;
	return [{...rest, outcome}, [{type: 'exit', status: 'written'}]];
}
