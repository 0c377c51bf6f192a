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

/** Home, and from there the picker; where there is nothing to go on with, the picker at once. */
export function Start({data, look, table, templatesFirst, onChoice}: StartProps) {
	const hasHome = data.drafts.length + data.documents.length > 0 && !templatesFirst;
	const [view, setView] = useState<'home' | 'templates'>(hasHome ? 'home' : 'templates');
	if (view === 'home') {
		const onTemplates = () => {
			setView('templates');
		};
		return <Home {...{data, look, table, onChoice, onTemplates}} />;
	}

	const onBack = hasHome
		? () => {
				setView('home');
			}
		: undefined;
	return <FilterPicker templates={data.templates} {...{look, table, onChoice, onBack}} />;
}
