/**
 * The widget's own style. Its colours are the text's around it, so that it stands out as much as that does, on light and
 * dark alike; what is chosen is filled and framed, not only coloured. Nothing moves. 44 px: WCAG 2.2, 2.5.5.
 */
export const STYLE = `:host{display:inline-block;max-width:100%}
:host([hidden]),:host(:not([conversation])),:host([conversation=""]){display:none}
*{box-sizing:border-box;margin:0}
[part=choices]{flex-wrap:wrap;align-items:center;gap:0 .5em}
[part=choices],[part=buttons]{display:flex}
[part=buttons]{gap:var(--curate-gap,0)}
button,textarea{font:inherit;color:inherit;background:0 0;border:1px solid;border-radius:var(--curate-radius,.5em);min-width:44px;min-height:44px;padding:.5em}
button{cursor:pointer;padding:0 1em}
[aria-label]{border-color:#0000;padding:0}
[aria-pressed=true]{border-color:currentColor}
button:hover{background:color-mix(in srgb,currentColor 10%,#0000)}
:focus-visible{outline:3px solid;outline-offset:2px}
[aria-disabled=true]{cursor:default;background:0 0}
[aria-disabled=true][aria-pressed=false]{opacity:.4}
svg{display:block;margin:auto;width:var(--curate-size,24px);height:var(--curate-size,24px);fill:none;stroke:currentColor;stroke-width:1.6;stroke-linejoin:round}
[part~=down] svg{transform:scaleY(-1)}
.filled{color:var(--curate-accent,inherit)}
.filled svg{fill:currentColor}
p:not(:empty){margin:.25em 0 .5em}
textarea{display:block;width:24em;max-width:100%;height:5em;margin:.25em 0 .5em}`;
