import type { Lang, Text } from "#core/language";
import { withdrawalReasons } from "#core/rule";

const reasons: Readonly<Record<string, Text>> = withdrawalReasons;

/** A kind of reason in words. */
export const reasonText = (reason: string, lang: Lang): string => reasons[reason]?.[lang] ?? reason;
