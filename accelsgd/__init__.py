"""Optimizers and a training loop made of small callbacks: chapter 16 of the fastai book as a tested library

In `accelsgd` an optimizer is a list of small functions, a *chain*, that run in order on each parameter: *stats* return state to
keep, *steppers* change the parameter. The result is a real `torch.optim.Optimizer`, so schedulers, gradient scalers
and checkpoints work as they do with PyTorch's own. The package also has a training loop built from callbacks, and it repeats the
experiments of "The Training Process", chapter 16 of the [fastai book](https://github.com/fastai/fastbook), on [Imagenette](https://github.com/fastai/imagenette).
Each notebook is a page to read, the source of a module, and that module's tests.

Modules:

- `accelsgd.adam`: Momentum's direction, RMSProp's step size, and both averages corrected for starting at zero.
- `accelsgd.batches`: Whatever a loader yields, tensors, tuples, dicts or objects of its own, the loop moves it, counts its samples and joins the results.
- `accelsgd.callbacks`: One loop, and 24 places where your code can change it.
- `accelsgd.checkpoint`: A run that is stopped at any batch continues, on the same kind of machine, as if it had never been stopped: the same losses and the same weights, bit for bit.
- `accelsgd.checks`: A list of callbacks can be wrong in ways that Python reports late or never. Most of them show before the first step.
- `accelsgd.comparison`: Every optimizer gets the same schedule, the same decay and the same search for its learning rate, so that a difference has few possible causes.
- `accelsgd.data`: Pictures are fetched, checked and decoded once; then every pass draws its own crops, rotations and lighting from one seed, on the device that trains.
- `accelsgd.distributed`: Several processes train one model as one process would: each takes its share of every batch, and the steps stay the same.
- `accelsgd.epoch_speed`: An epoch cannot be faster than the model alone on a batch that is ready in memory. The gap between the two is the cost of the data path and the loop.
- `accelsgd.executor`: A step looks at its parameters, records the callbacks once for all that agree, and runs a kernel; what cannot be recorded runs parameter by parameter.
- `accelsgd.files`: Train some parameter groups and leave the others alone; write model, optimizer and callbacks to one file, and load all of it or nothing.
- `accelsgd.fused`: Four readable lines of Python, recorded once a step, become one compiled pass over memory.
- `accelsgd.groups`: What an optimizer holds can be read, set, frozen and looked at, parameter by parameter and callback by callback.
- `accelsgd.hook`: Activations during training, the model module by module, one prediction, and predictions beside their targets.
- `accelsgd.hypers`: One name for a hyperparameter, whether the optimizer is this library's or PyTorch's.
- `accelsgd.imagenette_baseline`: Six runs of four optimizers, ten classes of pictures, three epochs: what the chapter's table shows, and what it does not.
- `accelsgd.kept`: Note what objects hold, and put it back later, in place: random numbers, tensors, models, optimizers, loaders.
- `accelsgd.kernel`: A tape is written out as source, compiled once, and run over the memory of all parameters that agree.
- `accelsgd.loop_speed`: A loop that consults its callbacks at every event costs tens of microseconds a batch more than one written by hand, which goes unnoticed next to a real model.
- `accelsgd.measure`: One callback keeps losses, hypers and metrics, another shows them, a third collects predictions.
- `accelsgd.momentum`: Remember where the gradients have been pointing: what alternates cancels, what persists adds up.
- `accelsgd.names`: Every event has one name, and a name that is nearly right raises an error that says what was meant.
- `accelsgd.optimizer`: Write what happens to one parameter; `Optimizer` does it to all of them.
- `accelsgd.order`: Callbacks that act at the same event run in an order that they ask for, and a contradiction names the callbacks in it.
- `accelsgd.precision`: A forward pass in sixteen bits, weights and steps in thirty-two, and images with their channels innermost: two callbacks and their switches.
- `accelsgd.recipe`: Three epochs reach 83%, where the chapter's best run reached 59% and our own fair runs on the same pictures reached 61%: with another network, another optimizer, another schedule and lighter augmentation.
- `accelsgd.recorder`: A stand-in for a tensor notes what is asked of it, keeps PyTorch's meaning, and refuses what it does not know.
- `accelsgd.rmsprop`: Divide each step by the size of past gradients, and one learning rate fits gradients of any scale.
- `accelsgd.runs`: A run leaves one small file that says what was trained, on what, and how it went. A run that was stopped continues from a checkpoint, and leaves the same results.
- `accelsgd.saving`: A saved optimizer goes on as if it had not been interrupted, or says why it cannot.
- `accelsgd.schedule`: A learning rate that starts high and ends low: schedule shapes, fits that use them, and how far to trust a learning-rate search.
- `accelsgd.speed`: A step waits for memory. How close to memory speed do readable callbacks come, and how close do other libraries' optimizers?
- `accelsgd.test_utils`: Points on three arms of a spiral, pictures of discs, rings and crosses, a learner for each, and a callback that breaks off a fit.
- `accelsgd.tracker`: Callbacks that follow one number from epoch to epoch, and by it stop the fit, lower the learning rate or keep the model; and callbacks that write down what was measured.
- `accelsgd.training`: Callbacks that each change one thing between the batch and the step, and restore whatever they replaced.
- `accelsgd.turns`: Who reads what and who writes what in the first batch of a fit, recorded as a table and as a picture.
- `accelsgd.watch`: What runs when, and why: recorded from a real fit, or printed from the source of the loop.
- `accelsgd.zoo`: Most optimizers with a name of their own are one new callback in a known chain, and most improvements to them are a callback before or after it."""

__version__ = "0.0.1"

_homes = dict(Optimizer='optimizer', SGD='momentum', RMSProp='rmsprop', Adam='adam', AdamW='adam',
              Learner='callbacks', Callback='callbacks', DataLoaders='callbacks')

__all__ = [*_homes]

def __getattr__(k): # imported when asked for, so that `import accelsgd` stays light
    from importlib import import_module, util
    if k in _homes: return getattr(import_module(f'accelsgd.{_homes[k]}'), k)
    if k[:1]!='_' and util.find_spec(f'accelsgd.{k}'): return import_module(f'accelsgd.{k}')
    raise AttributeError(f"module 'accelsgd' has no attribute {k!r}")

def __dir__(): return [*globals(), *_homes]
