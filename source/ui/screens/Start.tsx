/** Home and the template picker: what to go on with, what to begin. */

import {useState} from 'react';
import {FilterPicker} from './FilterPicker.tsx';
import {Home} from './Home.tsx';
import type {StartChoice, StartData} from './start-frame.ts';
import type {Surroundings} from './useStart.ts';

export type StartProps = Surroundings & {
	readonly data: StartData;
	/** Begin with the list of templates rather than with home. */
	readonly templatesFirst?: boolean;
	readonly onChoice: (choice: StartChoice) => void;
};

/**
 * Home, and from there the picker; where there is nothing to go on with, the picker at once. What is found later does not
 * change the screen under the author's hands: the picker tells of it, and its way back leads there.
 */
export function Start({data, look, table, templatesFirst, onChoice}: StartProps) {
	const nearby = data.drafts.length + data.documents.length;
	const found = data.found?.length ?? 0;
	const [view, setView] = useState<'home' | 'templates'>(nearby > 0 && !templatesFirst ? 'home' : 'templates');
	if (view === 'home') {
		const onTemplates = () => {
			setView('templates');
		};
		return <Home {...{data, look, table, onChoice, onTemplates}} />;
	}

	const toHome = () => {
		setView('home');
	};
	const onBack = nearby + found > 0 && !templatesFirst ? toHome : undefined;
	return (
		<FilterPicker templates={data.templates} {...{look, table, onChoice, onBack}} found={nearby > 0 ? 0 : found} />
	);
}
