"""Screenshots of the examples' documentation pages, made with a real server and a real browser.

No build of the site imports this: it needs Chromium, Playwright and Pillow, which are in the
extra `test`.
"""
