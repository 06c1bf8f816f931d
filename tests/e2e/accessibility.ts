/** What axe finds on a page. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** The page as it stands, with an open dialog, has no violation of axe's rules. */
export async function expectAccessible(page: Page): Promise<void> {
  // A dialog fades in; half-transparent letters have no contrast to speak of.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  const { violations } = await new AxeBuilder({ page })
    // React Aria's own region for screen readers.
    .exclude('[data-live-announcer]')
    // Otherwise axe opens a page of its own for its findings; the desk has one window.
    .setLegacyMode()
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
