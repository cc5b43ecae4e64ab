/** A Leaflet layer that is one canvas, painted anew for each view. */

/* global L */

/**
 * @typedef {object} View What a painter needs to know of the map.
 * @property {number} width in CSS pixels @property {number} height
 * @property {number} size of the whole world in pixels
 * @property {number} left of the canvas in the world, in pixels @property {number} top
 * @property {number} zoom
 * @property {number} ratio device pixels to a CSS pixel
 */

/** The length of the equator in metres: as wide as the map of the world is. */
export const EQUATOR_M = 40075017;

/** Web Mercator. @param {number} lon @returns {number} 0 to 1 */
export function worldX(lon) {
  return lon / 360 + 0.5;
}

/** @param {number} lat @returns {number} 0 to 1, from north */
export function worldY(lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** @param {CanvasRenderingContext2D} context @param {View} view */
export function wipe(context, { width, height }) {
  context.clearRect(0, 0, width, height);
}

/**
 * @param {(context: CanvasRenderingContext2D, view: View) => void} paint all of the canvas, after each change of the view
 * @param {object} options of L.Renderer
 */
export function canvasLayer(paint, options) {
  const Canvas = L.Renderer.extend({
    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
    },
    _destroyContainer() {
      this._container.remove();
    },
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      this._fit();
      this.repaint();
    },
    _fit() {
      const size = this._bounds.getSize();
      const ratio = Math.min(window.devicePixelRatio || 1, 2);
      Object.assign(this._container, { width: Math.round(size.x * ratio), height: Math.round(size.y * ratio) });
      Object.assign(this._container.style, { width: `${size.x}px`, height: `${size.y}px` });
      L.DomUtil.setPosition(this._container, this._bounds.min);
      const zoom = this._map.getZoom();
      const origin = this._map.getPixelOrigin().add(this._bounds.min);
      const world = 256 * 2 ** zoom;
      this.view = { width: size.x, height: size.y, size: world, left: origin.x, top: origin.y, zoom, ratio };
    },
    repaint() {
      if (!this.view) return;
      const context = this._container.getContext("2d");
      context.setTransform(this.view.ratio, 0, 0, this.view.ratio, 0, 0);
      paint(context, this.view);
    },
  });
  return new Canvas(options);
}
