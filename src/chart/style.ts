const light =
  "--paper:#fff;--ink:#1b1f24;--quiet:#565e68;--line:#d5dae0;--wash:#f4f6f8;--buy:#0a6ca8;--own:#c2540a;--lend:#0a7d5a;--bar:#343b44;--away:#8b95a1;--good:#0a7d5a;--bad:#b3261e;--warn:#8a5a00";
const dark =
  "--paper:#14171b;--ink:#e9edf1;--quiet:#a7b0ba;--line:#3a424b;--wash:#1d2228;--buy:#5db3ea;--own:#f0914d;--lend:#47c79a;--bar:#c9d1d9;--away:#7d8894;--good:#47c79a;--bad:#ff8a80;--warn:#e9b64a";

/**
 * Style sheet of the charts. Colours are those of Okabe and Ito (2008), told apart with every common colour vision;
 * in the dark they are lighter. `data-theme` on the root overrules what the system prefers.
 */
export const chartStyle = `
:root{${light};color-scheme:light dark}
@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${dark}}}
:root[data-theme="light"]{color-scheme:light}
:root[data-theme="dark"]{${dark};color-scheme:dark}
.band-chart{display:block;width:100%;height:auto}
.band-chart .grid line{stroke:var(--line);stroke-width:1}
.band-chart .grid text{fill:var(--quiet)}
.band-chart .band{fill:var(--own);fill-opacity:.16}
.band-chart .edge{fill:none;stroke:var(--own);stroke-width:1;stroke-opacity:.6}
.band-chart .middle{fill:none;stroke:var(--own);stroke-width:2.5}
.band-chart .mark line{stroke:var(--ink);stroke-width:1;stroke-dasharray:2 3}
.band-chart circle{fill:var(--paper);stroke:var(--own);stroke-width:2}
.band-chart circle.middle{fill:var(--own);stroke:var(--paper)}
.band-chart .mark text{stroke:none;font-weight:400}
.band-chart .mark text.middle{fill:var(--own);font-weight:700}
.fan-chart{display:block;width:100%;height:auto}
.fan-chart .grid line{stroke:var(--line);stroke-width:1}
.fan-chart .zero line{stroke:var(--quiet)}
.fan-chart .grid text{fill:var(--quiet)}
.fan-chart .fan{fill:var(--own);fill-opacity:.14}
.fan-chart .fan.depth-1{fill-opacity:.2}
.fan-chart .sample{fill:none;stroke:var(--own);stroke-width:.8;stroke-opacity:.4}
.fan-chart .baseline{fill:none;stroke:var(--quiet);stroke-width:1.5;stroke-dasharray:5 3}
.fan-chart .median{fill:none;stroke:var(--own);stroke-width:2.5}
.fan-chart .drawn{fill:none;stroke:var(--buy);stroke-width:2.5;stroke-linecap:round}
.fan-comparison{display:block;width:100%;height:auto}
.fan-comparison .grid line{stroke:var(--line);stroke-width:1}
.fan-comparison .zero line{stroke:var(--quiet)}
.fan-comparison .grid text{fill:var(--quiet)}
.fan-comparison .baseline{fill:none;stroke:var(--quiet);stroke-width:1.5;stroke-dasharray:2 3}
.fan-comparison .fan{fill:var(--layer);fill-opacity:.14}
.fan-comparison .median{fill:none;stroke:var(--layer);stroke-width:2.5;stroke-linejoin:round}
.fan-comparison .letter{font-weight:700;paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.layer.of-0{--layer:var(--own)}
.layer.of-1{--layer:var(--buy)}
.layer.of-2{--layer:var(--lend)}
.layer.of-3{--layer:var(--ink)}
.layer.of-1 .median{stroke-dasharray:9 3}
.layer.of-2 .median{stroke-dasharray:3 3}
.layer.of-3 .median{stroke-dasharray:12 3 2 3}
.payer-bars{display:block;width:100%;height:auto}
.payer-bars .zero{stroke:var(--quiet);stroke-width:1}
.payer-bars .gains rect{fill:var(--lend)}
.payer-bars .loses rect{fill:var(--own)}
.payer-bars .range{stroke:var(--quiet);fill:none;stroke-width:1}
.payer-bars .before{stroke:var(--ink);stroke-width:2}
.resource-bars rect{fill:var(--own)}
.resource-bars .plan rect{fill:var(--buy)}
.resource-bars .freed rect{fill:var(--lend)}
.chart.resource-bars{max-width:44rem}
.chart.resource-bars .name{font-weight:600}
.chart.year-chart,.chart.trade-off-chart{display:block;width:100%;height:auto;max-width:44rem;margin:0}
.chart.year-chart .grid line,.chart.trade-off-chart .grid line{stroke:var(--line);stroke-width:1}
.chart.year-chart .base{stroke:var(--quiet);stroke-width:1.5;stroke-dasharray:2 3}
.chart.year-chart .line,.chart.trade-off-chart .line{fill:none;stroke:var(--lend);stroke-width:2.5;stroke-linejoin:round}
.chart.year-chart .dot{fill:var(--lend)}
.chart.year-chart .start{fill:var(--paper);stroke:var(--quiet);stroke-width:2}
.chart.trade-off-chart .dot{fill:var(--paper);stroke:var(--lend);stroke-width:2}
.chart.trade-off-chart .of-1 .line,.chart.trade-off-chart .of-1 .dot{stroke:var(--buy)}
.chart.trade-off-chart .of-2 .line,.chart.trade-off-chart .of-2 .dot{stroke:var(--own)}
.chart.trade-off-chart .of-1 .line{stroke-dasharray:7 3}
.chart.trade-off-chart .of-2 .line{stroke-dasharray:2 3}
.chart text,.loop-map text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:12px;fill:var(--ink)}
.loop-map{display:block;width:100%;height:auto}
.loop-map .buy{--own-colour:var(--buy)}
.loop-map .own{--own-colour:var(--own)}
.loop-map .lend{--own-colour:var(--lend)}
.loop-map .sample{--own-colour:var(--quiet)}
.ribbon .whole{fill:var(--own-colour);fill-opacity:.16;stroke:var(--own-colour);stroke-width:1.1}
.ribbon.contracted .whole{stroke-dasharray:7 3}
.ribbon.announced .whole{stroke-dasharray:1.5 3}
.ribbon .expected{fill:var(--own-colour);fill-opacity:.62}
.hatch{fill:var(--ink)}
.ribbon:hover .whole,.ribbon:focus .whole{fill-opacity:.4}
.ribbon.main .whole{fill-opacity:.3}
.has-lit .ribbon:not(.lit,.sample){opacity:.18}
.has-lit .amounts text:not(.lit){opacity:.3}
.ribbon.lit .whole{fill-opacity:.42;stroke-width:2}
.actor rect{fill:var(--bar)}
.upright .actor rect{fill:var(--wash);stroke:var(--bar);stroke-width:1.5}
.loop-map .name{font-weight:700;font-size:14px;paint-order:stroke;stroke:var(--paper);stroke-width:3.5px;stroke-linejoin:round}
.loop-map .amount,.loop-map .end text{fill:var(--quiet);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.loop-map .end text{font-size:11.5px}
.cut{fill:none;stroke:var(--quiet);stroke-width:1.2}
.loop-map .amounts text{font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:2.5px;stroke-opacity:.75;stroke-linejoin:round}
.loop-map .headings text{fill:var(--quiet);font-size:12px;letter-spacing:.06em;text-transform:uppercase}
.fade-near{stop-color:var(--away);stop-opacity:.55}
.fade-away{stop-color:var(--away);stop-opacity:0}
.amounts{pointer-events:none}
.steps circle{fill:var(--ink);stroke:var(--paper);stroke-width:1.5}
.loop-map .steps text{fill:var(--paper);font-weight:700;font-size:12px}
.loop-map .legend text{fill:var(--quiet)}
.swatch{fill:var(--own-colour);fill-opacity:.75}
.dash{stroke:var(--ink);stroke-width:2}
.dash.contracted{stroke-dasharray:7 3}
.dash.announced{stroke-dasharray:1.5 3}
.chart{display:block;width:100%;height:auto;max-width:26rem;margin:.3rem 0}
.chart .tick{fill:var(--quiet)}
.chart .axis{fill:none;stroke:var(--line);stroke-width:1}
.chart .line{fill:none;stroke:var(--buy);stroke-width:2}
.chart circle{fill:var(--buy);stroke:var(--paper);stroke-width:1}
.chart .hollow{fill:var(--paper);stroke:var(--own);stroke-width:2.5}
.chart .reach{fill:none;stroke:var(--buy);stroke-width:4;stroke-opacity:.35}
.part{stroke:var(--buy);stroke-width:1.2;fill:var(--buy)}
.part.contracted{fill-opacity:.45}
.part.announced{fill-opacity:.08;stroke-dasharray:2 2}
.chart .on.paid{fill:var(--paper)}
.chart.fan-comparison .grid text,.chart.year-chart .grid text,.chart.trade-off-chart .grid text{fill:var(--quiet)}
.chart.fan-comparison .letter{fill:var(--layer);font-size:13px}
.chart.year-chart .end{font-weight:700;font-size:13px;paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.chart.trade-off-chart .name{font-weight:600}
.chart.trade-off-chart .name.of-0{fill:var(--lend)}
.chart.trade-off-chart .name.of-1{fill:var(--buy)}
.chart.trade-off-chart .name.of-2{fill:var(--own)}
.range-rows .value{font-weight:600}
.bar{display:block;width:100%;height:14px;margin:.15rem 0}
.bar .axis{stroke:var(--quiet);stroke-width:1;vector-effect:non-scaling-stroke}
.bar .possible{fill:var(--own);fill-opacity:.14;stroke:var(--own);stroke-width:1;vector-effect:non-scaling-stroke}
.bar .expected{fill:var(--own);fill-opacity:.75}
.bar .reach{fill:var(--away);fill-opacity:.45}
.bar .spread{fill:var(--buy);fill-opacity:.32}
.bar .centre{fill:var(--buy)}
`;
