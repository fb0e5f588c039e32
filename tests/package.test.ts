import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Named = Readonly<Record<string, string>>;
type Package = {
  dependencies?: Named;
  devDependencies?: Named;
  optionalDependencies?: Named;
  engines?: Named;
};
type Lock = {
  packages: Readonly<
    Record<string, Package & { version?: string; resolved?: string; integrity?: string }>
  >;
};

const groups = ["dependencies", "devDependencies", "optionalDependencies"] as const;
const allOf = (p: Package): Named => Object.assign({}, ...groups.map((group) => p[group] ?? {}));

/** A version that can change by itself. */
export const checkVersions = (p: Package): string[] =>
  Object.entries(allOf(p))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}: ${version} is not one exact version`);

/** A package without its line in the table, and a line without its package. */
export function checkReasons(p: Package, contributing: string): string[] {
  const rows = [...contributing.matchAll(/^\| `([^`]+)` +\| +(\S.*)\|$/gm)].map(
    ([, name]) => name ?? "",
  );
  const names = Object.keys(allOf(p));
  return [
    ...names.filter((name) => !rows.includes(name)).map((name) => `${name}: why is it here?`),
    ...rows
      .filter((name) => !/[ /]$|[ ]/.test(name) && !names.includes(name))
      .map((name) => `${name}: is not a dependency`),
  ];
}

/** A lock that names hosts, lacks a checksum or locks something else than the package asks for. */
export function checkLock(p: Package, { packages }: Lock): string[] {
  const root = packages[""] ?? {};
  const differs = [...groups, "engines" as const].filter(
    (group) => JSON.stringify(p[group] ?? {}) !== JSON.stringify(root[group] ?? {}),
  );
  const locked = Object.entries(packages).filter(([path]) => path !== "");
  // npm ci refuses a lock without the packages of other platforms; npm install writes one without a word.
  const isLocked = (name: string, from: string): boolean =>
    `${from}node_modules/${name}` in packages ||
    (from !== "" && isLocked(name, from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+\/$/, "$1")));
  const absent = locked.flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(name, `${path}/`))
      .map((name) => `${path}: needs ${name}, which is not locked`),
  );
  return [
    ...absent,
    ...differs.map((group) => `${group}: differ; run npm install`),
    ...Object.entries(allOf(p))
      .filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)
      .map(([name, version]) => `${name}: ${version} is not what is locked`),
    ...locked.filter(([, { resolved }]) => resolved).map(([path]) => `${path}: names a host`),
    ...locked.filter(([, { integrity }]) => !integrity).map(([path]) => `${path}: no checksum`),
  ];
}

const read = (path: string) => readFileSync(path, "utf8");

describe("package.json", () => {
  const p: Package = JSON.parse(read("package.json"));
  const lock: Lock = JSON.parse(read("package-lock.json"));

  it("has exact versions only", () => expect(checkVersions(p)).toEqual([]));
  it("has a reason for each package", () =>
    expect(checkReasons(p, read("CONTRIBUTING.md"))).toEqual([]));
  it("is what is locked, without hosts", () => expect(checkLock(p, lock)).toEqual([]));
  it("starts on Node 20 and brings one newer Node for every platform", () => {
    expect(p.engines).toEqual({ node: ">=20" });
    expect(new Set(Object.values(p.optionalDependencies ?? {})).size).toBe(1);
  });
});

describe.each(["bench/mosaic", "bench/lighthouse"])("%s/package.json", (folder) => {
  const p: Package = JSON.parse(read(`${folder}/package.json`));
  const lock: Lock = JSON.parse(read(`${folder}/package-lock.json`));

  it("has exact versions only", () => expect(checkVersions(p)).toEqual([]));
  it("is what is locked, without hosts", () => expect(checkLock(p, lock)).toEqual([]));
  it("runs the engine that the site runs, if any", () => {
    const own: Package = JSON.parse(read("package.json"));
    const engine = "@duckdb/duckdb-wasm";
    expect([undefined, own.dependencies?.[engine]]).toContain(p.dependencies?.[engine]);
  });
});

describe("the checkers", () => {
  const p = { dependencies: { a: "1.0.0" }, devDependencies: { b: "2.0.0-r.1" } };
  const locked = { version: "1.0.0", integrity: "sha512-x" };
  const lock = {
    "": p,
    "node_modules/a": locked,
    "node_modules/b": { ...locked, version: "2.0.0-r.1" },
  };
  const reasons = "| `a` | why |\n| `b` | why |\n";

  it("accept what is right", () => {
    expect([
      ...checkVersions(p),
      ...checkReasons(p, reasons),
      ...checkLock(p, { packages: lock }),
    ]).toEqual([]);
  });

  it.each(["^1.0.0", "~1.0.0", "1", "1.x.x", "*", "latest", "git+https://example.org/a.git"])(
    "find the version %s",
    (version) => expect(checkVersions({ optionalDependencies: { a: version } })).toHaveLength(1),
  );

  it("find a package without a reason, and the reverse", () => {
    expect(checkReasons(p, "| `a` |  |\n| `b` | why |\n| `c` | why |\n")).toEqual([
      "a: why is it here?",
      "c: is not a dependency",
    ]);
  });

  it.each([
    ["a host", { ...lock, "node_modules/c": { ...locked, resolved: "https://example.org/c.tgz" } }],
    ["no checksum", { ...lock, "node_modules/c": { version: "1.0.0" } }],
    [
      "a missing platform",
      {
        ...lock,
        "node_modules/a": { ...locked, optionalDependencies: { "@a/darwin": "1.0.0", b: "*" } },
      },
    ],
    ["another version", { ...lock, "node_modules/a": { ...locked, version: "1.0.1" } }],
    ["another wish", { ...lock, "": { ...p, dependencies: {} } }],
  ])("find %s in the lock", (_, packages) => expect(checkLock(p, { packages })).toHaveLength(1));
});
