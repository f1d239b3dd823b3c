/**
 * The page's style. Colours: text has a contrast of 7 and more, columns and lines of 3 and more with what is behind them
 * (WCAG 2.2, 1.4.6 and 1.4.11; `test/report/page.test.ts` counts), and no two that mean different things differ by hue alone.
 */
export const STYLE = `
:root{--page:#f6f7f8;--card:#fff;--text:#1b2126;--quiet:#4a545c;--line:#d9dee2;--strong:#1f5a8c;--soft:#7f94a6;--other:#c2691c;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root:not(.paper){--page:#12161a;--card:#1b2126;--text:#eceff1;--quiet:#b4bec6;--line:#353f47;--strong:#7db8ea;--soft:#64788a;--other:#e8a05c}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;-webkit-text-size-adjust:100%}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.75rem;line-height:1.2;margin:0}
h2{font-size:1.05rem;line-height:1.3;margin:0}
p{margin:0}
header{margin-bottom:1.25rem}
header p,.card p,.note,footer{color:var(--quiet)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;margin-bottom:.75rem}
.tile,.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem}
.tile{padding:.8rem 1rem}
.tile h2{font-size:.9rem;font-weight:500;color:var(--quiet)}
.value{font-size:1.9rem;line-height:1.25;font-weight:650;font-variant-numeric:tabular-nums;white-space:nowrap}
.note{font-size:.82rem;line-height:1.35}
.flow{columns:20rem 3;column-gap:.75rem;padding-bottom:.75rem}
.flow .card{break-inside:avoid}
.card{margin:0 0 .75rem;padding:1rem;min-width:0}
.card p{font-size:.92rem;margin-top:.15rem;overflow-wrap:anywhere}
.way svg{display:block;width:100%;height:1rem;margin:.7rem 0 .4rem;border-radius:.3rem}
.all{fill:var(--line)}.done{fill:var(--strong)}.mark{fill:var(--text)}
.way ul{list-style:none;margin:.6rem 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.2rem 1rem;font-size:.88rem;color:var(--quiet)}
.way b{color:var(--text);font-variant-numeric:tabular-nums}
.chart{position:relative;height:15rem;margin-top:.8rem}
.flow .columns{height:11rem}
details{margin-top:.6rem;font-size:.88rem}
summary{cursor:pointer;color:var(--quiet);padding:.2rem 0}
:focus-visible{outline:2px solid var(--strong);outline-offset:2px}
.scroll{overflow:auto;max-height:20rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:.2rem .6rem .2rem 0;text-align:right;border-bottom:1px solid var(--line);font-weight:400}
th:first-child{text-align:left;overflow-wrap:anywhere}
thead th{color:var(--quiet)}
footer{margin-top:1.5rem;font-size:.82rem}
@media print{
@page{margin:14mm}
body{background:#fff}
main{max-width:none;padding:0}
.flow{columns:2}
.card,.tile{break-inside:avoid}
details{display:none}
}
`.trim();
