/** What a theme is: meanings, and how each looks. Colour is never the only sign; every state has a glyph and a word. */

/** The terminal's own 16 colours, so that every palette a person has chosen keeps working. */
export type Color =
	| 'black'
	| 'red'
	| 'green'
	| 'yellow'
	| 'blue'
	| 'magenta'
	| 'cyan'
	| 'white'
	| 'gray'
	| 'bright-red'
	| 'bright-green'
	| 'bright-yellow'
	| 'bright-blue'
	| 'bright-magenta'
	| 'bright-cyan'
	| 'bright-white';

export type Style = {
	readonly color?: Color;
	readonly bold?: boolean;
	readonly dim?: boolean;
	readonly italic?: boolean;
	readonly underline?: boolean;
	readonly strike?: boolean;
	readonly inverse?: boolean;
};

/** What a piece of text means. The second half is for the preview. */
export type Token =
	| 'accent'
	| 'dim'
	| 'good'
	| 'warn'
	| 'bad'
	| 'label'
	| 'value'
	| 'placeholder'
	| 'example'
	| 'strong'
	| 'meter'
	| 'border'
	| 'key'
	| 'selection'
	| 'title'
	| 'heading'
	| 'emphasis'
	| 'deleted'
	| 'code'
	| 'link'
	| 'url'
	| 'quote';

export type Glyph =
	| 'done'
	| 'part'
	| 'empty'
	| 'later'
	| 'finding'
	| 'notApplicable'
	| 'cross'
	| 'full'
	| 'light'
	| 'rule'
	| 'crossing'
	| 'vertical'
	| 'bar'
	| 'mark'
	| 'pointer'
	| 'ellipsis'
	| 'dot'
	| 'bullet'
	| 'radioOn'
	| 'radioOff'
	| 'boxOn'
	| 'boxOff'
	| 'cursor'
	| 'selectedFrom'
	| 'selectedTo'
	| 'topLeft'
	| 'topRight'
	| 'bottomLeft'
	| 'bottomRight'
	| 'teeDown'
	| 'teeUp'
	| 'teeRight'
	| 'teeLeft';

export type Glyphs = Readonly<Record<Glyph, string>>;

export type ThemeName = 'default' | 'high-contrast' | 'mono';

export type Theme = {
	readonly name: ThemeName;
	readonly styles: Readonly<Record<Token, Style>>;
	readonly glyphs: Glyphs;
	/** True where the glyphs are ASCII; keys are then spelled out too. */
	readonly ascii: boolean;
};
