const labels = /^(?:本页|本表|全区|全市|全县)?(?:合计|总计|小计|共计)[:：]?$|^(?:sub-?|grand)?total:?$/i;

/** Whether a row that begins with this cell holds totals. */
export function isTotalLabel(text: string): boolean {
  if (text.length > 16) return false;
  const last = text.charCodeAt(text.length - 1);
  // 计 : ： l L space, before the regular expression is asked
  if (last !== 0x8ba1 && last !== 58 && last !== 0xff1a && last !== 108 && last !== 76 && last > 32)
    return false;
  return labels.test(text.replace(/\s+/gu, ""));
}

const noteLabel = /^(?:注|备注|说明|填表人|填报人|制表人?|审核人?|单位负责人|填报单位|填报日期)\s*[0-9]*[:：]/u;

/** Whether a row's only cell is a note below the table. */
export const isNote = (text: string): boolean => noteLabel.test(text);

const chunk = 2 ** 52;

/** An exact sum of whole numbers: in doubles as far as they are exact, then carried into a bigint. */
export function startSum(): { add: (value: number, text: string) => void; value: () => bigint } {
  let near = 0;
  let far = 0n;
  return {
    add(value, text) {
      if (!Number.isSafeInteger(value)) {
        far += BigInt(text.replace(/\.(\d?)(\d?)$/, (_, a, b) => (a || "0") + (b || "0")));
        return;
      }
      near += value;
      if (near > chunk || near < -chunk) {
        far += BigInt(near);
        near = 0;
      }
    },
    value: () => far + BigInt(near),
  };
}
