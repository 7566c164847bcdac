/** What a kiosk adds to the style of the answer pages: seen from a metre away, touched by a thumb. */
export const kioskStyle = `
body{min-height:100vh;min-height:100dvh;display:grid;grid-template-rows:auto 1fr auto;touch-action:manipulation;user-select:none}
header,main,footer{width:100%;max-width:64rem;padding-inline:clamp(12px,4vw,48px)}
main{display:flex;flex-direction:column;justify-content:center}
main[tabindex]:focus-visible{outline:none}
header p{font-weight:600}
legend{margin:0}
h1{font-size:clamp(1.5rem,4.2vw,2.75rem);line-height:1.2;margin-bottom:1.5rem;text-wrap:balance}
h1 small{display:block;font-size:1.25rem;font-weight:400;color:var(--soft);margin-bottom:.5rem}
fieldset{margin:0}
.taps{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:clamp(2px,.8vw,12px)}
.taps button{min-width:0;min-height:clamp(4rem,11vw,7.5rem);padding:0;font-size:clamp(1.125rem,3vw,2.25rem);font-variant-numeric:tabular-nums;border-color:var(--line)}
.few{max-width:40rem}
.ends{font-size:clamp(1rem,2vw,1.375rem);margin-top:.75rem}
.choices{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:.75rem}
.choices button{min-height:4.5rem;font-size:1.25rem;text-align:start;border-color:var(--line);font-weight:400}
.choices [aria-pressed=true],.taps [aria-pressed=true],.taps button:active{background:var(--accent);border-color:var(--accent);color:var(--label)}
.go{margin-top:1.5rem}
.go button{min-width:10rem;font-size:1.25rem}
footer{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 1.5rem;align-items:center;padding-bottom:1rem}
footer button{border-color:transparent;font-weight:400;font-size:.9375rem;color:var(--soft);min-height:2.75rem;padding:.25rem .5rem}
.thanks{text-align:center}
.thanks p{font-size:1.375rem}
.staff dl{display:grid;gap:.25rem;margin:0 0 1rem}
.staff .go{flex-direction:column;align-items:start}
@media(max-width:599px){.taps:not(.few){grid-auto-flow:row;grid-template-columns:repeat(6,minmax(0,1fr));gap:8px}.taps button{min-height:4rem}}
@media(prefers-reduced-motion:no-preference){main>*{animation:in .18s ease-out}}
@keyframes in{from{opacity:0}}
`.replaceAll('\n', '');
