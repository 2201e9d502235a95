"Everything at once, for teaching and for the chapter's listings: `from accelsgd.all import *`"
import math
from functools import partial

import torch, torch.nn.functional as F
from torch import nn, tensor, Tensor

from . import show, checks, optimizer, groups, saving, momentum, rmsprop, adam, zoo, callbacks, schedule, training, checkpoint, distributed, data, runs, imagenette_baseline
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
from .runs import *
from .imagenette_baseline import *

_modules = show, checks, optimizer, groups, saving, momentum, rmsprop, adam, zoo, callbacks, schedule, training, checkpoint, distributed, data, runs, imagenette_baseline
_plumbing = set("""main Link Outside Refused Watch as_groups check_args check_dense check_group check_state copy_in doubts
draws_random functions_of loop_step lost_states one_ahead place_of record_file retry_waits run_links run_links_in
run_args finished lane_of levels own_words root build shapes spread twice_over wider
run_or_read contender_colors same_draws split_loader start_processes thin tiny_state try_chain""".split()) # importable by name
_tools = ['math', 'partial', 'torch', 'F', 'nn', 'tensor', 'Tensor', 'kernel_source', 'record', 'traffic']
_names = dict.fromkeys(name for m in _modules for name in m.__all__)
__all__ = _tools + [o for o in _names if o not in _plumbing]
