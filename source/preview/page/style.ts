/** How a page looks: light and dark as the reader's system has it, and in black on white on paper. */

import {svgColors} from '../diagram/svg-file.ts';

const look = `:root{color-scheme:light dark;--ground:#fff;--ink:#1f2328;--soft:#57606a;--line:#d0d7de;--shade:#f6f8fa;--link:#0757ba}
@media (prefers-color-scheme:dark){:root{--ground:#16181d;--ink:#e6e8eb;--soft:#a9b0b8;--line:#3a414a;--shade:#1f2329;--link:#7db7ff}}
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0}
main{max-width:50rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .6em;scroll-margin-top:1rem}
h1{font-size:2rem;margin-top:0}
h2{font-size:1.45rem;padding-bottom:.25em;border-bottom:1px solid var(--line)}
h3{font-size:1.2rem}
h4,h5,h6{font-size:1rem}
h6{color:var(--soft)}
p,ul,ol,blockquote,pre,figure,.table{margin:0 0 1em}
ul,ol{padding-left:1.6em}
li>ul,li>ol{margin:.25em 0}
li.task{list-style:none}
li.task>input,li.task>p>input{margin:0 .4em 0 -1.4em}
a{color:var(--link);text-underline-offset:.15em}
blockquote{padding:.1em 1em;border-left:.25em solid var(--line);color:var(--soft)}
blockquote>:last-child,li>:last-child{margin-bottom:0}
hr{border:0;border-top:1px solid var(--line);margin:2em 0}
img{max-width:100%;height:auto}
code,pre,kbd,samp{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
code,kbd{background:var(--shade);padding:.1em .35em;border-radius:.25em}
pre{background:var(--shade);border:1px solid var(--line);border-radius:.4em;padding:.8em 1em;overflow-x:auto;line-height:1.45}
pre code{background:none;padding:0;font-size:1em}
.table{overflow-x:auto}
table{border-collapse:collapse;font-size:.95em}
th,td{border:1px solid var(--line);padding:.4em .7em;text-align:left;vertical-align:top}
th{background:var(--shade)}
.whole{white-space:nowrap}
.center{text-align:center}
.right{text-align:right}
figcaption{color:var(--soft);font-size:.875em}
`;

const paper = `@media print{
:root{color-scheme:light;--ground:#fff;--ink:#000;--soft:#333;--line:#999;--shade:#fff;--link:#000}
html{font-size:10.5pt}
main{max-width:none;padding:0}
h1,h2,h3,h4,h5,h6{break-after:avoid}
pre,figure,tr,blockquote{break-inside:avoid}
pre{white-space:pre-wrap}
thead{display:table-header-group}
a[href^="http"]:not(.bare)::after{content:" (" attr(href) ")";font-size:.85em;color:var(--soft)}
}
`;

const diagrams = `.diagram{overflow-x:auto;${svgColors('light')}}
.diagram svg{display:block;max-width:100%;height:auto;margin:0 auto}
@media (prefers-color-scheme:dark){.diagram{${svgColors('dark')}}}
@media print{.diagram{${svgColors('light')}}}
`;

/** The page's style sheet; that of diagrams only where there are some. */
export function style(hasDiagrams: boolean): string {
	return look + (hasDiagrams ? diagrams : '') + paper;
}
