import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Charts, loadCharts } from '../present/index.ts';

export interface LiveChartProps {
  /** Draws at a width; called again when the room changes. */
  readonly draw: (charts: Charts, width: number) => SVGSVGElement;
  /** Height kept free while the picture is not there yet. */
  readonly height: number;
  readonly loading: string;
  readonly failed: string;
}

/** A picture drawn at the width it has, never scaled. Plot comes on demand; the words are there before. */
export function LiveChart({ draw, height, loading, failed }: LiveChartProps): ReactNode {
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
      const width = Math.min(816, Math.floor(box.clientWidth));
      if (width < 200 || width === drawn) return;
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
  }, [charts, draw]);
  if (broken) return <p className="small">{failed}</p>;
  return (
    <div ref={place} style={{ minHeight: height }}>
      {!charts && <p className="unseen">{loading}</p>}
    </div>
  );
}
