/**
 * The frame around the pages. `all: initial` with importance, since inside a shadow root important rules win over
 * whatever the host wrote, also over `* { all: revert !important }`.
 */
export const frameStyle = `
:host{all:initial!important;position:fixed!important;z-index:2147483000!important;inset-block-end:0!important;inset-inline-end:0!important;display:block!important;max-inline-size:100vw!important;contain:layout style!important}
.frame{position:relative;inline-size:min(27rem,100vw);max-block-size:min(85vh,44rem);margin:0;overflow:auto;overscroll-behavior:contain;background:var(--ground);color:var(--ink);font:17px/1.5 var(--font);text-align:start;border:1px solid var(--line);border-end-start-radius:0;box-shadow:0 4px 24px rgb(0 0 0/.18);animation:candor-in .2s ease-out}
.frame:focus{outline:none}.frame:focus-visible{outline:3px solid var(--ink);outline-offset:-3px}
.frame .as-header{padding-inline-end:56px}
.frame fieldset,.frame .block{margin-block-end:24px}
.close{position:absolute;inset-block-start:8px;inset-inline-end:8px;min-height:44px;min-width:44px;padding:0;border-color:transparent;font-size:24px;line-height:1}
.failed{margin:12px 64px 0 12px}.failed[hidden]{display:none}
@media(min-width:480px){.frame{margin:16px;border-radius:12px;inline-size:27rem}}
@media(prefers-reduced-motion:reduce){.frame{animation:none}}
@keyframes candor-in{from{opacity:0;transform:translateY(12px)}}
`
  .replaceAll('\n', '')
  .replace(/(\d*\.?\d+)rem\b/g, (_, size) => `${Number(size) * 16}px`);
