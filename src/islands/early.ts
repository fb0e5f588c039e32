import { mayStartEarly } from "./may-start.ts";

/**
 * On a fast line has what the first filter takes fetched while the page is still read; who asks for it later finds it in
 * the browser's cache. It is no module, since modules wait until the page is read.
 */
const { fetch: file, modules = "" } = (document.currentScript as HTMLScriptElement).dataset; // its own tag runs it
if (file && mayStartEarly()) {
  void fetch(file).catch(() => {}); // whoever needs it is told
  for (const href of modules.split(" ").filter(Boolean)) {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href });
    document.head.append(link);
  }
}
