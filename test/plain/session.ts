/** A session of the prompts mode without a terminal: answers come from a list, effects are carried out in memory. */

import {createStore} from '../../source/commands/wizard/store.ts';
import {readForm} from '../../source/core/form/index.ts';
import {start, type Action, type Effect, type WizardState} from '../../source/core/wizard/index.ts';
import {lineAsk, runPlain, type PlainResult} from '../../source/plain/index.ts';

export const now = '2026-11-22T10:42:00+01:00';

export type Played = PlainResult & {
	readonly state: WizardState;
	/** Everything that was shown, prompts included. */
	readonly shown: string;
	/** What was written, by path. */
	readonly files: ReadonlyMap<string, string>;
	readonly messages: readonly string[];
	/** Branches that commits were to begin. */
	readonly branches: readonly string[];
	/** How often the draft was to be saved. */
	readonly saves: number;
	/** Answers that nobody asked for. */
	readonly rest: readonly string[];
};

export type Stage = {
	/** What is known of the author and the place. */
	readonly known?: Partial<WizardState['context']>;
	readonly template: string;
	readonly files?: Readonly<Record<string, string>>;
	readonly branch?: string;
	/** True where no save of the draft works; a number where that many do not. */
	readonly failing?: boolean | number;
	readonly edited?: string;
};

/** Plays the answers against a template and tells how it ended. */
export async function play(stage: Stage, answers: readonly string[]): Promise<Played> {
	const files = new Map(Object.entries(stage.files ?? {}));
	const messages: string[] = [];
	const branches: string[] = [];
	const shown: string[] = [];
	const rest = [...answers];
	let saves = 0;
	const begun = start({
		form: readForm(stage.template),
		template: {name: 'small', hash: '0123456789ab', origin: 'file'},
		context: {today: '2026-11-22', marker: false, begun: true, ...stage.known},
		size: {columns: 80, rows: 24},
		savedAt: now,
	});
	if (!begun.ok) throw new Error(begun.problem.summary);
	const initial = begun.value;
	// Effects come back a turn later, as they do from a disk.
	let pending: Promise<void> = Promise.resolve();
	const store = createStore(initial, (effect, held) => {
		pending = pending.then(() => perform(effect, action => held.dispatch(action)));
	});
	const perform = (effect: Effect, dispatch: (action: Action) => void): void => {
		switch (effect.type) {
			case 'draft.save':
				return ++saves && (stage.failing === true || saves <= Number(stage.failing ?? 0))
					? dispatch({type: 'draft.failed', problem: {code: 'draft.full', summary: 'The disk is full.', exit: 3}})
					: dispatch({type: 'draft.saved', revision: store.getState().revision, at: now});
			case 'target.propose':
				return dispatch({type: 'target.proposed', name: effect.name, path: effect.name});
			case 'target.look': {
				const text = files.get(effect.path);
				return dispatch({
					type: 'target.looked-at',
					path: effect.path,
					...(text === undefined ? {} : {existing: {text, version: '1'}}),
					...(stage.branch === undefined
						? {}
						: {repository: {branch: stage.branch, path: effect.path, folder: '~/project'}}),
				});
			}
			case 'document.write':
				files.set(effect.path, effect.text);
				if (effect.message !== undefined) messages.push(effect.message);
				if (effect.branch !== undefined) branches.push(effect.branch);
				return dispatch({type: 'document.written', path: effect.path});
			case 'editor.open':
				return dispatch({type: 'editor.closed', text: stage.edited ?? effect.text, now});
			default:
				return undefined;
		}
	};
	const ask = lineAsk(
		async () => {
			const answer = rest.shift();
			shown.push(answer === undefined ? '<end>' : answer);
			return answer;
		},
		prompt => shown.push(prompt),
		line => shown.push(line),
	);
	const result = await runPlain({
		store,
		ask,
		say: line => shown.push(line),
		now: () => now,
		async settled() {
			for (let before: unknown; before !== pending;) {
				before = pending;
				await pending;
			}
		},
		difference: (before, after) => [`- ${before.length}`, `+ ${after.length}`],
	});
	return {...result, state: store.getState(), shown: shown.join('\n'), files, messages, branches, saves, rest};
}
