"""What fastai does where `nbs/04a_schedule.ipynb` shows what we do: `python tools/record_fastai_schedule.py`, with fastai installed

Writes nbs/results/schedule/fastai.json: a learning-rate search on the page's small network and batches, and its schedules
under the same calls as on the page. fastai is not a dependency; the page reads the record.
"""
import json, platform, warnings
from functools import partial
from pathlib import Path

import fastai, torch
from fastai.callback.all import *
from fastai.data.core import DataLoaders
from fastai.learner import Learner
from fastai.optimizer import SGD
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

warnings.simplefilter('ignore')

def sine(n=256, bs=64, seed=0, **kwargs):
    "The page's data, network and seed"
    torch.manual_seed(seed)
    x = torch.randn(n, 1)
    dl = DataLoader(TensorDataset(x, x.sin()), bs)
    model = nn.Sequential(nn.Linear(1, 32), nn.ReLU(), nn.Linear(32, 1))
    return Learner(DataLoaders(dl, dl), model, nn.functional.mse_loss, opt_func=partial(SGD, mom=0.), **kwargs)

class Seen(Callback):
    "The learning rate of each group at each step that is taken"
    run_valid = False
    def before_fit(self): self.lrs,self.taken = [],True
    def after_cancel_step(self): self.taken = False
    def after_step(self):
        if self.taken: self.lrs.append([float(h['lr']) for h in self.opt.hypers])
        self.taken = True

class SkipStep(Callback):
    "Leave out one step, as a loss scaler does"
    order = 100
    def __init__(self, at): self.at = at
    def before_step(self):
        if self.train_iter==self.at: raise CancelStepException

def outcome(f):
    "What `f` gives, or the error it raises"
    try: return f()
    except Exception as e: return f'{type(e).__name__}: {e}'.strip(': ')

def lrs(call, cbs=(), **kwargs):
    learn,seen = sine(**kwargs),Seen()
    with learn.no_bar(), learn.no_logging(): call(learn, [seen, *cbs])
    return [o[-1] for o in seen.lrs]

def search():
    learn = sine()
    rng,first = torch.get_rng_state(),learn.recorder
    with learn.no_bar(): found = learn.lr_find(start_lr=1e-4, end_lr=100, show_plot=False, suggest_funcs=(valley, slide, minimum, steep))
    return dict(lrs=learn.recorder.lrs, losses=[float(o) for o in learn.recorder.losses], found={k:float(v) for k,v in found._asdict().items()},
                rng_restored=torch.equal(rng, torch.get_rng_state()))

def halves(model): return [list(model[0].parameters()), list(model[2].parameters())]
def recorded_groups():
    learn = sine(splitter=halves)
    with learn.no_bar(), learn.no_logging(): learn.fit_one_cycle(1, slice(.01, .1))
    return len(torch.tensor(learn.recorder.hps['lr'][0]).reshape(-1))

calls = dict(
    flat_cos_resumed = lambda: lrs(lambda o, cbs: o.fit_flat_cos(3, .1, cbs=cbs, start_epoch=2)),
    sgdr_mult_1      = lambda: lrs(lambda o, cbs: o.fit_sgdr(2, 1, .1, cycle_mult=1, cbs=cbs)),
    sgdr_mult_1_5    = lambda: lrs(lambda o, cbs: o.fit_sgdr(2, 1, .1, cycle_mult=1.5, cbs=cbs)),
    three_shares     = lambda: combine_scheds([.7,.2,.1], [SchedNo(1,1)]*3)(.5),
    one_cycle        = lambda: lrs(lambda o, cbs: o.fit_one_cycle(3, .1, cbs=cbs)),
    skipped          = lambda: lrs(lambda o, cbs: o.fit(2, cbs=[ParamScheduler(dict(lr=SchedLin(.1, .8))), SkipStep(3), *cbs])),
    accumulated      = lambda: lrs(lambda o, cbs: o.fit(2, cbs=[ParamScheduler(dict(lr=SchedLin(.1, .8))), GradientAccumulation(128), *cbs])),
    recorded_groups  = recorded_groups,
    unknown_hyper    = lambda: len(lrs(lambda o, cbs: o.fit(1, cbs=[ParamScheduler(dict(momentum=SchedLin(.1, .8))), *cbs]))),
    fine_tune_resumed = lambda: len(lrs(lambda o, cbs: o.fine_tune(2, .1, freeze_epochs=2, cbs=cbs, start_epoch=2), splitter=halves)))

if __name__=='__main__':
    hardware = dict(fastai=fastai.__version__, torch=torch.__version__, python=platform.python_version(), device='cpu')
    rec = dict(hardware=hardware, lr_find=search(), calls={k:outcome(f) for k,f in calls.items()})
    file = Path(__file__).parent.parent/'nbs'/'results'/'schedule'/'fastai.json'
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(rec, indent=1)+'\n')
    for k,v in rec['calls'].items(): print(k, v)
    print(rec['lr_find']['found'], rec['lr_find']['rng_restored'], file.stat().st_size)
