/** Which scopes are live in a state, the innermost first. */

import type {Field, WizardState} from '../core/wizard/index.ts';
import type {Scope} from './types.ts';

/** What selectors know of a state and the scopes depend on. */
export type Facts = {
	/** The field in hand. */
	readonly field: Field;
	/** Whether it stands in a block that the author may have several of. */
	readonly isInBlock: boolean;
	/** Whether something is offered there. */
	readonly hasOffer: boolean;
	/** Whether names are suggested there, and whether the author went to one of them. */
	readonly suggests?: 'any' | 'chosen';
	/** What Enter takes in the list that lies over the form: a command, a place to go to, or nothing. */
	readonly underCursor?: 'command' | 'place';
	/** Whether a document that was changed on disk can be brought together with what was answered here. */
	readonly isMergeable?: boolean;
	/** Where the window shows a notice in place of the form: `small` has room for ways out of it, `tiny` has not. */
	readonly window?: 'small' | 'tiny';
};

/** The live scopes. */
export function liveScopes(state: WizardState, facts: Facts): readonly Scope[] {
	const unsaved: readonly Scope[] = state.saved.state === 'unsaved' ? ['unsaved'] : [];
	if (facts.window) return [...scopesWithoutRoom(state, facts.window), ...unsaved, 'wizard'];
	const inner = state.overlay
		? overlayScopes(state.overlay, facts)
		: [...fieldScopes(state, facts), ...placeScopes(state, facts)];
	return [...inner, ...unsaved, 'wizard'];
}

/** Nothing is typed, moved or agreed to that the author can't see; only the question whether to quit is told there. */
function scopesWithoutRoom({overlay}: WizardState, window: 'small' | 'tiny'): readonly Scope[] {
	if (overlay?.type === 'quit') return ['confirm'];
	return window === 'small' ? ['no-room'] : [];
}

/** True where something is asked: whatever else works there, only its own keys and the way out are of use. */
export function isQuestion({overlay}: WizardState): boolean {
	return overlay?.type === 'write' || overlay?.type === 'not-applicable' || overlay?.type === 'quit';
}

/** The live scopes of the help itself, while its rows are searched or not; before the form it is the same help. */
export function helpScopes(isSearched: boolean): readonly Scope[] {
	return isSearched ? ['narrowed', 'list', 'text'] : ['keys', 'reading', 'pages'];
}

function overlayScopes(
	overlay: NonNullable<WizardState['overlay']>,
	{underCursor, isMergeable}: Facts,
): readonly Scope[] {
	const taken: readonly Scope[] = underCursor === 'command' ? ['deed'] : underCursor === 'place' ? ['goal'] : [];
	switch (overlay.type) {
		case 'outline': {
			return overlay.filter ? [...taken, 'narrowed', 'list', 'text'] : [...taken, 'list', 'outline', 'browse'];
		}

		case 'palette': {
			return [...taken, 'list', 'text'];
		}

		case 'review': {
			return [...taken, 'list', 'review', 'browse'];
		}

		case 'readings': {
			return [...taken, 'list', 'numbered', 'browse'];
		}

		case 'preview':
		case 'about':
		case 'difference': {
			return ['reading', 'pages'];
		}

		case 'help': {
			return helpScopes(overlay.filter !== undefined);
		}

		case 'not-applicable': {
			return ['prompt', 'text'];
		}

		case 'write': {
			switch (overlay.step) {
				case 'message': {
					const isSubject = overlay.message.cursor.line === 0;
					return [isSubject ? 'subject' : 'body', 'commit', 'prompt', 'text'];
				}

				case 'path':
				case 'branch': {
					return ['prompt', 'text'];
				}

				case 'conflict': {
					return [...(isMergeable ? (['mergeable'] as const) : []), 'conflict', 'reading'];
				}

				case 'overwrite': {
					return ['confirm', 'reading'];
				}

				case 'working': {
					return [];
				}

				default: {
					return ['confirm'];
				}
			}
		}

		case 'quit': {
			return ['confirm'];
		}
	}
}

function fieldScopes({input}: WizardState, {field, hasOffer, suggests}: Facts): readonly Scope[] {
	switch (input.type) {
		case 'text': {
			const isEmpty = input.buffer.lines.length <= 1 && (input.buffer.lines[0] ?? '') === '';
			const offer: readonly Scope[] = hasOffer && isEmpty ? ['offer'] : [];
			const names = nameScopes(suggests, 'suggestions');
			const ordered: readonly Scope[] = field.kind === 'date' || field.kind === 'number' ? [field.kind] : [];
			const nested: readonly Scope[] = field.kind === 'list' || field.kind === 'code' ? ['nested'] : [];
			const byKind: Scope = input.buffer.multiline ? 'lines' : 'line';
			const brought: readonly Scope[] = field.boilerplate ? ['boilerplate'] : [];
			const list: readonly Scope[] = field.boilerplate && field.kind === 'list' ? ['brought-list'] : [];
			return [...list, ...brought, ...offer, ...names, ...ordered, ...nested, byKind, 'words', 'field', 'text'];
		}

		case 'choice': {
			if (input.typingOther) return ['other', 'choice', 'words', 'field', 'text'];
			return [field.multiple ? 'any-of' : 'one-of', 'choice', 'field'];
		}

		case 'checklist': {
			return input.editing ? ['items', 'checklist', 'words', 'field', 'text'] : ['ticks', 'checklist', 'field'];
		}

		case 'table': {
			const {columns, fixedRows} = field;
			const column = columns?.[input.column];
			const isOpen = column !== undefined && fixedRows?.[input.row]?.cells[column.id] === undefined;
			const offer: readonly Scope[] = hasOffer ? ['offer'] : [];
			const byKind = isOpen ? cellScopes(column) : [];
			const names = nameScopes(suggests, 'name-cell');
			return [
				...offer,
				...names,
				...byKind,
				...(fixedRows ? [] : (['rows'] as const)),
				'table',
				'words',
				'field',
				'text',
			];
		}
	}
}

function nameScopes(suggests: Facts['suggests'], scope: 'suggestions' | 'name-cell'): readonly Scope[] {
	return suggests ? [...(suggests === 'chosen' ? (['suggested'] as const) : []), scope] : [];
}

function cellScopes({kind, options = []}: NonNullable<Field['columns']>[number]): readonly Scope[] {
	if (options.length > 0) return ['option-cell'];
	return kind === 'date' ? ['date-cell'] : kind === 'number' ? ['number-cell'] : [];
}

/** The scopes of where the field in hand stands, whatever it takes. */
function placeScopes({form}: WizardState, {field, isInBlock}: Facts): readonly Scope[] {
	const brings = form.boilerplate.length > 0 || form.fields.some(({prefilled}) => prefilled);
	return [
		...(isInBlock ? (['block'] as const) : []),
		...(field.prefilled && !field.boilerplate ? (['prefilled'] as const) : []),
		...(brings ? (['bringing'] as const) : []),
	];
}
