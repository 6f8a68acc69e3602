/** Style sheet of the report page; colours are those of the charts. */
export const pageStyle = `
*{box-sizing:border-box}
html{font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;background:var(--paper);color:var(--ink);scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
a{color:var(--buy);text-underline-offset:.15em;overflow-wrap:anywhere}
header{display:flex;justify-content:space-between;align-items:baseline;max-width:75rem;margin:0 auto;padding:.6rem 1rem 0}
.brand{margin:0;font-weight:700;letter-spacing:.02em}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:9}
nav{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line)}
nav ul{display:flex;gap:0 1.1rem;flex-wrap:nowrap;overflow-x:auto;list-style:none;max-width:75rem;margin:0 auto;padding:.5rem 1rem}
nav a{white-space:nowrap;text-decoration:none;font-size:.88rem;color:var(--ink);display:inline-block;padding:.2rem 0}
nav a:hover,nav a:focus{text-decoration:underline}
main{max-width:75rem;margin:0 auto;padding:0 1rem 4rem}
h1{font-size:clamp(1.7rem,4vw,2.5rem);line-height:1.1;margin:.9rem 0 .4rem;letter-spacing:-.015em;text-wrap:balance}
h2{font-size:1.55rem;line-height:1.2;margin:3.5rem 0 .6rem;border-top:3px solid var(--ink);padding-top:.6rem}
h3{font-size:1.15rem;line-height:1.3;margin:1rem 0 .4rem;text-wrap:balance}
h4{font-size:1rem;line-height:1.35;margin:.2rem 0 .6rem}
h2.small{border:0;font-size:1rem;margin:.6rem 0 .2rem;padding:0}
p{max-width:46rem}
.lead{font-size:1.12rem;line-height:1.4;margin:.2rem 0 .6rem;max-width:64rem}
.quiet,figcaption,footer{color:var(--quiet);font-size:.88rem}
footer{max-width:75rem;margin:0 auto;padding:1rem;border-top:1px solid var(--line);overflow-wrap:anywhere}
.n{color:inherit;text-decoration-color:var(--away);text-decoration-thickness:1px;font-variant-numeric:tabular-nums}
.lead .n{font-weight:700;white-space:nowrap}
.n:hover,.n:focus{text-decoration-color:currentColor;text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--buy);outline-offset:2px;border-radius:2px}
:target{background:var(--wash);box-shadow:-6px 0 0 var(--own)}
.unseen{position:absolute;left:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.switches{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;margin:.2rem 0 .6rem;font-size:.9rem}
.switches fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.1rem .9rem;align-items:center;min-width:0}
.switches legend{float:left;margin-right:.6rem;padding:0;font-weight:700}
.switches label{display:inline-block;padding:.15rem 0}
.switches input{accent-color:var(--buy);margin:0 .15rem 0 0}
figure{margin:0}
.map .narrow{display:none}
@media (max-width:760px){.map .wide{display:none}.map .narrow{display:block;max-width:26rem;margin:0 auto}}
.steps-list{counter-reset:s;list-style:none;padding:0;margin:.2rem 0;display:flex;flex-wrap:wrap;gap:.25rem 1.6rem;color:var(--ink);font-size:1rem}
.steps-list li{counter-increment:s}
.steps-list li::before{content:counter(s);display:inline-block;width:1.3rem;height:1.3rem;line-height:1.3rem;border-radius:50%;background:var(--ink);color:var(--paper);font-weight:700;font-size:.78rem;text-align:center;margin-right:.4rem}
details{margin:.5rem 0}
summary,.strip li{position:relative}
summary{cursor:pointer;color:var(--buy);width:fit-content;padding:.1rem 0}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.88rem;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-weight:700;color:var(--quiet);border-bottom-color:var(--ink);white-space:nowrap}
.r{text-align:right;font-variant-numeric:tabular-nums}
.bars tbody th{width:60%;font-weight:600}
.bars td{white-space:nowrap}
.evidence{font-size:.75rem;font-weight:400;color:var(--quiet);margin:.1rem 0;max-width:none;line-height:1.6}
.evidence b{font-weight:400}
.evidence a{color:var(--quiet);white-space:nowrap}
.cards{columns:22rem;column-gap:1.6rem}
.card h3{font-size:1rem;margin:.2rem 0 .6rem}
.card{break-inside:avoid;border-top:1px solid var(--line);padding:.7rem 0 1rem}
.kicker{font-size:.8rem;color:var(--quiet);margin:0;text-transform:none}
.ranges{list-style:none;padding:0;margin:.3rem 0}
.ranges li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 .8rem;margin:.45rem 0;font-size:.9rem}
.ranges .value{text-align:right;margin-left:auto;font-weight:600}
.ranges small{font-weight:400;color:var(--quiet)}
.ranges .evidence{flex-basis:100%}
.against{border-left:4px solid var(--warn);padding:.1rem 0 .1rem .8rem;font-size:.88rem;margin:.7rem 0;max-width:46rem}
.against ul{margin:.2rem 0;padding-left:1.1rem}
.strip{display:flex;flex-wrap:wrap;gap:3px;list-style:none;padding:0;margin:.6rem 0}
.strip a{display:grid;place-items:center;width:1.75rem;height:1.75rem;text-decoration:none;font-weight:700;border:2px solid;background:var(--paper)}
.claims{list-style:none;padding:0}
.claims>li{border-top:1px solid var(--line);padding:.7rem 0}
.verdict{display:inline-block;border:2px solid;padding:0 .45rem;font-size:.82rem;margin-right:.35rem}
.supported{color:var(--good)}
.loose{color:var(--warn)}
.contradicted{color:var(--bad)}
.unverified{color:var(--quiet)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .9rem;margin:.3rem 0;font-size:.93rem}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere}
code{font-size:.85em;overflow-wrap:anywhere}
.rows td,.rows th{font-size:.82rem;overflow-wrap:break-word;hyphens:auto}
.rows tbody th{color:var(--quiet);overflow-wrap:anywhere;min-width:4rem;max-width:11rem}
.conflict{color:var(--warn)}
.sources{font-size:.82rem;padding-left:1.1rem;columns:24rem;column-gap:2rem}
.sources li{break-inside:avoid;margin:.2rem 0;overflow-wrap:anywhere}
@media (max-width:760px){
.bars thead,.rows thead{display:none}
.bars tr,.bars tbody th,.rows tr,.rows td,.rows tbody th{display:block;width:auto}
.bars tr,.rows tr{border-bottom:1px solid var(--line);padding:.5rem 0}
.bars td,.bars tbody th,.rows td,.rows tbody th{border:0;padding:.05rem 0}
.bars td{display:inline-block;margin-right:.9rem}
.bars td::before{content:attr(data-label) " ";color:var(--quiet)}
.r{text-align:left}
dl{grid-template-columns:1fr}
}
@media print{nav,.skip,.switches,summary{display:none}details>*{display:block}html{font-size:10pt}a{color:inherit}section{break-before:auto}figure,.card,tr{break-inside:avoid}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;

/** Rules that show what fits to the checked date and status; a browser without \`:has\` shows everything. */
export function stateStyle(vintages: readonly string[], readings: readonly string[]): string {
  const checked = vintages.flatMap((day) => [
    `body:has(#k${day}:checked) .card.k${day},body:has(#k${day}:checked) .card .k${day},body:has(#k${day}:checked) #claims .k${day}{display:block}`,
    ...readings.map(
      (reading) =>
        `body:has(#k${day}:checked):has(#${reading}:checked) .state.k${day}.${reading}{display:block}`,
    ),
  ]);
  return `@supports selector(:has(a)){.state{display:none}${checked.join("")}}`;
}
