// Runs compromise (English) and fr-compromise (French) over JSON lines: `node compromise.mjs MODULES IN OUT`.
// Prints the seconds spent. A figure is [start, end, number, number].
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
const [modules, source, target] = process.argv.slice(2);
const load = createRequire(modules + "/");
const readers = { fr: load("fr-compromise"), en: load("compromise") };
let spent = 0n;
const out = [];
for (const line of readFileSync(source, "utf8").split("\n").filter(Boolean)) {
  const { text, lang } = JSON.parse(line);
  const start = process.hrtime.bigint();
  const found = readers[lang](text).numbers().json({ offset: true });
  spent += process.hrtime.bigint() - start;
  out.push(JSON.stringify(found.map((f) => {
    const number = f.number && f.number.num !== undefined ? f.number.num : null;
    return [f.offset.start, f.offset.start + f.offset.length, number, number];
  })));
}
writeFileSync(target, out.join("\n") + "\n");
console.log(Number(spent) / 1e9);
