/** What a value in a declaration should be. */
export type Wanted =
  | "text"
  | "number"
  | "true or false"
  | "object"
  | "list"
  | "plain data"
  | { oneOf: readonly string[] };

/** A value of the wrong shape: where, such as charts[2].title.en, what it should be, and what it is. */
export type Fault = { at: string; expected: Wanted; found: string };
export type Shape = (value: unknown, at: string) => readonly Fault[];

/** A value in a few words, as a declaration would write it. */
function shown(value: unknown): string {
  if (value === undefined) return "undefined";
  if (typeof value === "function") return "function";
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

const fault = (at: string, expected: Wanted, value: unknown): Fault[] => [
  { at, expected, found: shown(value) },
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const inside = (at: string, name: string): string => (at === "" ? name : `${at}.${name}`);

export const text: Shape = (value, at) =>
  typeof value === "string" ? [] : fault(at, "text", value);
export const number: Shape = (value, at) =>
  typeof value === "number" && Number.isFinite(value) ? [] : fault(at, "number", value);
export const flag: Shape = (value, at) =>
  typeof value === "boolean" ? [] : fault(at, "true or false", value);

export const oneOf =
  (...texts: readonly string[]): Shape =>
  (value, at) =>
    texts.some((t) => t === value) ? [] : fault(at, { oneOf: texts }, value);

export const list =
  (of: Shape): Shape =>
  (value, at) =>
    Array.isArray(value)
      ? value.flatMap((item, i) => of(item, `${at}[${i}]`))
      : fault(at, "list", value);

/** Whatever names, each with a value of this shape. */
export const record =
  (of: Shape): Shape =>
  (value, at) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([name, item]) => of(item, inside(at, name)))
      : fault(at, "object", value);

type Properties = Readonly<Record<string, Shape>>;

/** These names, some of which may be left out; what else is there is the compiler's to refuse. */
export const object =
  (needed: Properties, optional: Properties = {}): Shape =>
  (value, at) => {
    if (!isRecord(value)) return fault(at, "object", value);
    const check = ([name, of]: readonly [string, Shape]) => of(value[name], inside(at, name));
    const given = Object.entries(optional).filter(([name]) => value[name] !== undefined);
    return [...Object.entries(needed), ...given].flatMap(check);
  };

/** One of several shapes, told apart by the text under a name. */
export const tagged =
  (tag: string, shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    if (!isRecord(value)) return fault(at, "object", value);
    const chosen = value[tag];
    const shape = typeof chosen === "string" && Object.hasOwn(shapes, chosen) && shapes[chosen];
    return shape
      ? shape(value, at)
      : fault(inside(at, tag), { oneOf: Object.keys(shapes) }, chosen);
  };

export const both =
  (...shapes: readonly Shape[]): Shape =>
  (value, at) =>
    isRecord(value) ? shapes.flatMap((shape) => shape(value, at)) : fault(at, "object", value);

/** Whether a value is what JSON can say: no function, class, date, cycle or hole. */
export function plain(value: unknown, at: string, around: readonly unknown[] = []): Fault[] {
  if (value === null || ["string", "boolean"].includes(typeof value)) return [];
  if (typeof value === "number" && Number.isFinite(value)) return [];
  if (typeof value !== "object" || around.includes(value)) return fault(at, "plain data", value);
  const within = [...around, value];
  if (Array.isArray(value)) return value.flatMap((item, i) => plain(item, `${at}[${i}]`, within));
  if (Object.getPrototypeOf(value) !== Object.prototype) return fault(at, "plain data", value);
  return Object.entries(value).flatMap(([name, item]) =>
    item === undefined ? [] : plain(item, inside(at, name), within),
  );
}
