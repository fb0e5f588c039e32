import { markdownToHtml } from "satteri";

/** A dataset's notes as HTML, their headings one level lower so that they stay under the page's section. */
export const notesHtml = (markdown: string): string =>
  markdownToHtml(markdown).html.replace(
    /<(\/?)h([1-5])\b/g,
    (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`,
  );
