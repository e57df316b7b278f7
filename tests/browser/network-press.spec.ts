import { expect, test } from './site.ts';

test('a cable is cut by a press on its line, also on a telephone, and mended by the same press', async ({
  page,
}) => {
  for (const size of [
    { width: 360, height: 800 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(size);
    await page.goto('/en/simulations/no-centre/?scenario=cable-cut&step=6&change=none');
    const frame = page.locator('sim-frame');
    const plate = frame.locator(size.width < 700 ? '[data-part="narrow-plate"]' : '[data-part="wide-plate"]');
    const cable = plate.locator('[data-action="cut:Y-M"]');
    await expect(cable).toHaveAttribute('aria-label', 'Cut the link between Y and M');
    await cable.scrollIntoViewIfNeeded();
    // A quarter of the way along: beside the triangle and the words in the middle.
    const spot = await cable.evaluate((path: SVGPathElement) => {
      const point = path.getPointAtLength(path.getTotalLength() / 4).matrixTransform(path.getScreenCTM()!);
      return [point.x, point.y] as const;
    });
    await page.mouse.click(...spot);
    await expect(frame.locator('[data-part="sentence"]')).toContainText('The link between Y and M is cut.');
    await expect(cable).toHaveAttribute('aria-label', 'Mend the link between Y and M');
    await expect(cable).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(frame.locator('[data-part="sentence"]')).toContainText(
      'The link between Y and M is mended.',
    );
  }
});

test('a network is removed by a press on its name, and the peering of the other simulation is made by a press on its line', async ({
  page,
}) => {
  await page.goto('/en/simulations/no-centre/?scenario=two-to-many&step=11');
  const plate = page.locator('[data-part="wide-plate"]');
  await expect(page.locator('[data-part="place"]')).toHaveText('Step 11');
  await plate.scrollIntoViewIfNeeded();
  const name = await plate.locator('[data-id="node-G-name"]').boundingBox();
  await page.mouse.click(name!.x + name!.width / 2, name!.y + name!.height / 2);
  await expect(page.locator('[data-part="sentence"]')).toContainText('Network G is removed');

  await page.goto('/en/simulations/policy-distance/?step=4');
  await page.locator('[data-part="wide-plate"] [data-action="peer:B-A"]').focus();
  await page.keyboard.press('Space');
  await expect(page.locator('[data-part="sentence"]')).toContainText('A and B agree on a peering');
});
