"""Optimizers and a training loop made of small callbacks: chapter 16 of the fastai book as a tested library

In `accelsgd` an optimizer is a list of small functions that run in order on each parameter: *stats* return state to
keep, *steppers* change the parameter. What they make is a real `torch.optim.Optimizer`, so schedulers, gradient
scalers and checkpoints work as they do with PyTorch's own. A training loop with callbacks and the experiments of chapter 16 of the
[fastai book](https://github.com/fastai/fastbook), "The Training Process", on [Imagenette](https://github.com/fastai/imagenette), come with it: notebooks that are page, source and test in one.

Modules:

- `accelsgd.adam`: Momentum over RMSProp, with both averages corrected for their cold start.
- `accelsgd.callbacks`: Seven nested levels, 24 moments, and callbacks that may change anything at any of them.
- `accelsgd.checkpoint`: A run that is stopped at any batch goes on as if it had not been: the same losses and the same weights, bit for bit.
- `accelsgd.checks`: A list of callbacks can be wrong in ways that Python reports late or never. Most of them show before the first step.
- `accelsgd.comparison`: Every optimizer gets the same schedule, the same decay and the same search for its learning rate, so that a difference has few possible causes.
- `accelsgd.data`: Pictures are fetched, checked and decoded once; then every pass draws its own crops, turns and light from one seed, on the device that trains.
- `accelsgd.distributed`: Several processes train one model as one process would: each takes its share of every batch, and the steps stay the same.
- `accelsgd.epoch_speed`: An epoch cannot be faster than the model alone on a batch that lies ready. How far it stays behind is what the data path and the loop cost.
- `accelsgd.executor`: A step looks at its parameters, records the callbacks once for all that agree, and runs a kernel; what cannot be recorded runs parameter by parameter.
- `accelsgd.fused`: Four readable lines of Python, recorded once a step, become one compiled pass over memory.
- `accelsgd.groups`: What an optimizer holds can be read, set, frozen and looked at, parameter by parameter and callback by callback.
- `accelsgd.hook`: Activations while they are trained, the model module by module, one prediction, and predictions beside their targets.
- `accelsgd.imagenette_baseline`: Six runs of four optimizers, ten kinds of picture, three epochs: what the chapter's table shows, and what it does not
- `accelsgd.kept`: Note what objects hold, and put it back later, in place: random numbers, tensors, models, optimizers, loaders.
- `accelsgd.kernel`: A tape is written out as source, compiled once, and run over the memory of all parameters that agree.
- `accelsgd.loop_speed`: A loop that asks its callbacks at every moment costs some tens of microseconds a batch more than one written by hand, which no model notices.
- `accelsgd.momentum`: Remember where the gradients have been pointing: the number of steps through a ravine of steepness κ then grows with √κ, where SGD's grows with κ.
- `accelsgd.optimizer`: An optimizer is a list of small functions, and an engine that runs them.
- `accelsgd.precision`: A forward pass in sixteen bits, weights and steps in thirty-two, and images with their channels innermost: two callbacks and their switches.
- `accelsgd.recipe`: The chapter's best run classifies 59 % of the pictures correctly after three epochs. The recipe keeps pictures, size and epochs, and changes the rest.
- `accelsgd.recorder`: A stand-in for a tensor notes what is asked of it, keeps PyTorch's meaning, and refuses what it does not know.
- `accelsgd.rmsprop`: Divide each step by the size of past gradients, and one learning rate fits weights of any scale.
- `accelsgd.saving`: A saved optimizer goes on as if it had not been interrupted, or says why it cannot.
- `accelsgd.schedule`: A learning rate that is high at first and low at the end: shapes for it, fits that use it, and how far a search for it can be trusted.
- `accelsgd.speed`: A step waits for memory. How near to memory's own speed do readable callbacks come, and everybody else's optimizers?
- `accelsgd.test_utils`: Points on three arms of a spiral, pictures of discs, rings and crosses, a learner for each, and a callback that breaks off a fit.
- `accelsgd.tracker`: Callbacks that follow one number from epoch to epoch, and stop, slow down or keep the model by it; and callbacks that write down what was measured.
- `accelsgd.training`: Callbacks that each change one thing between the batch and the step, and restore whatever they replaced.
- `accelsgd.turns`: Who reads what, who writes what, in the first batch of a fit: recorded, as a table and as a picture.
- `accelsgd.zoo`: Most optimizers with a name of their own are one new callback in a known chain, and most improvements of them are a callback before or after it."""

__version__ = "0.0.1"

_homes = dict(Optimizer='optimizer', SGD='momentum', RMSProp='rmsprop', Adam='adam', AdamW='adam',
              Learner='callbacks', Callback='callbacks', DataLoaders='callbacks')

def __getattr__(k): # imported when asked for, so that `import accelsgd` stays light
    if k not in _homes: raise AttributeError(f"module 'accelsgd' has no attribute {k!r}")
    from importlib import import_module
    return getattr(import_module(f'accelsgd.{_homes[k]}'), k)

def __dir__(): return [*globals(), *_homes]
