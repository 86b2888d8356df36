// Runs chrono-node over JSON lines: `node chrono.mjs MODULES IN OUT`. Prints the seconds spent.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
const [modules, source, target] = process.argv.slice(2);
const chrono = createRequire(modules + "/")("chrono-node");
const pad = (n) => String(n).padStart(2, "0");
function value(parts) {
  const has = (name) => parts.isCertain(name);
  if (has("weekday") && !has("day")) return day(parts);
  if (!has("day") && has("month")) return `${parts.get("year")}-${pad(parts.get("month"))}`;
  if (!has("day") && !has("month") && has("year")) return `${parts.get("year")}`;
  return has("hour") ? `${day(parts)}T${pad(parts.get("hour"))}:${pad(parts.get("minute") || 0)}` : day(parts);
}
const day = (parts) => `${parts.get("year")}-${pad(parts.get("month"))}-${pad(parts.get("day"))}`;
let spent = 0n;
const out = [];
for (const line of readFileSync(source, "utf8").split("\n").filter(Boolean)) {
  const { text, lang, day: published } = JSON.parse(line);
  const reader = lang === "fr" ? chrono.fr : chrono.en;
  const start = process.hrtime.bigint();
  const found = reader.parse(text, new Date(published + "T12:00:00"));
  spent += process.hrtime.bigint() - start;
  // offsets are UTF-16 units, as are ours while the text holds no astral character
  out.push(JSON.stringify(found.map((f) => [f.index, f.index + f.text.length, value(f.start)])));
}
writeFileSync(target, out.join("\n") + "\n");
console.log(Number(spent) / 1e9);
