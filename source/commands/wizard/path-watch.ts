/** Looking up the paths that a document names, at once or when the author pauses. */

import {resolve} from 'node:path';
import {linkPaths} from '../../core/checks/index.ts';
import {lookUp} from '../look-up.ts';
import type {Store} from './store.ts';

/** How long a pause in typing is before what was typed is looked up, in milliseconds. */
const pause = 400;

export type PathWatch = {
	/** Looks them up now and tells the store; a later look that still waits is given up. */
	now(): void;
	/** Looks them up when the author pauses. */
	soon(): void;
};

/** The watch over a store's document. `folder` is what its target is relative to, and where it stands until it has one. */
export function watchPaths(store: Store, folder: string, cwd: string): PathWatch {
	let timer: NodeJS.Timeout | undefined;
	const now = (): void => {
		clearTimeout(timer);
		const {form, answers, target = 'untitled.md'} = store.getState();
		const paths = lookUp(linkPaths(form, answers), resolve(folder, target), cwd);
		store.dispatch({type: 'paths.looked-up', paths});
	};

	return {
		now,
		soon() {
			clearTimeout(timer);
			timer = setTimeout(now, pause);
			timer.unref();
		},
	};
}
