// 〔2020〕92号 in every bracket, unpaired ones too; the name before it is a run of Chinese characters.
const number =
  /(\p{Script=Han}{1,40})\s*[〔[(【〈<{]\s*(\d{4})\s*[〕\])】〉>}]\s*第?\s*(\d{1,5})\s*号?|(\p{Script=Han}{2,12})(\d{4})年第(\d{1,5})号公告/gu;

// Words before a number that do not belong to it.
const lead = /^.*(?:通知|办法|规定|批复|意见|的函)|^(?:按照|按|根据|依据|依照|参照|详见|见)+/u;
// Right after a number 和 joins the next to it; elsewhere it may begin a name: 和发改物价 is Hotan's.
const joint = /^(?:以及|及|与|和|并|或)+/u;

const known = (year: string) => year >= "1949" && year < "2100";

/**
 * Document numbers in a text, as written but with brackets 〔〕 and 号: 新发改收费〔2011〕3656号.
 * Announcements without brackets stay as they are: 财政部等六部委2019年第76号公告.
 */
export function documentNumbers(text: string): string[] {
  const found = new Set<string>();
  let after = -1;
  for (const match of text.normalize("NFKC").matchAll(number)) {
    const [, run = "", year = "", no = "", issuer = "", issued = "", notice = ""] = match;
    const named = (run || issuer).replace(lead, "");
    const name = match.index === after ? named.replace(joint, "") : named;
    after = match.index + match[0].length;
    if (name === "" || name.length > 12 || !known(year || issued)) continue;
    found.add(run ? `${name}〔${year}〕${Number(no)}号` : `${name}${issued}年第${notice}号公告`);
  }
  return [...found];
}
