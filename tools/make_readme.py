"Make README.md from nbs/index.ipynb; with --check, only say whether it is what the notebook gives"
import argparse, base64, re, sys
from pathlib import Path

import nbformat
from jinja2 import DictLoader
from nbconvert import MarkdownExporter
from traitlets.config import Config

root = Path(__file__).resolve().parent.parent
notebook, readme, images = root/'nbs/index.ipynb', root/'README.md', root/'nbs/images'

template = """{%- extends 'markdown/index.md.j2' -%}
{% block stream %}
```text
{{ output.text.rstrip() }}
```
{% endblock stream %}
{% block data_text scoped %}
```text
{{ output.data['text/plain'].rstrip() }}
```
{% endblock data_text %}
{% block data_png scoped %}
![{{ cell.metadata.alt }}]({{ cell.metadata.src }})
{{ '\n*' + cell.metadata.caption + '*' if cell.metadata.caption }}
{% endblock data_png %}
"""

def split_directives(source):
    "Separate the leading `#|` lines of a cell, as a dict, from its text"
    lines = source.split('\n')
    n = next((i for i, line in enumerate(lines) if not line.startswith('#|')), len(lines))
    pairs = (line[2:].strip().partition(' ') for line in lines[:n])
    return {k.rstrip(':'): v.strip().strip('"') for k, _, v in pairs}, '\n'.join(lines[n:]).strip('\n')

def shown(cell):
    "Prepare `cell` in place for the page, and say whether it is on it"
    directives, cell.source = split_directives(cell.source)
    if 'hide' in directives or directives.get('include') == 'false': return False
    if cell.cell_type != 'code': return True
    if any(o.output_type == 'error' for o in cell.outputs): raise ValueError(f"cell {cell.id} has a stored error: run the notebook first")
    if directives.get('echo') == 'false': cell.metadata.transient = dict(remove_source=True)
    if directives.get('output') == 'false': cell.outputs = []
    cell.metadata.update(alt=directives.get('fig-alt', ''), caption=directives.get('fig-cap', ''))
    if any('image/png' in o.get('data', {}) for o in cell.outputs):
        if not (directives.get('label') and directives.get('fig-alt')):
            raise ValueError(f"the figure of cell {cell.id} has no `#| label:` or no `#| fig-alt:`: the README needs both")
        cell.metadata.src = f"nbs/images/{directives['label']}.png"
    return True

def render(
    path=notebook, # The notebook to read; its stored outputs are used, nothing is run
)->tuple: # Text of the page, and the bytes of its pictures by file name
    "The notebook at `path` as Markdown for the repository's front page"
    nb = nbformat.read(path, as_version=4)
    nb.cells = [c for c in nb.cells if shown(c)]
    nb.metadata.language_info = dict(name='python')
    pictures = {Path(c.metadata.src).name: base64.b64decode(o.data['image/png'])
                for c in nb.cells if 'src' in c.metadata for o in c.outputs if 'image/png' in o.get('data', {})}
    config = Config(NbConvertBase=dict(display_data_priority=['text/markdown', 'image/png', 'text/plain']),
                    ExtractOutputPreprocessor=dict(enabled=False))
    exporter = MarkdownExporter(config=config, template_file='readme.md.j2', extra_loaders=[DictLoader({'readme.md.j2': template})])
    text, _ = exporter.from_notebook_node(nb)
    text = re.sub(r'\]\((?!https?:|#|nbs/)([^)\s]+\.ipynb)', r'](nbs/\1', text)
    text = re.sub(r'\n{3,}', '\n\n', re.sub(r'[ \t]+\n', '\n', text)).strip()
    return f'<!-- Made from nbs/index.ipynb by tools/make_readme.py: edit the notebook, not this file -->\n\n{text}\n', pictures

def out_of_step(text, pictures):
    "Names of the files that differ from what the notebook gives"
    wanted = {readme: text.encode(), **{images/name: data for name, data in pictures.items()}}
    return [str(f.relative_to(root)) for f, data in wanted.items() if not f.exists() or f.read_bytes() != data]

def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--check', action='store_true', help="write nothing; exit with 1 if README.md or a picture is out of step")
    args = parser.parse_args()
    text, pictures = render()
    if args.check:
        stale = out_of_step(text, pictures)
        if stale: sys.exit(f"{', '.join(stale)} is not what nbs/index.ipynb gives: run `python tools/make_readme.py`")
        return
    readme.write_bytes(text.encode())
    if pictures: images.mkdir(exist_ok=True)
    for name, data in pictures.items(): (images/name).write_bytes(data)

if __name__ == '__main__': main()
