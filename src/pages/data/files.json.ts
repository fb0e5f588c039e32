import type { APIRoute } from "astro";
import { queryFileUrls } from "#site/catalog";

/** The query files of this release, so that copies of earlier ones can be forgotten. */
export const GET: APIRoute = () => new Response(JSON.stringify(queryFileUrls()));
