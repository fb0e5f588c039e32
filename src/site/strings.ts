import type { Lang } from "#core/language";
import { en } from "#site/strings/en";
import { type Strings, zh } from "#site/strings/zh";

export type { Strings };
export const strings: Readonly<Record<Lang, Strings>> = { zh, en };
