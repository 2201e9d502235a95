"Everything at once, for teaching and for the chapter's listings: `from accelsgd.all import *`"
import math
from functools import partial

import torch, torch.nn.functional as F
from torch import nn, tensor, Tensor

from . import show, checks, optimizer, groups, saving, momentum, rmsprop, adam, zoo, callbacks, schedule, training, checkpoint, distributed, data, imagenette_baseline
from .show import *
from .checks import *
from .optimizer import *
from .groups import *
from .saving import *
from .fused import traffic
from .kernel import kernel_source
from .recorder import record
from .momentum import *
from .rmsprop import *
from .adam import *
from .zoo import *
from .callbacks import *
from .schedule import *
from .training import *
from .checkpoint import *
from .distributed import *
from .data import *
from .imagenette_baseline import *

_modules = show, checks, optimizer, groups, saving, momentum, rmsprop, adam, zoo, callbacks, schedule, training, checkpoint, distributed, data, imagenette_baseline
__all__ = ['math', 'partial', 'torch', 'F', 'nn', 'tensor', 'Tensor', 'kernel_source', 'record', 'traffic'] + [*dict.fromkeys(name for m in _modules for name in m.__all__)]
