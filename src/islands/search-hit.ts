/** What Pagefind says of a page that was found. */
export type HitData = {
  url: string;
  /** Text around the words that were found, each in a mark element. */
  excerpt: string;
  meta: Readonly<Record<string, string>>;
};

/** One result: its title, which leads to it, and the words around what was found. */
export function hit(document: Document, data: HitData, demonstration: string): HTMLElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = data.url;
  link.textContent = data.meta["title"] ?? data.url;
  const text = document.createElement("p");
  text.append(...excerptNodes(document, data.excerpt));
  item.append(link);
  if (data.meta["demonstration"]) {
    const tag = document.createElement("strong");
    tag.className = "tag";
    tag.textContent = demonstration;
    item.append(" ", tag);
  }
  item.append(text);
  return item;
}

/** The excerpt as nodes: of its markup only the marks count, whatever else may stand in it. */
function excerptNodes(document: Document, excerpt: string): Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node, i) => {
    const words = node.textContent ?? "";
    // It may begin where a sentence ends.
    const text = document.createTextNode(i === 0 ? words.replace(/^[\s.。，,；;]+/, "") : words);
    if (node.nodeName !== "MARK") return text;
    const mark = document.createElement("mark");
    mark.append(text);
    return mark;
  });
}
