// Runs in the harness of browser.py, after every frame has loaded: writes into <output> what is broken in which frame.
"use strict";

const SLACK = 1.5; // pixels: what rounding makes
const LEAST_TYPE = 12, LEAST_BUTTON = 40, LEAST_CONTRAST = 4.5; // pixels, pixels, and the ratio of WCAG's level AA

const named = (element) => `<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 30)}`;
const styleOf = (element) => element.ownerDocument.defaultView.getComputedStyle(element);
const within = (inner, outer) =>
  inner.left >= outer.left - SLACK && inner.right <= outer.right + SLACK &&
  inner.top >= outer.top - SLACK && inner.bottom <= outer.bottom + SLACK;
const overlap = (one, other) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK;

function* upwards(element) {
  for (; element; element = element.parentElement) yield element;
}

function rangeOf(first, last = first) {
  const range = first.ownerDocument.createRange();
  range.setStart(first, 0);
  range.setEnd(last, last.length ?? last.childNodes.length);
  return range;
}

const boxOf = (texts) => rangeOf(texts[0], texts.at(-1)).getBoundingClientRect();

function blockOf(element) {
  return [...upwards(element)].find((one) => styleOf(one).display !== "inline");
}

// ── colours

const channels = (colour) => colour.match(/[\d.]+/g).map(Number);

function light(colour) {
  const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ground(element) {
  const colours = [...upwards(element)].map((one) => styleOf(one).backgroundColor);
  return colours.find((colour) => channels(colour)[3] !== 0) ?? "rgb(255, 255, 255)";
}

function contrast(element) {
  const [dark, bright] = [light(styleOf(element).color), light(ground(element))].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

// ── what may be broken

function* elementFaults(document) {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > room) yield "wide: the page is wider than its window";
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (box.left < -SLACK || box.right > room + SLACK) yield `wide: ${named(element)}`;
    if (styleOf(element).display === "inline") continue;
    if (element.scrollWidth > element.clientWidth + SLACK) yield `cut: ${named(element)} at its side`;
    if (element.scrollHeight > element.clientHeight + SLACK) yield `cut: ${named(element)} at its end`;
  }
}

function* textFaults(element, texts) {
  const box = boxOf(texts), around = [...upwards(element)].map(styleOf);
  const unseen = around.some((style) => style.visibility !== "visible" || Number(style.opacity) < 1);
  if (unseen || box.width < 1 || box.height < 1) return yield `hidden: ${named(element)}`;
  if (parseFloat(styleOf(element).fontSize) < LEAST_TYPE) yield `small: ${named(element)}`;
  if (contrast(element) < LEAST_CONTRAST) yield `pale: ${named(element)}`;
  if (!within(box, blockOf(element).getBoundingClientRect())) yield `cut: the text of ${named(element)}`;
  const line = rangeOf(texts[0]).getClientRects()[0];
  const above = element.ownerDocument.elementFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2);
  if (!element.contains(above)) yield `covered: ${named(element)}`;
}

function* overlapFaults(written) {
  const boxes = written.map(([element, texts]) => [element, blockOf(element), boxOf(texts)]);
  for (const [place, [element, block, box]] of boxes.entries())
    for (const [other, otherBlock, otherBox] of boxes.slice(place + 1))
      if (block !== otherBlock && overlap(box, otherBox)) yield `overlap: ${named(element)} and ${named(other)}`;
}

function* buttonFaults(document) {
  for (const button of document.querySelectorAll("a[href]")) {
    const box = button.getBoundingClientRect();
    if (box.height < LEAST_BUTTON) yield `small: ${named(button)} is no button`;
    if (!within(rangeOf(button).getBoundingClientRect(), box)) yield `cut: the text of ${named(button)}`;
  }
}

// Every element that has text of its own, with its texts.
function writtenIn(document) {
  const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  return [...Map.groupBy(texts, (text) => text.parentElement)];
}

function seen(frame) {
  const document = frame.contentDocument, written = writtenIn(document);
  frame.style.height = `${document.documentElement.scrollHeight}px`;
  const faults = [
    ...elementFaults(document), ...written.flatMap(([element, texts]) => [...textFaults(element, texts)]),
    ...overlapFaults(written), ...buttonFaults(document),
  ];
  return {
    faults, title: document.title, text: document.body.innerText.slice(0, 50_000),
    buttons: [...document.querySelectorAll("a[href]")].map((button) => button.textContent),
    fetched: frame.contentWindow.performance.getEntriesByType("resource").map((one) => one.name),
  };
}

addEventListener("load", () => {
  const frames = [...document.querySelectorAll("iframe")];
  document.querySelector("output").textContent = JSON.stringify(frames.map(seen));
});
