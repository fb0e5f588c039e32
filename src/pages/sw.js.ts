import type { APIRoute } from "astro";
import { serviceWorkerCode } from "#site/service-worker";

/** At the top of the site, since a service worker sees only what lies below it. */
export const GET: APIRoute = () => new Response(serviceWorkerCode());
