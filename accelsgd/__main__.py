"The commands. Their modules take seconds to import, and Ctrl-C may come meanwhile; `python -m accelsgd` is `main`"
import sys
from importlib import import_module

def _start(prog, module):
    "Exit status of a module's `main`, that of Ctrl-C while it is imported included"
    try: return import_module(f'accelsgd.{module}').main()
    except KeyboardInterrupt:
        print(f'{prog}: stopped', file=sys.stderr)
        return 130

def main(): return _start('accelsgd', 'imagenette_baseline')
def bench(): return _start('accelsgd_bench', 'speed')
def compare(): return _start('accelsgd_compare', 'comparison')
def recipe(): return _start('accelsgd_recipe', 'recipe')

if __name__=='__main__': sys.exit(main())
