"Build accelsgd from the metadata in settings.ini; name, description and requires-python are in pyproject.toml"
from configparser import ConfigParser
from pathlib import Path
from setuptools import setup, find_packages

here = Path(__file__).parent
ini = ConfigParser(delimiters=['='])
with open(here/'settings.ini', encoding='utf-8') as f: ini.read_file(f)
cfg = ini['DEFAULT']

def pythons(lo, hi):
    "All minor versions from `lo` to `hi`, as in 3.10 ... 3.13"
    (major, first), (_, last) = (map(int, v.split('.')) for v in (lo, hi))
    return [f'{major}.{minor}' for minor in range(first, last+1)]

setup(
    version=cfg['version'],
    author=cfg['author'],
    license_expression=cfg['license'],
    keywords=cfg['keywords'].split(),
    long_description=(here/'README.md').read_text(encoding='utf-8'),
    long_description_content_type='text/markdown',
    classifiers=[
        f"Development Status :: {cfg['status']}",
        f"Intended Audience :: {cfg['audience']}",
        f"Natural Language :: {cfg['language']}",
        'Operating System :: POSIX :: Linux',
        'Operating System :: MacOS',
        'Topic :: Scientific/Engineering :: Artificial Intelligence',
        *(f'Programming Language :: Python :: {v}' for v in pythons(cfg['min_python'], cfg['max_python']))],
    packages=find_packages(include=[f"{cfg['lib_name']}*"]),
    install_requires=cfg['requirements'].split(),
    extras_require={o:cfg[f'{o}_requirements'].split() for o in ('dev','bench','loops')},
    entry_points=dict(console_scripts=cfg['console_scripts'].split(), nbdev=[f"{cfg['lib_name']}={cfg['lib_name']}._modidx:d"]))
