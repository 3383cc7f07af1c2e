/** The way from a term to its card: a pointer on it has not left. Pure. */
import type { Box } from './place';

type Point = { x: number; y: number };

/** Half of the 120° in which a hand that aims at the card may stray. */
const HALF_ANGLE = Math.PI / 3;

/**
 * Whether a point is on the way from `start`, where the pointer left the term, to the card: inside the 120° cone that
 * opens towards the card's nearer edge, or inside the triangle between `start` and the ends of that edge.
 */
export function onTheWay(start: Point, point: Point, card: Box): boolean {
  const axis = axisTowards(start, card);
  if (!axis) return contains(card, point);
  const { direction, edge, distance } = axis;
  const dx = point.x - start.x;
  const dy = point.y - start.y;
  const ahead = dx * direction.x + dy * direction.y;
  if (ahead < -0.5 || ahead > distance) return false;
  const aside = Math.abs(dx * direction.y - dy * direction.x);
  return aside <= Math.tan(HALF_ANGLE) * ahead + 0.5 || inTriangle(point, start, edge[0], edge[1]);
}

/** The direction to the card, the edge that faces the point, and how far away that edge is. */
function axisTowards(from: Point, card: Box): { direction: Point; edge: [Point, Point]; distance: number } | undefined {
  const { left, top, right, bottom } = card;
  if (from.y <= top)
    return {
      direction: { x: 0, y: 1 },
      edge: [
        { x: left, y: top },
        { x: right, y: top },
      ],
      distance: top - from.y,
    };
  if (from.y >= bottom)
    return {
      direction: { x: 0, y: -1 },
      edge: [
        { x: left, y: bottom },
        { x: right, y: bottom },
      ],
      distance: from.y - bottom,
    };
  if (from.x <= left)
    return {
      direction: { x: 1, y: 0 },
      edge: [
        { x: left, y: top },
        { x: left, y: bottom },
      ],
      distance: left - from.x,
    };
  if (from.x >= right)
    return {
      direction: { x: -1, y: 0 },
      edge: [
        { x: right, y: top },
        { x: right, y: bottom },
      ],
      distance: from.x - right,
    };
  return undefined;
}

function inTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const signs = [cross(p, a, b), cross(p, b, c), cross(p, c, a)];
  return !(signs.some((sign) => sign < 0) && signs.some((sign) => sign > 0));
}

function cross(p: Point, a: Point, b: Point): number {
  return (a.x - p.x) * (b.y - p.y) - (b.x - p.x) * (a.y - p.y);
}

/** Whether a point is inside a box, its edges included. */
export function contains(box: Box, { x, y }: Point, slack = 0): boolean {
  return x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;
}
