/** What the author can do by name: the palette lists these, and the keymap's help takes its words from here. */

import type {Command} from './actions.ts';

/** Commands that stand on their own, with their titles. Movements inside a list have no title: they mean nothing alone. */
export const commandTitles: Readonly<Partial<Record<Command, string>>> = {
	'field.next': 'Next field',
	'field.previous': 'Previous field',
	'gap.next': 'Next gap',
	'section.next': 'Next section',
	'section.previous': 'Previous section',
	'field.not-applicable': 'Mark as not applicable',
	'section.not-applicable': 'Mark the section as not applicable',
	'section.leave-out': 'Leave the section out',
	'field.use-default': 'Take what is offered',
	'field.complete': 'Take the suggested name',
	'field.keep': 'Keep what the template says',
	'field.defer': 'Put off until later',
	'field.reset': 'Take the answer back',
	'field.undo': 'Undo',
	'field.redo': 'Redo',
	'field.editor': 'Open in your editor',
	'instance.add': 'Add another block',
	'instance.duplicate': 'Duplicate this block',
	'instance.remove': 'Remove this block',
	'instance.up': 'Move this block up',
	'instance.down': 'Move this block down',
	'view.outline': 'Outline',
	'view.preview': 'Preview',
	'view.review': 'Review what is missing',
	'view.palette': 'Command palette',
	'view.help': 'Keys and help',
	'view.about': 'All about this field: guidance, example, findings',
	'view.difference': 'What would change in the file',
	'view.redraw': 'Draw the screen again',
	'document.write': 'Write the document',
	'wizard.suspend': 'Suspend',
	'wizard.quit': 'Quit (the draft is kept)',
};
