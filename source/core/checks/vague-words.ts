/**
 * Words that leave to a reader what is meant, by language. Only those that hardly ever are exact: "usually" and "several" are
 * good words in a document, and a list that has them speaks on nearly every page.
 */
const byLanguage: readonly string[] = [
	'as appropriate|as needed|as required by circumstances|if possible|if necessary|if feasible|where possible|where feasible|when possible|to the extent possible|user[- ]friendly|easy to use|in a timely manner|as soon as possible|as fast as possible|hopefully|somehow|state of the art|and so on',
	'nach bedarf|bei bedarf|wenn möglich|falls möglich|sofern möglich|falls nötig|benutzerfreundlich|zeitnah|so (?:bald|schnell) wie möglich|hoffentlich|irgendwie|und so weiter',
	'si possible|si nécessaire|au besoin|dès que possible|le plus (?:vite|rapidement) possible|convivial|et ainsi de suite',
	'si es posible|si es necesario|según sea necesario|lo antes posible|fácil de usar|y así sucesivamente',
	'se possível|se necessário|conforme necessário|o mais rápido possível|fácil de usar|e assim por diante',
];

/** Vague words in a text, whole ones. */
export const vagueWords = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${byLanguage.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
