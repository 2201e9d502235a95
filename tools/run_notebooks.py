"Run notebooks top to bottom with nbclient alone, where the installed fastcore is too old for nbdev-test"
import argparse, re, sys, time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

skipped = re.compile(r'^#\|\s*(eval:\s*false|notest|slow|cuda)\b', re.MULTILINE)

def run(path, timeout):
    "Execute the notebook at `path` and return the error it met, or None; the file stays as it is"
    nb = nbformat.read(path, as_version=4)
    nb.cells = [c for c in nb.cells if c.cell_type == 'code' and not skipped.search(c.source)]
    try: NotebookClient(nb, timeout=timeout, kernel_name='python3', resources=dict(metadata=dict(path=str(path.parent)))).execute()
    except Exception as e: return e

def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('notebooks', nargs='*', type=Path, help="default: all in nbs/")
    parser.add_argument('--timeout', type=int, default=600, help="seconds for one cell")
    args = parser.parse_args()
    root = Path(__file__).resolve().parent.parent
    paths = args.notebooks or sorted(p for p in (root/'nbs').rglob('*.ipynb') if not {'_proc', '_docs', '.ipynb_checkpoints'} & set(p.parts))
    failed = []
    for path in paths:
        start = time.time()
        error = run(path.resolve(), args.timeout)
        print(f"{'failed' if error else 'passed'} {path.name} in {time.time()-start:.0f} s", flush=True)
        if error: failed.append((path.name, error))
    for name, error in failed: print(f'\n== {name}\n{type(error).__name__}: {error}', file=sys.stderr)
    sys.exit(bool(failed))

if __name__ == '__main__': main()
