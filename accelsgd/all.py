"Everything at once, for teaching and for the chapter's listings: `from accelsgd.all import *`"
