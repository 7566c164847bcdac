import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Charts, loadCharts } from '../present/index.ts';

export interface LiveChartProps {
  /** Draws at a width; called again when the room changes. */
  readonly draw: (charts: Charts, width: number) => SVGSVGElement;
  /** Height kept free while the picture is not there yet. */
  readonly height: number;
  /** Never drawn wider; a page is 816 wide. */
  readonly widest?: number;
  readonly loading: string;
  readonly failed: string;
}

/** A picture drawn at the width it has, never scaled. Plot comes on demand; the words are there before. */
export function LiveChart({ draw, height, widest = 816, loading, failed }: LiveChartProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [charts, setCharts] = useState<Charts>();
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    loadCharts().then(setCharts, () => setBroken(true));
  }, []);
  useEffect(() => {
    const box = place.current;
    if (!box || !charts) return;
    let drawn = 0;
    const redraw = () => {
      const width = Math.min(widest, Math.floor(box.clientWidth));
      if (width < 120 || width === drawn) return;
      drawn = width;
      try {
        box.replaceChildren(draw(charts, width));
      } catch (error) {
        console.error(error);
        setBroken(true);
      }
    };
    redraw();
    const observer = new ResizeObserver(redraw);
    observer.observe(box);
    return () => observer.disconnect();
  }, [charts, draw, widest]);
  if (broken) return failed ? <p className="small">{failed}</p> : null;
  return (
    <div ref={place} style={{ minHeight: height }}>
      {!charts && loading && <p className="unseen">{loading}</p>}
    </div>
  );
}
