import { halfWidth, type Reader, type Reading, refuse } from "#core/check/parse";
import { checkUscc } from "#core/check/uscc";
import type { Kind } from "#core/field";
import { langs } from "#core/language";
import type { Note } from "#core/problem/problem";
import { localName, regionByCode, regionCodeByName } from "#core/region/region";

type Category = Extract<Kind, { kind: "category" }>;

const folded = (text: string) => text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();

/** A reader of a category: its code, a label in either language, or a declared spelling. */
export function categoryReader({ codes, spellings = {} }: Category): Reader {
  const names = Object.keys(codes);
  const codeOf = new Map<string, string>();
  for (const [spelling, code] of Object.entries(spellings)) codeOf.set(folded(spelling), code);
  for (const [code, label] of Object.entries(codes))
    for (const lang of langs) codeOf.set(folded(label[lang]), code);
  for (const code of names) codeOf.set(folded(code), code);
  const exact = new Set(names);
  return (text) => {
    if (exact.has(text)) return text;
    const value = codeOf.get(folded(text));
    if (value === undefined) return refuse({ code: "not a category", codes: names });
    return { value, notes: ["spelling"] };
  };
}

/** Reads a region: a six-digit code, or a full Chinese name, today's or a former one, that only one region bears. */
export function readRegion(text: string): Reading {
  if (Object.hasOwn(regionByCode, text)) return text;
  const notes: Note[] = [];
  const name = localName(halfWidth(text, notes));
  if (Object.hasOwn(regionByCode, name)) return { value: name, notes };
  const value = regionCodeByName.get(name) ?? regionCodeByName.get(text);
  if (value === undefined) return refuse({ code: "not a region" });
  return { value, notes: [...notes, "region name"] };
}

/** Reads a unified social credit code; a check digit that does not fit is only a warning. */
export function readUscc(text: string): Reading {
  const outcome = checkUscc(text);
  if (outcome === "ok") return text;
  if (outcome === "check digit") return { value: text, notes: [], refusal: { code: outcome } };
  const notes: Note[] = [];
  const half = halfWidth(text, notes);
  const compact = half.replace(/[\s-]/gu, "").toUpperCase();
  if (compact !== half) notes.push("code letters");
  const again = checkUscc(compact);
  if (again === "ok") return { value: compact, notes };
  if (again === "check digit") return { value: compact, notes, refusal: { code: again } };
  return refuse({ code: again });
}
