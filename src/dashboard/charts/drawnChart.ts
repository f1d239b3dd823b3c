import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { type Palette, paletteNow } from '../../page/palette.ts';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, Filler, Legend, LinearScale);
Chart.register(LineController, LineElement, PointElement, Tooltip);

export type AnyChart = ChartConfiguration<'bar' | 'line'> | ChartConfiguration<'doughnut'>;

/**
 * What is to be drawn, by the colours of the moment.
 * @param room pixels that it is wide
 */
export type Drawing = (palette: Palette, room: number) => AnyChart;

/** One canvas. It is drawn anew when its numbers or the colours change, and left alone otherwise. */
export class DrawnChart {
  readonly #canvas: HTMLCanvasElement;
  #chart: Chart<'bar' | 'line'> | Chart<'doughnut'> | undefined;
  #drawing: Drawing | undefined;
  #shown = '';

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  /** @param numbers what the drawing shows: drawn anew only when they differ, so that nothing flickers */
  show(numbers: unknown, drawing: Drawing): void {
    const told = JSON.stringify(numbers);
    if (told === this.#shown && this.#chart !== undefined) return;
    this.#shown = told;
    this.#drawing = drawing;
    this.redraw();
  }

  redraw(): void {
    if (this.#drawing === undefined) return;
    this.#chart?.destroy();
    const config = this.#drawing(paletteNow(), this.#canvas.parentElement?.clientWidth ?? 0);
    this.#chart = isDoughnut(config) ? new Chart(this.#canvas, config) : new Chart(this.#canvas, config);
  }
}

function isDoughnut(config: AnyChart): config is ChartConfiguration<'doughnut'> {
  return config.type === 'doughnut';
}
