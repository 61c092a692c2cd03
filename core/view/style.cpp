#include "core/view/style.h"

namespace chayan::page {

// Seal red (封印朱) marks the seal, rules and links; amber means a conflict or something withheld, and never
// stands without a word. Text contrast is at least 4.5 : 1 in both schemes.
const char* const styleSheet = R"css(
:root { color-scheme: light dark; --paper:#fff; --ink:#1d1c1a; --soft:#5c5852; --line:#ddd8cf; --wash:#f7f5f1;
  --seal:#b02a1f; --amber:#7a5200; --amberwash:#fff5dc; }
@media screen and (prefers-color-scheme: dark) { :root { --paper:#17181a; --ink:#e9e6e0; --soft:#aaa59c;
  --line:#37393d; --wash:#1f2124; --seal:#ff9385; --amber:#f0c36a; --amberwash:#2d2718; } }
* { box-sizing:border-box; }
html { background:var(--paper); color:var(--ink); -webkit-text-size-adjust:100%; }
body { margin:0 auto; padding:24px 24px 64px; max-width:1120px; font:15px/1.6 "Noto Sans CJK SC","Noto Sans SC",
  "Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif; overflow-wrap:anywhere; }
h1,h2,h3 { font-weight:600; line-height:1.3; margin:0; }
h1 { font-size:26px; } h2 { font-size:21px; } h3 { font-size:16px; margin:28px 0 8px; padding-bottom:4px;
  border-bottom:1px solid var(--line); break-after:avoid; }
b { font-weight:600; } i { font-style:normal; font-weight:400; color:var(--soft); }
dd b,td b,li b,.tag b { font-weight:400; } .history td b { font-weight:600; }
h1 i,h2 i { font-size:.72em; } h3 i { font-size:.86em; }
p { margin:8px 0; } a { color:var(--seal); }
bdi { white-space:pre-wrap; } .m { font-family:ui-monospace,"Noto Sans Mono CJK SC","Cascadia Mono",Consolas,monospace;
  font-size:.86em; }
.seal { float:left; width:64px; height:64px; margin:0 16px 8px 0; border-radius:6px; background:#b02a1f; color:#fff;
  font:600 26px/64px "Noto Serif CJK SC","Songti SC",SimSun,serif; text-align:center; letter-spacing:2px;
  print-color-adjust:exact; -webkit-print-color-adjust:exact; }
.aid { clear:both; margin:16px 0; padding:8px 16px; border-left:4px solid var(--seal); background:var(--wash); }
.aid i, .small { font-size:.9em; } .aid p { margin:4px 0; }
.warn { margin:16px 0; padding:8px 16px; border:1px solid var(--amber); border-left-width:4px;
  background:var(--amberwash); } .warn h3 { margin:4px 0 8px; border:0; color:var(--amber); }
.tag { display:inline-block; padding:0 6px; border:1px solid currentColor; border-radius:3px; font-size:.82em;
  line-height:1.5; color:var(--soft); white-space:normal; } .tag i { color:inherit; } .amber { color:var(--amber); }
dl { display:grid; grid-template-columns:minmax(150px,max-content) 1fr; gap:0 16px; margin:8px 0; }
dt,dd { margin:0; padding:4px 0; border-bottom:1px solid var(--line); } dt i { display:block; font-size:.82em;
  line-height:1.2; } dd { min-width:0; }
table { width:100%; border-collapse:collapse; margin:8px 0; font-size:.93em; }
th,td { padding:4px 8px 4px 0; text-align:left; vertical-align:top; border-bottom:1px solid var(--line); }
th { font-weight:600; color:var(--ink); } th i { display:block; font-size:.86em; line-height:1.2; }
thead { display:table-header-group; } tr { break-inside:avoid; } tbody tr:nth-child(even) { background:var(--wash); }
pre { margin:8px 0; padding:8px 16px; background:var(--wash); border:1px solid var(--line); white-space:pre-wrap;
  font:13px/1.5 ui-monospace,"Cascadia Mono",Consolas,monospace; }
ol.toc { padding-left:24px; } ol.toc li { padding:2px 0; }
section.dossier { margin-top:48px; padding-top:24px; border-top:3px solid var(--seal); }
figure { display:grid; grid-template-columns:minmax(0,11fr) minmax(0,9fr); gap:16px; margin:16px 0;
  padding-bottom:16px; border-bottom:1px solid var(--line); break-inside:avoid; }
figure h4 { margin:0 0 8px; font-size:1em; } figcaption { min-width:0; font-size:.93em; }
figcaption dl { grid-template-columns:minmax(88px,max-content) 1fr; gap:0 8px; }
.pic { position:relative; display:inline-block; max-width:100%; line-height:0; background:var(--wash); }
.pic img { max-width:100%; max-height:640px; width:auto; height:auto; border:1px solid var(--line); }
.pic svg { position:absolute; inset:0; width:100%; height:100%; pointer-events:none; }
.pic polygon { fill:none; stroke:#ff3b2f; stroke-width:3px; vector-effect:non-scaling-stroke; }
.none { padding:32px 16px; text-align:center; border:1px dashed var(--line); color:var(--soft); }
ol.codes { margin:4px 0; padding-left:24px; } ol.codes li { margin-bottom:4px; }
.meaning { margin:2px 0 4px; padding-left:8px; border-left:2px solid var(--line); font-size:.93em; }
.history td { font-size:.93em; } .history .m { font-size:.8em; } .history td:first-child { width:8.5em; }
.history td:nth-child(2) { width:13em; } .history td:nth-child(3) { width:8em; } .history td:last-child { width:15em; }
footer { margin-top:48px; padding-top:8px; border-top:1px solid var(--line); color:var(--soft); font-size:.9em; }
@media (max-width:760px) { figure, dl, figcaption dl { grid-template-columns:1fr; } dt { border:0; padding-bottom:0; }
  .wide { overflow-x:auto; } }
@page { size:A4; margin:16mm 14mm 18mm; }
@media print { :root { color-scheme:light; } body { max-width:none; padding:0; font-size:10pt; } a { color:inherit;
  text-decoration:none; } section.dossier { break-before:page; margin-top:0; } .pic img { max-height:110mm; }
  figure { grid-template-columns:1fr 1fr; } h1 { font-size:18pt; } h2 { font-size:15pt; } h3 { font-size:11.5pt; }
  .history { font-size:8.5pt; } }
)css";

}  // namespace chayan::page
