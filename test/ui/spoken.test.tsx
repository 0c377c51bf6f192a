import {render} from 'ink';
import {test} from 'vitest';
import {bindings} from '../../source/keymap/index.ts';
import {themes} from '../../source/theme/index.ts';
import {createLook} from '../../source/ui/drawing/look.ts';
import {Start} from '../../source/ui/screens/Start.tsx';
import {fakeTerminal, keys} from './terminal.ts';

const templates = ['Alpha', 'Beta'].map(title => ({
	name: title.toLowerCase(),
	title,
	origin: 'bundled',
	sections: 1,
	fields: 2,
	outline: [],
}));

test('a screen reader hears on the first screens which of how many is in hand', async () => {
	const terminal = fakeTerminal(80, 24);
	const drafts = [{id: 'd1', title: 'Signer', template: 'spec', answered: 14, total: 24, when: '1 h ago'}];
	const app = render(
		<Start
			data={{drafts, documents: [], templates}}
			look={createLook({theme: themes.mono})}
			table={bindings}
			onChoice={() => {}}
		/>,
		{
			stdin: terminal.stdin,
			stdout: terminal.stdout,
			interactive: true,
			exitOnCtrlC: false,
			isScreenReaderEnabled: true,
			patchConsole: false,
		},
	);
	await terminal.until(text => /1 of 2: Resume +Signer, spec, 14\/24, 1 h ago/.test(text));
	terminal.type(keys.down);
	await terminal.until(text => /2 of 2: New +from a template/.test(text));
	terminal.type(keys.enter);
	await terminal.until(text => text.includes('1 of 2: Alpha'));
	terminal.type(keys.down);
	await terminal.until(text => text.includes('2 of 2: Beta'));
	app.unmount();
	await app.waitUntilExit();
});
