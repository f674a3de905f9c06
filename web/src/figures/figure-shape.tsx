import type { FigureMark } from './figure-mark.ts';

/** Dotted stretch at either end of a word whose edges are not stated. */
const EDGE = 18;

/** One figure on the axis. The shape says how the number is meant; its colour says nothing. */
export function FigureShape({
  drawn,
  at,
  x,
}: {
  readonly drawn: FigureMark;
  readonly at: number;
  readonly x: (distance: number) => number;
}) {
  switch (drawn.shape) {
    case 'dot':
      return <circle className="solid" cx={x(drawn.at)} cy={at} r={4} />;
    case 'ring':
      return <circle className="ring" cx={x(drawn.at)} cy={at} r={5} />;
    case 'stop': {
      const [stop, tip] = drawn.way === 'more' ? [x(drawn.from), x(drawn.to)] : [x(drawn.to), x(drawn.from)];
      const back = tip + (tip > stop ? -5 : 5);
      return <path className="stroke" d={`M${stop} ${at - 6}v12M${stop} ${at}H${tip}M${back} ${at - 4}L${tip} ${at}L${back} ${at + 4}`} />;
    }
    case 'bar':
      return (
        <path className="stroke" d={`M${x(drawn.from)} ${at - 4}v8M${x(drawn.to)} ${at - 4}v8M${x(drawn.from)} ${at}H${x(drawn.to)}`} />
      );
    case 'vague': {
      const edge = Math.min(EDGE, (drawn.to - drawn.from) / 3);
      const [from, to, inner, outer] = [x(drawn.from), x(drawn.to), x(drawn.from + edge), x(drawn.to - edge)];
      return (
        <>
          <path className="stroke" d={`M${inner} ${at}H${outer}`} />
          <path className="stroke dotted" d={`M${from} ${at}H${inner}M${outer} ${at}H${to}`} />
        </>
      );
    }
    default:
      return null;
  }
}
