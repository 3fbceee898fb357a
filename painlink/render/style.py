"""How an HTML page looks: light and dark, narrow and wide, and black on white on paper."""

CSS = """\
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1c1b1a; --quiet: #55524e; --rule: #8a8680; --link: #0b4f8a;
  --now: #a3140c; --today: #8a4b00; --soon: #1f5c3a; --tint: #f6f4f1; --mark: #c8321f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161514; --ink: #ecebe8; --quiet: #b9b5ae; --rule: #7d7973; --link: #8ec5ff;
    --now: #ff9d92; --today: #f3bd6e; --soon: #8fd3ac; --tint: #22201e; --mark: #ff7a66;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 Arial, Helvetica, sans-serif; }
body { margin: 0 auto; max-width: 44rem; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.4em 0 .4em; text-wrap: balance; }
h1 { font-size: 1.7rem; margin-top: .3em; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; }
p, ul, dl { margin: .4em 0; }
ul { padding-left: 1.3em; }
li { margin: .3em 0; }
dt { margin-top: .8em; font-weight: bold; }
dd { margin-left: 1.3em; }
a { color: var(--link); }
code { font-family: ui-monospace, monospace; font-size: .95em; }
.quiet, .imprint { color: var(--quiet); }
.notice { --edge: var(--soon); border-left: .4rem solid var(--edge); background: var(--tint);
  padding: .4rem 1rem; margin: 1rem 0; }
.notice.emergency { --edge: var(--now); }
.notice.urgent { --edge: var(--today); }
.notice > :first-child { color: var(--edge); margin-top: .3em; }
.references { font-size: .9rem; padding: 0; list-style: none; }
footer { border-top: 1px solid var(--rule); margin-top: 2rem; }
.disclaimer { font-weight: bold; }
figure { margin: 1.2rem 0; display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; }
figure > svg { flex: 1 1 14rem; max-width: 20rem; min-width: 0; }
.caption { flex: 1 1 14rem; min-width: 0; }
.caption ul { list-style: none; padding: 0; margin: 0; }
.caption p { font-weight: bold; margin: 0 0 .4em; }
.caption svg { width: 2.5rem; height: .625rem; }
svg { overflow: visible; }
svg text { font: 9px Arial, Helvetica, sans-serif; fill: var(--quiet); text-anchor: middle; }
.body { fill: var(--tint); stroke: var(--rule); stroke-width: 1; }
.detail { fill: none; stroke: var(--rule); stroke-width: .8; stroke-linecap: round; }
.asked { fill: var(--mark); fill-opacity: .35; stroke: var(--mark); stroke-width: 1.5; }
.other { fill: none; stroke: var(--quiet); stroke-width: .8; }
.line { fill: none; stroke: var(--ink); stroke-width: 1.6; stroke-linecap: round; }
.line.high { stroke-width: 2.2; }
.line.moderate { stroke-linecap: butt; }
.line.low { stroke-linecap: butt; }
.choices { display: flex; flex-wrap: wrap; gap: 0 .8rem; align-items: baseline; }
.choices p { margin: .2em 0; }
.within { margin-left: 1.5em; }
.sketch { margin: .3em 0 .3em 1.5em; display: flex; gap: 1.5em; align-items: end; }
.sketch pre { margin: 0; line-height: 1.1; }
.choices ul { display: contents; }
.to-tick { list-style: none; }
.to-tick li::before, th.to-tick::before { content: ""; content: "" / "Box to tick:";
  display: inline-block; width: .8em; height: .8em;
  border: 1.5px solid currentColor; margin: 0 .4em 0 -1.3em; vertical-align: -.05em; }
.choices li::before { margin-left: 0; }
.blanks { display: flex; flex-wrap: wrap; align-items: end; gap: 0 .5rem; }
.blanks p { margin: .5em 0 0; }
.blanks.short { display: inline-flex; width: 47%; margin-right: 2%; }
.logo { float: right; max-width: 40%; max-height: 5rem; width: auto; height: auto;
  margin: 0 0 .5rem 1rem; }
.line-to-write-on { border-bottom: 1px solid var(--rule); height: 1.7rem; flex: 1 0 100%; }
.blanks p + .line-to-write-on { flex: 1 1 12rem; min-width: 0; }
.blanks.short p + .line-to-write-on { flex-basis: 3rem; }
.grid { display: flex; flex-wrap: wrap; align-items: start; gap: 1rem; padding: 0 1px; }
.wide thead th { writing-mode: vertical-rl; height: 6rem; padding: .3rem 0; white-space: nowrap; }
.wide thead th:first-child { width: 3.3rem; }
.wide tbody th { font-size: .7rem; overflow-wrap: normal; }
.grid table { flex: 1 1 17rem; min-width: 0; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; font-size: .85rem; }
th, td { border: 1px solid var(--rule); padding: .15rem; text-align: center; height: 1.7rem; }
th { font-weight: bold; line-height: 1.1; }
.grid td { font-style: italic; }
.bars { width: auto; margin: .6em 0 .6em 1.3em; }
.bars :is(th, td) { border: 0; height: auto; padding: .15rem .6rem .15rem 0; text-align: left; }
.options :is(th, td) { text-align: left; vertical-align: top; font-weight: normal; padding: .4rem;
  height: auto; line-height: 1.4; }
.options thead th { font-weight: bold; }
.options thead th:first-child { width: 26%; }
.options thead th:last-child { width: 24%; }
.options .to-tick { padding-left: 1.7em; }
.options td strong { display: none; }
@media screen and (max-width: 40rem) {
  .options thead { display: none; }
  .options :is(tbody, tr, th, td) { display: block; border: 0; padding: 0 0 0 1.7em; }
  .options tr { border-top: 1px solid var(--rule); padding: .4rem 0; }
  .options td strong { display: inline; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #000; --rule: #000;
    --link: #000; --now: #000; --today: #000; --soon: #000; --tint: #fff; --mark: #000; }
  @page { margin: 7.5mm; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  a { text-decoration: none; }
  .body, .line, .detail { stroke-width: 1; }
  h1, h2, h3, h4 { break-after: avoid; }
  li, dt, .notice, .choices, .blanks, figure, tr { break-inside: avoid; }
  p, li { orphans: 2; widows: 2; }
  .sheet { font-size: 9.5pt; line-height: 1.06; }
  .sheet h1 { font-size: 13.5pt; margin: 0 0 .1em; }
  .sheet :is(h2, h3) { font-size: 11pt; margin: .35em 0 .05em; }
  .sheet h3 { font-size: 9.5pt; }
  .sheet :is(p, ul, dl, .choices p) { margin: .08em 0; }
  .sheet li { margin: .04em 0; }
  .entry > :is(.choices, .blanks) { break-before: avoid; }
  .sheet .notice { padding: 0 .6em; margin: .3em 0; border-left-width: 1.2mm; }
  .sheet .notice > :first-child { margin-top: 0; }
  .sheet .blanks.short { width: 35%; margin-right: 1%; }
  .sheet .blanks p { margin: .2em 0 0; }
  .sheet .line-to-write-on { height: 5mm; }
  .sheet .grid { gap: 4mm; margin: .3em 0; break-inside: avoid; }
  .sheet table { font-size: 8.5pt; }
  .sheet .wide thead th { height: 20mm; }
  .sheet .wide thead th:first-child { width: 15mm; }
  .sheet .wide tbody th { font-size: inherit; }
  .sheet :is(th, td) { height: 4.1mm; padding: 0 .5mm; line-height: 1; }
  .sheet .options { margin: .1em 0; width: calc(100% - 1px); }
  .sheet .options :is(th, td) { height: auto; padding: .1mm 1mm; line-height: 1.05; }
  .sheet .options .to-tick { padding-left: 1.7em; }
  .sheet .options thead th { width: 28%; }
  .sheet .options thead th:nth-child(2) { width: 44%; }
  .sheet .options tr:nth-child(1), .sheet .options tr:nth-last-child(2) { break-after: avoid; }
  .sheet svg text { font-size: 8px; transform: translateY(3px); }
  .sheet figure { float: right; width: 48mm; margin: 0 0 0 3mm; gap: 0; }
  .sheet .caption { text-align: center; }
  .sheet footer { margin-top: .3em; }
  .sheet .references { font-size: 7.5pt; line-height: 1.05; }
  .sheet .logo { max-height: 13mm; max-width: 60mm; margin: 0 0 0 4mm; }
  .sheet .logo ~ .notice { clear: both; }
  .sheet h2:has(+ figure) { break-before: page; margin-top: 0; }
  .large, .large :is(table, .references, .caption) { font-size: 14pt; line-height: 1.25; }
  .large h1 { font-size: 20pt; }
  .large h2 { font-size: 17pt; }
  .large h3 { font-size: 15pt; }
  .large .line-to-write-on { height: 10mm; }
  .large .blanks.short { width: 55%; }
  .large figure { width: 70mm; }
  .large svg text { font-size: 14px; }
  .large .grid { display: block; }
  .large .grid :is(th, td) { height: 7.5mm; }
  .large .options :is(th, td) { line-height: 1.2; padding: 1mm 1.5mm; }
}
"""
