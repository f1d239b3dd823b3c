/** What the script of the page is told of a chart. Plain data: it stands in the page as JSON. */
export interface ChartSpec {
  readonly id: string;
  /** `columns` stand side by side on an axis, `rows` lie below each other with their labels above them. */
  readonly kind: 'columns' | 'rows' | 'line';
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Series stand on each other. */
  readonly stacked: boolean;
  /** Written at their columns; `rows` always have it. */
  readonly values_shown: boolean;
  /** What the axis of values counts. */
  readonly unit: string;
  /** What the labels are; '' where they say it themselves. */
  readonly axis: string;
  /** Labels are days, `YYYY-MM-DD`, or months, `YYYY-MM`. */
  readonly dates: boolean;
}

export interface ChartSeries {
  readonly name: string;
  /** A colour of the page: `strong` and `soft` differ in how dark they are, `other` also in its hue. */
  readonly tone: 'strong' | 'soft' | 'other';
  readonly dashed?: boolean;
  readonly values: readonly (number | null)[];
}
