// Draws the petition's diagram and marks what it has passed and where it stands.
'use strict';

async function draw(place) {
  const answer = await fetch(place.dataset.path);
  if (!answer.ok) throw new Error(String(answer.status));
  const path = await answer.json();
  place.replaceChildren();
  const viewer = new BpmnJS({container: place});
  await viewer.importXML(path.model);
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  const drawn = viewer.get('elementRegistry');
  for (const [marker, ids] of [['taken', path.taken], ['current', path.current]]) {
    ids.filter(id => drawn.get(id)).forEach(id => canvas.addMarker(id, marker));
  }
}

draw(document.getElementById('diagram')).catch(() => {
  document.querySelector('.drawing')?.remove();
  document.getElementById('no-diagram').hidden = false;
});
