/** One report: what it says, in whose words, who says so, when and where. */

import { el, foreign, phrase } from "./dom.js";
import { partyName } from "./names.js";
import { said } from "./spans.js";
import { cutOut, webLink } from "./text.js";

/**
 * @param {import("./payload.js").Data} data @param {import("./evidence.js").Claim} claim
 * @param {{language: string, words: Object<string, string>}} reader
 * @param {?string} role supports or against what is shown
 */
export function claimCard(data, claim, { language, words }, role) {
  const tags = ["hedged", "denied"].filter((tag) => claim.modality === tag);
  if (claim.telling === "background") tags.push("background");
  if (claim.extent !== "whole") tags.push(claim.extent);
  return el(
    "article", { class: `wh-claim ${role ? `wh-${role}` : ""}`, "data-claim": claim.id },
    el("h4", {}, headline(data, claim, language, words), " ", el("span", { class: "wh-when" }, said(claim.when, words))),
    claim.review ? el("p", { class: "wh-review" }, reviewed(claim.review, words)) : null,
    tags.length || role ? el("p", { class: "wh-tags" }, ...(role ? [tag(words[role], role)] : []), ...tags.map((name) => tag(words[name], name))) : null,
    quote(claim),
    el("p", { class: "wh-source" }, ...source(data, claim, language, words)),
  );
}

/** What a person said of it. @param {[string, string, string[]]} review @param {Object<string, string>} words */
function reviewed([action, day, fields], words) {
  const names = { place: words.place, actor: words.who, when: words.date, relation: words.relation, extent: words.extent };
  const named = fields.map((field) => names[field] ?? field);
  return phrase(action === "amend" ? words.reviewAmend : words.reviewAccept, { day, fields: named.join(", ") });
}

/** @param {string} text @param {string} name */
function tag(text, name) {
  return el("span", { class: `wh-tag wh-tag-${name}` }, text);
}

function headline(data, claim, language, words) {
  if (!partyName(data, claim.actor, language)) return el("span", {}, words[claim.relation === "contested" ? "fighting" : claim.relation].replace("{actor}", "?"));
  const pattern = { holds: words.holds, gained: words.gained, lost: words.lost, contested: words.fights }[claim.relation];
  const line = el("span", {}, phrase(pattern, { actor: foreign(partyName(data, claim.actor, language)) }));
  if (claim.loser) line.append(" ", phrase(words.from, { actor: foreign(partyName(data, claim.loser, language)) }));
  return line;
}

/** The claiming words are marked, and in them the name of the place. */
function quote(claim) {
  const [before, words, after] = claim.quote;
  const [head, name, tail] = cutOut(words, claim.mention[0], claim.mention[1]);
  const mark = el("mark", {}, foreign(head, "span"), name ? foreign(name, "strong") : null, foreign(tail, "span"));
  return el("blockquote", { dir: "auto", lang: claim.language }, foreign(before, "span"), mark, foreign(after, "span"));
}

function source(data, claim, language, words) {
  const url = webLink(claim.url);
  const title = foreign(claim.title ?? claim.publisher ?? url ?? claim.id);
  const link = url ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank", title: words.source }, title) : title;
  /** @type {(Node|string)[]} */
  const parts = [link];
  if (claim.publisher && claim.title) parts.push(foreign(claim.publisher));
  parts.push(phrase(claim.published ? words.published : words.publishedUnknown, { day: claim.published ?? "" }));
  if (claim.speaker) parts.push(phrase(words.according, { speaker: foreign(partyName(data, claim.speaker, language)) }));
  const basis = { stated: words.stated, dateline: words.dateline, published: words.basisPublished }[claim.when[2]];
  if (basis) parts.push(claim.when[3] ? el("span", {}, basis, " (", foreign(claim.when[3]), ")") : basis);
  return parts.flatMap((part, i) => (i ? [" · ", part] : [part]));
}
