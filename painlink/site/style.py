"""How the site looks: a page by itself, and what stands around it there."""

from painlink.render.style import CSS

SITE_CSS = f"""\
{CSS}\
.skip {{ position: absolute; left: -100vw; padding: .6rem 1rem; background: var(--paper); }}
.skip:focus {{ left: 0; top: 0; z-index: 1; }}
:focus-visible {{ outline: 3px solid var(--link); outline-offset: 2px; }}
nav :is(ul, ol) {{ list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.2rem; padding: 0;
  margin: .2rem 0; }}
nav li {{ margin: 0; }}
nav :is(a, [aria-current]) {{ display: inline-block; padding: .5rem 0; min-height: 2.75rem;
  min-width: 1.5rem; }}
@media (pointer: fine) {{
  nav :is(a, [aria-current]) {{ padding: .2rem 0; min-height: 2rem; }}
}}
.all-of-painlink {{ border-bottom: 1px solid var(--rule); }}
.you-are-here {{ font-size: .9rem; }}
.you-are-here ol {{ gap: 0 .5rem; }}
.you-are-here li + li::before {{ content: "\\203A" / ""; margin-right: .5rem; }}
[aria-current] {{ font-weight: bold; }}
.practice, .see-also, .page-by-page {{ border-top: 1px solid var(--rule); margin-top: 1rem; }}
.page-by-page ul {{ justify-content: space-between; }}
.to-choose {{ align-items: start; }}
.to-choose > svg {{ flex: 1 1 20rem; max-width: 30rem; }}
.to-choose ul {{ flex: 1 1 14rem; columns: 2; column-gap: 1.5rem; list-style: none; padding: 0;
  margin: 0; }}
.to-choose li {{ margin: 0; break-inside: avoid; }}
.to-choose li a {{ display: block; padding: .55rem 0; min-height: 2.75rem; }}
.place {{ fill: var(--link); fill-opacity: .06; stroke: var(--link); stroke-width: .8; }}
.whole {{ fill: none; stroke-dasharray: 1 4; stroke-linecap: round; stroke-width: 1.5; }}
svg a:is(:hover, :focus-visible) ellipse {{ fill-opacity: .4; stroke-width: 2; }}
svg a:focus-visible {{ outline: none; }}
@media print {{ nav, .sheet .practice, .skip {{ display: none; }} }}
"""
