/** Leaflet is vendored without types. */
declare const L: any;
