"""Make nbs/results/defects/fastai.json: what fastai does in the cases of "What surprised us in fastai 2.8, and where it is tested" in nbs/04b_training.ipynb.

Needs fastai (`pip install -e ".[bench]"`). Each case is a small trial on the CPU, and gives true where fastai behaves in that way."""
import io, json, math, sys, warnings
from contextlib import redirect_stdout
from datetime import date
from importlib import metadata
from pathlib import Path

warnings.simplefilter('ignore')
import numpy as np, torch, torch.nn.functional as F
from fastai.basics import *
from fastai.callback.all import *
from torch import nn

def toy(cbs=None, n=8, model=None, opt_func=SGD, loss_func=F.mse_loss, bs=4, **kwargs):
    torch.manual_seed(0)
    x = torch.randn(bs*n+4, 1)
    data = [(b, 3*b) for b in x.split(bs)]
    learn = Learner(DataLoaders(data[:n], data[n:]), model or nn.Linear(1, 1), loss_func=loss_func, opt_func=opt_func, lr=.1, cbs=cbs, **kwargs)
    return learn.remove_cb(ProgressCallback)

def fit(learn, n=1, method='fit', *args, **kwargs):
    with learn.no_logging(), redirect_stdout(io.StringIO()): getattr(learn, method)(n, *args, **kwargs)
    return learn

class RaiseAt(Callback):
    order = 90
    def __init__(self, at, exc, i=0):
        self.exc,self.i = exc,i
        setattr(self, at, self.act)
    def act(self):
        if self.training and self.iter==self.i: raise self.exc

def raised(f, kind=Exception):
    try: f()
    except kind: return True
    return False

def one_param(opt_func, **kwargs):
    p = nn.Parameter(torch.tensor([1.]))
    p.grad = torch.tensor([.1])
    opt = opt_func([p], lr=.1, **kwargs)
    opt.step()
    return p.item(),opt,p

cases = {}
def case(name):
    def keep(f): cases[name] = f
    return keep

@case("RMSProp drops its eps")
def _(): return one_param(RMSProp, eps=1e-8)[0]==one_param(RMSProp, eps=1.)[0]

@case("A state with the name of a hyper hides it silently")
def _():
    def average_lr(p, lr, **kwargs): return dict(lr=2*lr)
    return not raised(lambda: one_param(partial(Optimizer, cbs=[average_lr, sgd_step])))

@case("load_state_dict shares tensors with what it loads")
def _():
    _,a,p = one_param(SGD, mom=.9)
    _,b,q = one_param(SGD, mom=.9)
    b.load_state_dict(a.state_dict())
    return b.state[q]['grad_avg'] is a.state[p]['grad_avg']

@case("State is matched by position alone")
def _():
    ps = [nn.Parameter(torch.ones(1)*i) for i in range(2)]
    for i,p in enumerate(ps): p.grad = torch.tensor([1.+i])
    a,b = SGD(ps, lr=.1, mom=.9),SGD(ps[::-1], lr=.1, mom=.9)
    a.step()
    b.load_state_dict(a.state_dict())
    return b.state[ps[0]]['grad_avg'].item()==a.state[ps[1]]['grad_avg'].item()

@case("fit_flat_cos ignores start_epoch")
def _():
    whole,part = (fit(toy(), 3, 'fit_flat_cos', .1, pct_start=.5, start_epoch=o).recorder.lrs for o in (0,2))
    return len(part)!=8 or not np.allclose(whole[16:], part)

@case("fit_sgdr(cycle_mult=1) divides by zero")
def _(): return raised(lambda: fit(toy(), 2, 'fit_sgdr', 1, .1, cycle_mult=1), ZeroDivisionError)

@case("combine_scheds([.7,.2,.1]) fails")
def _(): return raised(lambda: combine_scheds([.7,.2,.1], [SchedLin(0,1)]*3))

@case("Accumulation drops its tail and carries it into the next epoch")
def _():
    seen = []
    class Own(nn.Module):
        def __init__(self):
            super().__init__()
            self.w = nn.Parameter(torch.zeros(5))
        def forward(self, i): return self.w[i]
    class See(Callback):
        def before_step(self): seen.append(self.learn.model.w.grad.clone())
    data = [(i,i) for i in torch.arange(5).split(1)]
    learn = Learner(DataLoaders(data, []), Own(), loss_func=lambda p,y: p.mean(), opt_func=SGD, lr=0., cbs=[GradientAccumulation(2), See()])
    fit(learn.remove_cb(ProgressCallback), 2)
    return any(g[4]!=0 and g[0]!=0 for g in seen) # last sample of an epoch and first of the next in one step

@case("Schedules move on steps that were not taken")
def _():
    lrs = fit(toy([GradientAccumulation(16)]), 1, 'fit_one_cycle', .1).recorder.lrs
    return len(set(lrs[:4]))>1

@case("After an error in user code, autocast stays on")
def _():
    torch.set_autocast_cpu_dtype(torch.bfloat16)
    learn = toy([MixedPrecision(amp_mode=AMPMode.BF16)])
    learn.mixed_precision.before_fit = lambda: setattr(learn.mixed_precision, 'autocast', torch.autocast('cpu', dtype=torch.bfloat16))
    learn.mixed_precision.after_fit = lambda: None
    raised(lambda: fit(learn.add_cb(RaiseAt('after_pred', ZeroDivisionError()))))
    bad = torch.is_autocast_enabled('cpu')
    while torch.is_autocast_enabled('cpu'): learn.mixed_precision.autocast.__exit__(None, None, None)
    return bad

