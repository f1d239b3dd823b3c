import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartSpec } from '../report/page/chartSpec.ts';
import { chartConfig } from './chartConfig.ts';
import { paletteNow } from './palette.ts';

/**
 * The script of the page that `curate report` writes: draws the charts that stand in it as JSON, and again when the
 * reader's colours change or the page is printed.
 */

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement);
Chart.register(PointElement, Tooltip);

/** Height of a row of a chart of rows: a line of text, its bar, and room around them. */
const ROW_HEIGHT = 38;

const specs: readonly ChartSpec[] = JSON.parse(document.getElementById('charts')?.textContent ?? '[]');
const drawn = new Map<ChartSpec, Chart>();

function drawAll(): void {
  const palette = paletteNow();
  for (const spec of specs) {
    const canvas = document.getElementById(spec.id);
    if (!(canvas instanceof HTMLCanvasElement)) continue;
    const box = canvas.parentElement;
    if (box !== null && spec.kind === 'rows') box.style.height = `${spec.labels.length * ROW_HEIGHT + 12}px`;
    drawn.get(spec)?.destroy();
    drawn.set(spec, new Chart(canvas, chartConfig(spec, palette, box?.clientWidth ?? 0)));
  }
}

/** Paper is white: the colours of light screens are for it, whatever the reader's are. */
function onPaper(isPaper: boolean): void {
  document.documentElement.classList.toggle('paper', isPaper);
  drawAll();
}

drawAll();
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
window.addEventListener('beforeprint', () => onPaper(true));
window.addEventListener('afterprint', () => onPaper(false));
