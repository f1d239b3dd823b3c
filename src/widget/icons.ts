/** Pictures of our own, as the data of an SVG path on a square of 24. A thumb that points down is turned by the style. */
export const THUMB = 'M3 11h4v10H3zM7 11l4-8c1.7 0 2.5 1.2 2.2 2.7L12.5 9H19a2 2 0 0 1 2 2.4l-1.5 8a2 2 0 0 1-2 1.6H7';
export const STAR = 'M12 3l2.8 5.8 6.2.9-4.5 4.4 1.1 6.3-5.6-3-5.6 3 1.1-6.3L3 9.7l6.2-.9z';