@case("After an error in user code, MixUp's loss stays swapped in")
def _():
    loss = CrossEntropyLossFlat()
    data = [(torch.randn(4, 2), torch.arange(4)%2) for _ in range(4)]
    learn = Learner(DataLoaders(data, data), nn.Linear(2, 2), loss_func=loss, opt_func=SGD, lr=.1, cbs=[MixUp()]).remove_cb(ProgressCallback)
    raised(lambda: fit(learn.add_cb(RaiseAt('after_loss', ZeroDivisionError()))))
    return learn.loss_func is not loss

@case("Only the last group is recorded")
def _():
    learn = fit(toy(splitter=lambda m: [[m.weight], [m.bias]]), 1, 'fit_one_cycle', slice(.01, .1))
    return not any(isinstance(o, (list, tuple)) or getattr(o, 'ndim', 0) for v in learn.recorder.hps.values() for o in v)

def decayed(module):
    learn = toy(model=module)
    learn.create_opt()
    return {n for n,p in module.named_parameters() if learn.opt.state[p].get('do_wd', True)}

@case("GroupNorm and RMSNorm are decayed")
def _(): return 'weight' in decayed(nn.GroupNorm(2, 4)) and 'weight' in decayed(nn.RMSNorm(4))

@case("MultiheadAttention.in_proj_bias is decayed")
def _(): return 'in_proj_bias' in decayed(nn.MultiheadAttention(4, 2))

@case("MixUp needs a loss with `reduction`")
def _():
    data = [(torch.randn(4, 2), torch.arange(4)%2) for _ in range(4)]
    learn = Learner(DataLoaders(data, data), nn.Linear(2, 2), loss_func=lambda p,y: F.cross_entropy(p, y), opt_func=SGD, lr=.1, cbs=[MixUp()])
    return raised(lambda: fit(learn.remove_cb(ProgressCallback)))

@case("Autocast is fixed to 'cuda'")
def _():
    learn,seen = toy([MixedPrecision(amp_mode=AMPMode.BF16)]),[]
    class See(Callback):
        def after_pred(self): seen.append(torch.is_autocast_enabled('cpu'))
    raised(lambda: fit(learn.add_cb(See())))
    return not any(seen)

class TinyRNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn,self.head = nn.RNN(1, 4, batch_first=True),nn.Linear(4, 1)
    def forward(self, x):
        out,_ = self.rnn(x)
        return self.head(out[:,-1]),[out],[out]

@case("RNNRegularizer gives NaN for sequences of length 1")
def _():
    torch.manual_seed(0)
    seen = []
    class See(Callback):
        def before_backward(self): seen.append(self.learn.loss_grad.item())
    data = [(torch.randn(3, 1, 1), torch.randn(3, 1))]*2
    learn = Learner(DataLoaders(data, data), TinyRNN(), loss_func=F.mse_loss, opt_func=SGD, lr=.1, cbs=[RNNCallback(), RNNRegularizer(0., 1.), See()])
    fit(learn.remove_cb(ProgressCallback))
    return any(math.isnan(o) for o in seen)

@case("The NaN guard acts after the step")
def _():
    learn = toy([TerminateOnNaNCallback()])
    learn.dls[0][2] = (torch.full((4, 1), math.nan), torch.ones(4, 1))
    fit(learn)
    return not torch.isfinite(learn.model.weight).all().item()

@case("lr_find does not restore random numbers")
def _():
    learn = toy(model=nn.Sequential(nn.Linear(1, 4), nn.Dropout(.5), nn.Linear(4, 1)))
    before = torch.get_rng_state()
    with learn.no_logging(): learn.lr_find(show_plot=False, num_it=20)
    return not torch.equal(before, torch.get_rng_state())

@case("lr_find does not restore the recorder")
def _():
    learn = fit(toy())
    before = list(learn.recorder.losses)
    with learn.no_logging(): learn.lr_find(show_plot=False, num_it=20)
    return list(learn.recorder.losses)!=before

@case("lr_find does not restore the scaler")
def _():
    learn = toy([MixedPrecision()])
    scaler = torch.amp.GradScaler('cpu', init_scale=2.**127)
    mp = learn.mixed_precision
    mp.before_fit = lambda: (setattr(mp, 'autocast', torch.autocast('cpu', dtype=torch.bfloat16)), setattr(mp.learn, 'scaler', scaler), setattr(mp, 'scales', []))
    mp.after_fit = lambda: None
    with learn.no_logging(): learn.lr_find(show_plot=False, num_it=20)
    return scaler.get_scale()!=2.**127

@case("The last batch does not reach the end of the schedule")
def _():
    learn = toy(n=10)
    sched = ParamScheduler(dict(lr=SchedLin(1., 0.)))
    fit(learn.add_cb(sched))
    return learn.recorder.lrs[-1]>.05

if __name__=='__main__':
    found = {}
    for k,f in cases.items():
        try: found[k] = bool(f())
        except Exception as e: found[k] = f'{type(e).__name__}: {e}'
        print(k, '->', found[k])
    if odd := [k for k,v in found.items() if not isinstance(v, bool)]: sys.exit(f'No result for {odd}')
    file = Path(__file__).parent.parent/'nbs/results/defects/fastai.json'
    file.parent.mkdir(parents=True, exist_ok=True)
    versions = {o:metadata.version(o) for o in ('fastai','torch')}
    file.write_text(json.dumps(dict(date=date.today().isoformat(), versions=versions, found=found), indent=1)+'\n')
