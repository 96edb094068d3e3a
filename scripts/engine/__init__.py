"""The build engine: stock MkDocs, without what earlier builds or other languages made already.

Nothing here says what a page shows. Without the line `docsite:` in `mkdocs.yml` and the commands
that build, the site comes out the same, a language at a time and more slowly; `tests/engine` hold
every build to the output of stock MkDocs.

A build goes this way, and can be read in this order:

1. `scripts/start.py` asks `inputs.gate` whether any file changed. Where none did, it ends there.
2. `builds.driver` compares what changed with what `inputs`, `publishing.changes` and
   `publishing.previous` know of the last build, and picks the languages to make.
3. `builds.forking` makes English in this process and the others in processes forked from it, so
   that they find in memory what was done once. `builds.language` makes one, with the configuration
   and the events of MkDocs.
4. `builds.building` takes MkDocs' own steps: files, navigation, pages, templates. For each page
   `pages.population` tells whether all that it is made from is the same as before, `pages.shells`
   whether the theme would make the same document of it, and `builds.writing` whether that is there.
5. What has to be made is made by MkDocs and its plugins, and recorded: `markdown.rendering` what
   Markdown gives, `pages.search` the entries of the search index, `theme.fragments` and
   `theme.frames` what pages show alike.
6. `publishing.publication` puts the finished site in the place of the old one.

The rooms, each of which uses those before it only:

* `store`: results on disk, by digests of what they follow from; bounded, checked, shared.
* `inputs`: what a build is made from, and whether it changed.
* `markdown`: a page's Markdown rendered once, and played back with all that it leaves behind.
* `theme`: parts of the theme's templates made once for all pages that show them alike.
* `pages`: what is known of a whole page.
* `publishing`: the built site: kept, taken over, and swapped in whole.
* `builds`: the build itself, from the driver to the page.
* `machines`: a build divided among several machines, and put together again.
* `live`: the site while it is written.

`plugin` is what MkDocs loads, `preview` serves a built site, `upkeep` looks after the cache, and
`pseudo` sets the project of the pseudo-language aside.
"""
