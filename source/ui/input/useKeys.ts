/** The one reader of the keyboard. Every `useInput` hears every key, so nothing else that is ours may listen. */

import {useFocusManager, useInput, usePaste} from 'ink';
import {useEffect} from 'react';
import type {Press} from './decode.ts';
import {decode} from './decode.ts';

/** Calls `onPress` for each press and `onPaste` for each paste. */
export function useKeys(handlers: {
	readonly onPress: (press: Press) => void;
	readonly onPaste: (text: string) => void;
}): void {
	const {disableFocus} = useFocusManager();
	useEffect(() => {
		// Ink's own focus ring would take Tab, Shift+Tab and Escape.
		disableFocus();
	}, [disableFocus]);
	useInput((input, key) => {
		for (const press of decode(input, key)) {
			handlers.onPress(press);
		}
	});
	usePaste(text => {
		handlers.onPaste(text);
	});
}
