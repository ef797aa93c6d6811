"""An archive for the eye: an index that is searched, filtered and summed up, before the pages of the releases."""
