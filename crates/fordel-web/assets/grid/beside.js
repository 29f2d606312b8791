// Where a list or a panel lies: below a cell, or above it where there is more room.

export function beside(panel, cell) {
  const box = cell.getBoundingClientRect();
  const { innerWidth: width, innerHeight: height } = window;
  panel.style.minWidth = `${box.width}px`;
  const room = height - box.bottom;
  const above = room < Math.min(panel.offsetHeight, 240) && box.top > room;
  panel.style.maxHeight = `${Math.max(96, (above ? box.top : room) - 8)}px`;
  panel.style.top = above ? `${box.top - panel.offsetHeight}px` : `${box.bottom}px`;
  panel.style.left = `${Math.max(4, Math.min(box.left, width - panel.offsetWidth - 4))}px`;
}
